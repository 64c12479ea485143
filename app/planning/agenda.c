/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/agenda.h"

#include <glib/gi18n.h>

/* Somebody who stands in may be away himself; so many are asked in turn. */
#define MOST_STAND_INS 8

typedef struct
{
  const char *handler;
  const char *by;
} StandIn;

/* A round, of the clients that are looked at. */
typedef struct
{
  gint64 wave;
  gint64 number;
  OvsMilestoneRound round;
  OvsMilestoneFact facts[OVS_N_MILESTONES];
} Line;

struct _OvsAgenda
{
  OvsDay today;
  const char *who; /* (nullable) */
  GStringChunk *texts;
  GArray *stand_ins; /* of StandIn, today's */
  GArray *lines;     /* of Line */
  GArray *items;     /* of OvsAgendaItem */
  gboolean complete;
};

static const struct
{
  const char *code;
  const char *title;
} kinds[OVS_N_AGENDA_KINDS] = {
  [OVS_AGENDA_MILESTONE] = { "milestone", NULL },
  [OVS_AGENDA_CORRECTION] = { "correction", N_ ("Send a correction: another day") },
  [OVS_AGENDA_LETTER] = { "letter", N_ ("See to a letter that did not arrive") },
  [OVS_AGENDA_ENQUIRY] = { "enquiry", N_ ("Ask after the list") },
  [OVS_AGENDA_CALL_BACK] = { "call-back", N_ ("Call back") },
};

OvsAgenda *
ovs_agenda_new (OvsDay today, const char *who)
{
  OvsAgenda *agenda = g_new0 (OvsAgenda, 1);

  agenda->today = today;
  agenda->texts = g_string_chunk_new (1024);
  agenda->who = who != NULL ? g_string_chunk_insert_const (agenda->texts, who) : NULL;
  agenda->stand_ins = g_array_new (FALSE, FALSE, sizeof (StandIn));
  agenda->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  agenda->items = g_array_new (FALSE, FALSE, sizeof (OvsAgendaItem));
  return agenda;
}

void
ovs_agenda_free (OvsAgenda *agenda)
{
  if (agenda == NULL)
    return;
  g_string_chunk_free (agenda->texts);
  g_array_unref (agenda->stand_ins);
  g_array_unref (agenda->lines);
  g_array_unref (agenda->items);
  g_free (agenda);
}

static const char *
keep (OvsAgenda *agenda, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (agenda->texts, text) : NULL;
}

/* --- who does it --- */

void
ovs_agenda_add_stand_in (OvsAgenda *agenda, const char *handler, const char *by, OvsDay first, OvsDay last)
{
  StandIn stand_in = { keep (agenda, handler), keep (agenda, by) };

  if (agenda->today >= first && agenda->today <= last)
    g_array_append_val (agenda->stand_ins, stand_in);
}

static const char *
find_stand_in (OvsAgenda *agenda, const char *handler)
{
  for (guint i = 0; i < agenda->stand_ins->len; i++)
    {
      const StandIn *stand_in = &g_array_index (agenda->stand_ins, StandIn, i);

      if (g_strcmp0 (stand_in->handler, handler) == 0)
        return stand_in->by;
    }
  return NULL;
}

const char *
ovs_agenda_stand_in (OvsAgenda *agenda, const char *handler)
{
  const char *found = handler != NULL ? find_stand_in (agenda, handler) : NULL;

  for (int i = 0; i < MOST_STAND_INS && found != NULL; i++)
    {
      const char *next = find_stand_in (agenda, found);

      if (next == NULL)
        return g_strcmp0 (found, handler) != 0 ? found : NULL;
      found = next;
    }
  /* They all stand in for each other: then everybody is there. */
  return NULL;
}

gboolean
ovs_agenda_concerns (OvsAgenda *agenda, const char *handler)
{
  return agenda->who == NULL || g_strcmp0 (agenda->who, handler) == 0 || g_strcmp0 (agenda->who, ovs_agenda_stand_in (agenda, handler)) == 0;
}

/* --- what is to be done --- */

static Line *
find_line (OvsAgenda *agenda, gint64 wave)
{
  for (guint i = 0; i < agenda->lines->len; i++)
    if (g_array_index (agenda->lines, Line, i).wave == wave)
      return &g_array_index (agenda->lines, Line, i);
  g_array_set_size (agenda->lines, agenda->lines->len + 1);
  return &g_array_index (agenda->lines, Line, agenda->lines->len - 1);
}

void
ovs_agenda_add_share (OvsAgenda *agenda, gint64 wave, gint64 number, const OvsMilestoneRound *round, const char *handler,
                      const OvsMilestoneFact *facts)
{
  Line *line;

  if (!ovs_agenda_concerns (agenda, handler))
    return;
  line = find_line (agenda, wave);
  line->wave = wave;
  line->number = number;
  line->round = *round;
  for (int i = 0; i < OVS_N_MILESTONES; i++)
    {
      OvsMilestoneFact fact = facts[i];

      fact.ticked_by = keep (agenda, fact.ticked_by);
      ovs_milestone_fact_add (&line->facts[i], &fact);
    }
}

/* What is about a whole round stands there once, however many colleagues have clients in it. */
static gboolean
add_to_round (OvsAgenda *agenda, const OvsAgendaItem *item)
{
  for (guint i = 0; item->client == 0 && i < agenda->items->len; i++)
    {
      OvsAgendaItem *there = &g_array_index (agenda->items, OvsAgendaItem, i);

      if (there->client != 0 || there->kind != item->kind || there->wave != item->wave)
        continue;
      there->open += item->open;
      there->due = MIN (there->due, item->due);
      there->late = there->due < agenda->today;
      return TRUE;
    }
  return FALSE;
}

void
ovs_agenda_add (OvsAgenda *agenda, const OvsAgendaItem *item)
{
  OvsAgendaItem kept = *item;

  if (item->due > agenda->today || !ovs_agenda_concerns (agenda, item->handler) || add_to_round (agenda, item))
    return;
  kept.client_number = keep (agenda, item->client_number);
  kept.client_name = keep (agenda, item->client_name);
  kept.handler = item->client != 0 ? keep (agenda, item->handler) : NULL;
  kept.stand_in = ovs_agenda_stand_in (agenda, kept.handler);
  kept.round.today = agenda->today;
  kept.late = item->due < agenda->today;
  g_array_append_val (agenda->items, kept);
}

static void
add_milestones (OvsAgenda *agenda, const Line *line)
{
  for (int i = 0; i < OVS_N_MILESTONES; i++)
    {
      OvsMilestone milestone = (OvsMilestone) i;
      OvsMilestoneState state = ovs_milestone_judge (milestone, &line->round, &line->facts[i]);
      OvsAgendaItem item = { OVS_AGENDA_MILESTONE, milestone, line->wave, line->number, line->round };

      if (state != OVS_MILESTONE_DUE && state != OVS_MILESTONE_LATE)
        continue;
      item.due = state == OVS_MILESTONE_LATE ? ovs_milestone_last (milestone, line->round.day) : agenda->today;
      item.late = state == OVS_MILESTONE_LATE;
      item.open = line->facts[i].known ? line->facts[i].open : 0;
      g_array_append_val (agenda->items, item);
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const OvsAgendaItem *one = a;
  const OvsAgendaItem *other = b;

  if (one->due != other->due)
    return one->due - other->due;
  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;
  if (one->milestone != other->milestone)
    return (int) one->milestone - (int) other->milestone;
  return (one->client > other->client) - (one->client < other->client);
}

const GArray *
ovs_agenda_get_items (OvsAgenda *agenda)
{
  if (agenda->complete)
    return agenda->items;
  for (guint i = 0; i < agenda->lines->len; i++)
    add_milestones (agenda, &g_array_index (agenda->lines, Line, i));
  g_array_sort (agenda->items, compare_items);
  agenda->complete = TRUE;
  return agenda->items;
}

/* --- in words --- */

const char *
ovs_agenda_kind_code (OvsAgendaKind kind)
{
  return kinds[kind].code;
}

const char *
ovs_agenda_item_title (const OvsAgendaItem *item)
{
  return item->kind == OVS_AGENDA_MILESTONE ? ovs_milestone_title (item->milestone, item->round.route) : _ (kinds[item->kind].title);
}

static void
add_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
add_subject (GString *text, const OvsAgendaItem *item)
{
  g_autofree char *day = ovs_day_to_dutch (item->round.day);
  g_autofree char *round = g_strdup_printf (_ ("Round %d"), (int) item->number);

  if (item->client_number != NULL)
    g_string_append_printf (text, "%s %s", item->client_number, item->client_name != NULL ? item->client_name : "");
  if (item->wave != 0)
    add_part (text, round);
  if (item->wave != 0 && item->round.day != OVS_NO_DAY)
    add_part (text, day);
}

static void
add_number (GString *text, const OvsAgendaItem *item)
{
  gulong n = (gulong) item->open;
  g_autofree char *number = NULL;

  if (item->open == 0)
    return;
  if (item->kind == OVS_AGENDA_MILESTONE && ovs_milestone_counts_people (item->milestone))
    number = g_strdup_printf (ngettext ("%'d employee", "%'d employees", n), (int) item->open);
  else
    number = g_strdup_printf (ngettext ("%'d client", "%'d clients", n), (int) item->open);
  add_part (text, number);
}

static void
add_when (GString *text, const OvsAgendaItem *item)
{
  int days = (int) (item->round.today - item->due);
  g_autofree char *late = g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) days), days);

  add_part (text, item->late ? late : _ ("today"));
}

char *
ovs_agenda_item_tell (const OvsAgendaItem *item)
{
  GString *text = g_string_new (NULL);

  add_subject (text, item);
  add_number (text, item);
  add_when (text, item);
  if (item->stand_in != NULL)
    {
      /* Translators: the name of who stands in, and of whose client it is. */
      g_autofree char *who = g_strdup_printf (_ ("%s for %s"), item->stand_in, item->handler);

      add_part (text, who);
    }
  else if (item->handler != NULL)
    add_part (text, item->handler);
  return g_string_free (text, FALSE);
}
