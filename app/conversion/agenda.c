/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/agenda.h"

#include "dossier/agenda-facts.h"
#include "dossier/enquiries.h"
#include "dossier/milestones.h"
#include "dossier/stand-ins.h"
#include "dossier/tickets.h"

/* The clients of one colleague in a round. */
typedef struct
{
  gint64 wave;
  gint64 number;
  OvsMilestoneRound round;
  gint64 clients;
  const char *handler;
  OvsMilestoneFact facts[OVS_N_MILESTONES];
} Share;

typedef struct
{
  OvsTx *tx;
  GArray *shares; /* of Share, those of one round beside each other */
  GStringChunk *texts;
  OvsDay overview_on;
  gint64 to_invite; /* of the round that was read last */
} Reading;

static const char *
keep (GStringChunk *texts, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (texts, text) : NULL;
}

/* --- what is known of a round --- */

static void
know (Share *share, OvsMilestone milestone, gint64 open, OvsDay done_on)
{
  share->facts[milestone].known = TRUE;
  share->facts[milestone].open = open;
  share->facts[milestone].done_on = open == 0 ? done_on : OVS_NO_DAY;
}

static void
know_all (Share *share, const OvsRoundShare *row, OvsDay overview_on)
{
  if (overview_on != OVS_NO_DAY)
    know (share, OVS_MILESTONE_OVERVIEW, 0, overview_on);
  if (row->frozen_on != OVS_NO_DAY)
    know (share, OVS_MILESTONE_FREEZE, 0, row->frozen_on);
  if (row->clients == 0)
    return;
  know (share, OVS_MILESTONE_READ_IN, row->without_people, OVS_NO_DAY);
  know (share, OVS_MILESTONE_ANSWERS, row->to_answer, OVS_NO_DAY);
  /* Nobody was judged where nobody was read in. */
  share->facts[OVS_MILESTONE_ANSWERS].known = row->without_people == 0;
  know (share, OVS_MILESTONE_CLIENT_MAIL, row->not_informed, row->informed_on);
  know (share, OVS_MILESTONE_EMPLOYEES, row->employees_not_informed, row->employees_informed_on);
  know (share, OVS_MILESTONE_READ_AGAIN, row->not_read_again, row->read_on);
  if (row->route == OVS_ROUTE_LOKET)
    know (share, OVS_MILESTONE_HAND_IN, row->not_handed_in, row->sent_on);
  know (share, OVS_MILESTONE_CONVERSION, row->to_invite, row->sent_on);
  know (share, OVS_MILESTONE_RESULTS, row->unsure, OVS_NO_DAY);
  know (share, OVS_MILESTONE_FALLOUT, row->fallout, OVS_NO_DAY);
  know (share, OVS_MILESTONE_FOLLOW_UP, row->waiting, OVS_NO_DAY);
  know (share, OVS_MILESTONE_SECOND_FOLLOW_UP, row->waiting, OVS_NO_DAY);
}

/* A round is begun and finished as a whole, whoever has its clients. */
static void
settle_round (Reading *reading, gint64 wave, gboolean begun)
{
  for (guint i = reading->shares->len; i > 0; i--)
    {
      Share *share = &g_array_index (reading->shares, Share, i - 1);

      if (share->wave != wave)
        return;
      begun = begun || share->round.begun;
      share->round.begun = begun;
      share->round.finished = begun && reading->to_invite == 0;
    }
}

static void
add_share (const OvsRoundShare *row, gpointer data)
{
  Reading *reading = data;
  Share share = { row->wave, row->number, { row->date, ovs_tx_today (reading->tx), row->route, row->submitted > 0, FALSE }, row->clients };
  const Share *before = reading->shares->len > 0 ? &g_array_index (reading->shares, Share, reading->shares->len - 1) : NULL;
  gboolean same = before != NULL && before->wave == row->wave;
  gboolean begun = same && before->round.begun;

  share.handler = keep (reading->texts, row->handler);
  know_all (&share, row, reading->overview_on);
  reading->to_invite = (same ? reading->to_invite : 0) + row->to_invite;
  g_array_append_val (reading->shares, share);
  settle_round (reading, row->wave, begun || row->submitted > 0);
}

static void
add_tick (gint64 wave, const char *code, OvsDay done_on, const char *actor, gpointer data)
{
  Reading *reading = data;
  OvsMilestone milestone;

  if (!ovs_milestone_from_code (code, &milestone))
    return;
  for (guint i = 0; i < reading->shares->len; i++)
    {
      Share *share = &g_array_index (reading->shares, Share, i);

      if (share->wave != wave)
        continue;
      share->facts[milestone].ticked_on = done_on;
      share->facts[milestone].ticked_by = keep (reading->texts, actor);
    }
}

static void
read_shares (OvsTx *tx, Reading *reading)
{
  g_autofree char *number = NULL;

  reading->tx = tx;
  reading->shares = g_array_new (FALSE, TRUE, sizeof (Share));
  reading->texts = g_string_chunk_new (1024);
  ovs_tickets_latest (tx, OVS_SUBJECT_OVERVIEW, &number, &reading->overview_on);
  ovs_round_shares_foreach (tx, add_share, reading);
  ovs_milestones_foreach (tx, 0, add_tick, reading);
}

/* --- time lines --- */

static OvsRoundLine *
find_line (OvsRoundLines *lines, const Share *share)
{
  OvsRoundLine line = { share->wave, share->number, share->round };
  OvsRoundLine *last = lines->lines->len > 0 ? &g_array_index (lines->lines, OvsRoundLine, lines->lines->len - 1) : NULL;

  if (last != NULL && last->wave == share->wave)
    return last;
  g_array_append_val (lines->lines, line);
  return &g_array_index (lines->lines, OvsRoundLine, lines->lines->len - 1);
}

OvsRoundLines *
ovs_round_lines_read (OvsTx *tx)
{
  OvsRoundLines *lines = g_new0 (OvsRoundLines, 1);
  Reading reading = { 0 };

  read_shares (tx, &reading);
  lines->lines = g_array_new (FALSE, TRUE, sizeof (OvsRoundLine));
  lines->texts = reading.texts;
  for (guint i = 0; i < reading.shares->len; i++)
    {
      const Share *share = &g_array_index (reading.shares, Share, i);
      OvsRoundLine *line = find_line (lines, share);

      line->clients += share->clients;
      for (int milestone = 0; milestone < OVS_N_MILESTONES; milestone++)
        ovs_milestone_fact_add (&line->facts[milestone], &share->facts[milestone]);
    }
  g_array_unref (reading.shares);
  return lines;
}

void
ovs_round_lines_free (OvsRoundLines *lines)
{
  if (lines == NULL)
    return;
  g_array_unref (lines->lines);
  g_string_chunk_free (lines->texts);
  g_free (lines);
}

const OvsRoundLine *
ovs_round_lines_find (const OvsRoundLines *lines, gint64 wave)
{
  for (guint i = 0; i < lines->lines->len; i++)
    if (g_array_index (lines->lines, OvsRoundLine, i).wave == wave)
      return &g_array_index (lines->lines, OvsRoundLine, i);
  return NULL;
}

/* --- today --- */

typedef struct
{
  OvsAgenda *agenda;
  OvsAgendaKind kind;
  OvsDay today;
} Adding;

static void
add_stand_in (const OvsStandIn *stand_in, gpointer data)
{
  ovs_agenda_add_stand_in (data, stand_in->handler, stand_in->by, stand_in->first, stand_in->last);
}

static void
add_client (const OvsClientDue *client, gpointer data)
{
  const Adding *adding = data;
  OvsAgendaItem item = { .kind = adding->kind, .client = client->client, .client_number = client->number, .client_name = client->name,
                         .handler = client->handler, .due = client->due };

  ovs_agenda_add (adding->agenda, &item);
}

static void
add_told (const OvsToldOtherwise *client, gpointer data)
{
  const Adding *adding = data;
  OvsAgendaItem item = { .kind = OVS_AGENDA_CORRECTION, .wave = client->wave, .number = client->wave_number, .round = { .day = client->day },
                         .handler = client->handler, .due = adding->today, .open = 1 };

  ovs_agenda_add (adding->agenda, &item);
}

static void
add_enquiry (const OvsEnquiryRow *row, gpointer data)
{
  const Adding *adding = data;
  OvsAgendaItem item = { .kind = OVS_AGENDA_ENQUIRY, .client = row->employer, .client_number = row->number, .client_name = row->name,
                         .handler = row->handler, .due = row->deadline };

  if (row->state == OVS_ENQUIRY_LATE)
    ovs_agenda_add (adding->agenda, &item);
}

OvsAgenda *
ovs_agenda_read (OvsTx *tx, const char *who)
{
  OvsAgenda *agenda = ovs_agenda_new (ovs_tx_today (tx), who);
  Adding adding = { agenda, OVS_AGENDA_LETTER, ovs_tx_today (tx) };
  Reading reading = { 0 };

  ovs_stand_ins_foreach (tx, add_stand_in, agenda);
  read_shares (tx, &reading);
  for (guint i = 0; i < reading.shares->len; i++)
    {
      const Share *share = &g_array_index (reading.shares, Share, i);

      if (share->clients > 0)
        ovs_agenda_add_share (agenda, share->wave, share->number, &share->round, share->handler, share->facts);
    }
  g_array_unref (reading.shares);
  g_string_chunk_free (reading.texts);
  ovs_told_otherwise_foreach (tx, 0, OVS_NO_DAY, add_told, &adding);
  ovs_failed_letters_foreach (tx, add_client, &adding);
  ovs_enquiries_foreach (tx, NULL, add_enquiry, &adding);
  adding.kind = OVS_AGENDA_CALL_BACK;
  ovs_calls_due_foreach (tx, add_client, &adding);
  return agenda;
}
