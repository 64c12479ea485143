/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/outcomes.h"

#include "dossier/judge-rows.h"

/* The journal of each employee in one row, by employee: the two walks of ovs_outcomes_foreach() go side by side. */
#define SELECT_JOURNAL \
  "SELECT e.id, " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state <> 'planned'), " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state = 'confirmed'), " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state IN ('sent', 'unknown')), " \
  "count(i.id) FILTER (WHERE i.kind = 'block' AND i.state = 'confirmed'), " \
  "count(i.id) FILTER (WHERE i.kind = 'block' AND i.state IN ('sent', 'unknown')), " \
  "count(i.request) FILTER (WHERE i.kind = 'invite' AND i.state <> 'planned'), " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state = 'refused'), " \
  "(SELECT b.werknemerloket_before FROM intent b WHERE b.employee = e.id AND b.kind = 'invite' ORDER BY b.generation LIMIT 1), " \
  "(SELECT r.reason FROM intent r WHERE r.employee = e.id AND r.kind = 'invite' AND r.reason IS NOT NULL ORDER BY r.generation DESC LIMIT 1), " \
  "(SELECT r.message FROM intent r WHERE r.employee = e.id AND r.kind = 'invite' AND r.message IS NOT NULL ORDER BY r.generation DESC LIMIT 1), " \
  "(SELECT f.reason FROM fallout_entry f WHERE f.employee = e.id ORDER BY f.id DESC LIMIT 1) " \
  "FROM employee e LEFT JOIN intent i ON i.employee = e.id "

static const char select_journal[] = SELECT_JOURNAL "GROUP BY e.id ORDER BY e.id";
static const char select_journal_of[] = SELECT_JOURNAL "WHERE e.id = ?1 GROUP BY e.id";

enum
{
  COLUMN_EMPLOYEE,
  COLUMN_SUBMITTED,
  COLUMN_CONFIRMED,
  COLUMN_UNSETTLED,
  COLUMN_BLOCK_CONFIRMED,
  COLUMN_BLOCK_UNSETTLED,
  COLUMN_ATTEMPTS,
  COLUMN_REFUSED,
  COLUMN_BEFORE,
  COLUMN_REASON,
  COLUMN_MESSAGE,
  COLUMN_LISTED,
};

static void
report (OvsRows *journal, const OvsJudgeRows *rows, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  const char *listed = ovs_rows_text (journal, COLUMN_LISTED);
  const char *message = ovs_rows_text (journal, COLUMN_MESSAGE);
  OvsStandingRow row = {
    .submitted = ovs_rows_int (journal, COLUMN_SUBMITTED) > 0,
    .invitation_confirmed = ovs_rows_int (journal, COLUMN_CONFIRMED) > 0,
    .invitation_unsettled = ovs_rows_int (journal, COLUMN_UNSETTLED) > 0,
    .block_confirmed = ovs_rows_int (journal, COLUMN_BLOCK_CONFIRMED) > 0,
    .block_unsettled = ovs_rows_int (journal, COLUMN_BLOCK_UNSETTLED) > 0,
    .before = ovs_access_from_word (ovs_rows_text (journal, COLUMN_BEFORE)),
    .werknemerloket = rows->row.werknemerloket,
    .mijnloket = rows->row.mijnloket,
    .active = ovs_employments_any_active (rows->row.employments, rows->row.n_employments, today),
  };
  OvsOutcomeRow outcome = {
    .employee = rows->employee,
    .employer_number = rows->employer_number,
    .employee_number = rows->employee_number,
    .werknemerloket = rows->row.werknemerloket,
    .mijnloket = rows->row.mijnloket,
    .standing = ovs_standing_derive (&row),
    .reason = ovs_rows_text (journal, COLUMN_REASON),
    .message = message != NULL ? message : listed,
    .attempts = ovs_rows_int (journal, COLUMN_ATTEMPTS),
    .was_fallout = ovs_rows_int (journal, COLUMN_REFUSED) > 0 || listed != NULL,
  };

  func (&outcome, data);
}

void
ovs_outcomes_foreach (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  OvsRows journal = ovs_rows_open (tx, select_journal, "");
  OvsJudgeRows rows;

  ovs_judge_rows_open (&rows, tx);
  while (ovs_judge_rows_next (&rows) && ovs_rows_next (&journal))
    report (&journal, &rows, today, func, data);
  ovs_judge_rows_close (&rows);
  ovs_rows_close (&journal);
}

gboolean
ovs_outcomes_get (OvsTx *tx, OvsDay today, gint64 employee, OvsOutcomeFunc func, gpointer data)
{
  OvsRows journal = ovs_rows_open (tx, select_journal_of, "i", employee);
  OvsJudgeRows rows;
  gboolean found;

  ovs_judge_rows_open_one (&rows, tx, employee);
  found = ovs_judge_rows_next (&rows) && ovs_rows_next (&journal);
  if (found)
    report (&journal, &rows, today, func, data);
  ovs_judge_rows_close (&rows);
  ovs_rows_close (&journal);
  return found;
}

static void
count_one (const OvsOutcomeRow *row, gpointer data)
{
  OvsOutcomeCounts *counts = data;
  const OvsStanding *standing = &row->standing;

  counts->submitted += standing->outcome != OVS_OUTCOME_NOT_SUBMITTED;
  counts->invited += standing->outcome == OVS_OUTCOME_INVITED;
  counts->fallout += standing->outcome == OVS_OUTCOME_FALLOUT;
  counts->unknown += standing->outcome == OVS_OUTCOME_UNKNOWN;
  counts->blocked += standing->blocked;
  counts->stranded += standing->stranded;
  counts->perhaps_stranded += standing->perhaps_stranded;
  counts->both_portals += standing->both_portals;
  counts->pending += row->mijnloket == OVS_ACCESS_INVITE_PENDING;
  counts->linked += row->mijnloket == OVS_ACCESS_ACTIVE;
  counts->expired += row->mijnloket == OVS_ACCESS_INVITE_EXPIRED;
  counts->failed += row->mijnloket == OVS_ACCESS_INVITE_FAILED || row->mijnloket == OVS_ACCESS_INVITE_CANCELLED;
}

void
ovs_outcomes_count (OvsTx *tx, OvsDay today, OvsOutcomeCounts *counts)
{
  *counts = (OvsOutcomeCounts) { 0 };
  ovs_outcomes_foreach (tx, today, count_one, counts);
}

typedef struct
{
  GHashTable *employers; /* (element-type utf8) numbers of the colleague's clients */
  OvsOutcomeCounts *counts;
} CountFor;

static void
count_one_for (const OvsOutcomeRow *row, gpointer data)
{
  CountFor *count = data;

  if (g_hash_table_contains (count->employers, row->employer_number))
    count_one (row, count->counts);
}

void
ovs_outcomes_count_for (OvsTx *tx, OvsDay today, const char *handler, OvsOutcomeCounts *counts)
{
  g_autoptr (GHashTable) employers = NULL;
  CountFor count;
  OvsRows rows;

  if (handler == NULL)
    {
      ovs_outcomes_count (tx, today, counts);
      return;
    }
  employers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows = ovs_rows_open (tx, "SELECT number FROM employer WHERE handler = ?1", "s", handler);
  while (ovs_rows_next (&rows))
    g_hash_table_add (employers, g_strdup (ovs_rows_text (&rows, 0)));
  *counts = (OvsOutcomeCounts) { 0 };
  count = (CountFor) { employers, counts };
  ovs_outcomes_foreach (tx, today, count_one_for, &count);
}

void
ovs_outcomes_unknown_fallout (OvsTx *tx, OvsUnknownFalloutFunc func, gpointer data)
{
  OvsRows rows
      = ovs_rows_open (tx, "SELECT employer_number, employee_number, name, reason FROM fallout_entry WHERE employee IS NULL ORDER BY id", "");

  while (ovs_rows_next (&rows))
    func (ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_text (&rows, 3), data);
}
