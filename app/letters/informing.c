/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/informing.h"

#include "mail/message.h"
#include "rules/address.h"
#include "rules/boundary.h"

/* --- one client ------------------------------------------------------------------------------------------------ */

static gboolean
can_be_mailed (const OvsInformRow *row)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (row->contact_email);

  return !row->contact_left && address->kind == OVS_ADDRESS_OK && ovs_mail_address_is_possible (address->address);
}

/* Of a letter that is neither sent nor of no use any more. FALSE where it is one of these. */
static gboolean
judge_letter (const OvsInformRow *row, OvsInforming *informing)
{
  if (!row->has_letter)
    return FALSE;
  switch (row->letter_state)
    {
    case OVS_LETTER_SENDING:
    case OVS_LETTER_UNKNOWN:
      *informing = OVS_INFORMING_UNKNOWN;
      return TRUE;
    case OVS_LETTER_REFUSED:
      *informing = OVS_INFORMING_REFUSED;
      return TRUE;
    case OVS_LETTER_WAITING:
      *informing = row->letter_way == OVS_WAY_MAIL ? OVS_INFORMING_OUTBOX : OVS_INFORMING_DRAFT;
      return row->letter_day == OVS_NO_DAY || row->letter_day == row->wave_on;
    case OVS_LETTER_SENT:
    case OVS_LETTER_DROPPED:
    case OVS_N_LETTER_STATES:
    default:
      return FALSE;
    }
}

OvsInforming
ovs_informing_judge (const OvsInformRow *row, OvsDay today)
{
  gboolean told_later = row->informed_on != OVS_NO_DAY && row->informed_at > row->sent_at;
  OvsInforming informing;

  if (row->submitted && row->informed_on == OVS_NO_DAY && row->sent_at == 0)
    return OVS_INFORMING_OVER;
  if (told_later)
    return OVS_INFORMING_BY_HAND;
  if (!row->submitted && judge_letter (row, &informing))
    return informing;
  if (row->sent_at != 0)
    return row->told_day == OVS_NO_DAY || row->told_day == row->wave_on || row->wave_on < today || row->submitted ? OVS_INFORMING_SENT
                                                                                                                 : OVS_INFORMING_CORRECT;
  if (row->informed_on != OVS_NO_DAY)
    return OVS_INFORMING_BY_HAND;
  if (row->wave_on == OVS_NO_DAY)
    return OVS_INFORMING_NO_ROUND;
  if (row->wave_on < today)
    return OVS_INFORMING_PASSED;
  return can_be_mailed (row) ? OVS_INFORMING_READY : OVS_INFORMING_NO_ADDRESS;
}

gboolean
ovs_informing_is_informed (OvsInforming informing)
{
  return informing == OVS_INFORMING_SENT || informing == OVS_INFORMING_BY_HAND;
}

gboolean
ovs_informing_is_open (OvsInforming informing)
{
  return informing > OVS_INFORMING_OVER && informing < OVS_N_INFORMINGS;
}

gboolean
ovs_informing_can_go (OvsInforming informing)
{
  return informing == OVS_INFORMING_READY || informing == OVS_INFORMING_CORRECT || informing == OVS_INFORMING_OUTBOX;
}

OvsDay
ovs_informing_due (const OvsInformRow *row)
{
  return row->wave_on != OVS_NO_DAY ? row->wave_on - OVS_NOTICE_DAYS : OVS_NO_DAY;
}

/* --- all of them ----------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsInformingTotals *totals;
  OvsDay today;
} Counting;

static OvsInformingRound *
get_round (OvsInformingTotals *totals, gint64 wave)
{
  OvsInformingRound fresh = { .wave = wave };

  for (guint i = 0; i < totals->rounds->len; i++)
    if (g_array_index (totals->rounds, OvsInformingRound, i).wave == wave)
      return &g_array_index (totals->rounds, OvsInformingRound, i);
  g_array_append_val (totals->rounds, fresh);
  return &g_array_index (totals->rounds, OvsInformingRound, totals->rounds->len - 1);
}

static void
count_due (OvsInformingTotals *totals, OvsDay due, OvsDay today)
{
  if (due == OVS_NO_DAY)
    return;
  totals->late += due < today;
  totals->today += due == today;
  if (due >= today && (totals->next_due == OVS_NO_DAY || due < totals->next_due))
    totals->next_due = due;
}

static void
count (const OvsInformRow *row, gpointer data)
{
  Counting *counting = data;
  OvsInformingTotals *totals = counting->totals;
  OvsInforming informing = ovs_informing_judge (row, counting->today);
  OvsInformingRound *round = get_round (totals, row->wave);
  OvsDay due = ovs_informing_due (row);

  totals->clients++;
  totals->states[informing]++;
  totals->informed += ovs_informing_is_informed (informing);
  totals->open += ovs_informing_is_open (informing);
  totals->can_go += ovs_informing_can_go (informing);
  totals->employees_informed += row->employees_informed_on != OVS_NO_DAY;
  totals->flyer_hangs += row->flyer_hangs_on != OVS_NO_DAY;
  totals->latest = MAX (totals->latest, row->informed_on);
  round->clients++;
  round->employees += row->employees;
  round->informed += ovs_informing_is_informed (informing);
  round->open += ovs_informing_is_open (informing);
  ovs_notice_add (&round->notice, row->informed_on);
  if (ovs_informing_is_open (informing))
    count_due (totals, due, counting->today);
  totals->pressing += ovs_informing_can_go (informing) && due <= counting->today;
  if (informing == OVS_INFORMING_NO_ADDRESS && totals->without_address == NULL)
    totals->without_address = g_strdup (row->name != NULL ? row->name : row->number);
}

void
ovs_informing_count (OvsTx *tx, const char *handler, OvsInformingTotals *totals)
{
  Counting counting = { totals, ovs_tx_today (tx) };

  *totals = (OvsInformingTotals){ .next_due = OVS_NO_DAY, .latest = OVS_NO_DAY };
  totals->rounds = g_array_new (FALSE, FALSE, sizeof (OvsInformingRound));
  ovs_inform_list_foreach (tx, handler, count, &counting);
}

typedef struct
{
  GArray *clients;
  OvsDay today;
} Finding;

static void
keep_open (const OvsInformRow *row, gpointer data)
{
  Finding *finding = data;

  if (ovs_informing_is_open (ovs_informing_judge (row, finding->today)))
    g_array_append_val (finding->clients, row->id);
}

GArray *
ovs_informing_find_open (OvsTx *tx, const char *handler)
{
  Finding finding = { g_array_new (FALSE, FALSE, sizeof (gint64)), ovs_tx_today (tx) };

  ovs_inform_list_foreach (tx, handler, keep_open, &finding);
  return finding.clients;
}

void
ovs_informing_totals_clear (OvsInformingTotals *totals)
{
  g_clear_pointer (&totals->without_address, g_free);
  g_clear_pointer (&totals->rounds, g_array_unref);
}

const OvsInformingRound *
ovs_informing_totals_find (const OvsInformingTotals *totals, gint64 wave)
{
  for (guint i = 0; i < totals->rounds->len; i++)
    if (g_array_index (totals->rounds, OvsInformingRound, i).wave == wave)
      return &g_array_index (totals->rounds, OvsInformingRound, i);
  return NULL;
}
