/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/apply/apply-outcome.h"

#include "conversion/fallout-reason.h"
#include "dossier/journal.h"
#include "dossier/runs.h"
#include "dossier/waves.h"

static void
add_reason (OvsApplyOutcome *outcome, const OvsOutcomeRow *row)
{
  const char *code = row->reason != NULL ? row->reason : OVS_FALLOUT_REFUSED_BY_LOKET;
  gboolean told = g_str_equal (code, OVS_FALLOUT_REFUSED_BY_LOKET) && row->message != NULL && *row->message != '\0';
  const char *text = told ? row->message : ovs_fallout_reason_title (code);
  OvsApplyReason *reason = g_hash_table_lookup (outcome->reasons, text);

  if (reason == NULL)
    {
      reason = g_new0 (OvsApplyReason, 1);
      reason->advice = ovs_fallout_reason_advice (code);
      g_hash_table_insert (outcome->reasons, g_strdup (text), reason);
    }
  reason->people++;
}

/* People of a conversion, as ovs_runs_find_latest() has them. */
typedef struct
{
  OvsApplyOutcome *outcome;
  GHashTable *people;
} Count;

static void
count_one (const OvsOutcomeRow *row, gpointer data)
{
  const Count *count = data;
  OvsApplyOutcome *outcome = count->outcome;
  gpointer invited;

  if (!g_hash_table_lookup_extended (count->people, &row->employee, NULL, &invited))
    return;
  outcome->blocked += row->standing.blocked;
  outcome->unblocked += row->standing.outcome == OVS_OUTCOME_INVITED && row->standing.both_portals && !row->standing.reinstated;
  if (!GPOINTER_TO_INT (invited))
    return;
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    outcome->lists[list] += ovs_outcome_list_has (list, row);
  if (row->standing.outcome == OVS_OUTCOME_FALLOUT)
    add_reason (outcome, row);
}

static void
take_number (const OvsWaveRow *row, gpointer data)
{
  *(gint64 *) data = row->number;
}

void
ovs_apply_outcome_read (OvsTx *tx, OvsApplyOutcome *outcome)
{
  g_autoptr (GHashTable) people = NULL;
  Count count;

  *outcome = (OvsApplyOutcome) { .wave = outcome->wave, .round = MIN (outcome->wave, 0), .reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  if (outcome->wave > 0)
    ovs_waves_get (tx, outcome->wave, take_number, &outcome->round);
  if (!ovs_runs_find_latest (tx, outcome->wave, &outcome->begun, &people))
    return;
  count = (Count) { outcome, people };
  ovs_outcomes_foreach_involved (tx, ovs_tx_today (tx), count_one, &count);
}

gint64
ovs_apply_outcome_count_submitted (const OvsApplyOutcome *outcome)
{
  const gint64 *lists = outcome->lists;

  return lists[OVS_OUTCOMES_INVITED] + lists[OVS_OUTCOMES_REFUSED] + lists[OVS_OUTCOMES_UNKNOWN];
}

void
ovs_apply_outcome_clear (OvsApplyOutcome *outcome)
{
  g_clear_pointer (&outcome->reasons, g_hash_table_unref);
}
