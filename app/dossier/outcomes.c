/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/outcomes.h"

#include "dossier/judge-rows.h"

/* Loket's own conversion blocks as well, and whether also who gets no invitation it does not say, until somebody reads it since. */
#define PERHAPS_BLOCKED \
  "EXISTS (SELECT 1 FROM intent q JOIN request r ON r.id = q.request WHERE q.employee = e.id AND q.kind = 'invite' AND q.state = 'refused' " \
  "AND r.route <> 'api' AND NOT EXISTS (SELECT 1 FROM access a WHERE a.employee = e.id AND a.portal = 'werknemerloket' " \
  "AND substr(a.as_of, 1, 10) >= substr(r.sent, 1, 10)))"

/* The journal of each employee in one row, by employee: the two walks of ovs_outcomes_foreach() go side by side. */
#define SELECT_JOURNAL \
  "SELECT e.id, " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state <> 'planned'), " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state = 'confirmed'), " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state IN ('sent', 'unknown')), " \
  "count(i.id) FILTER (WHERE i.kind = 'block' AND i.state = 'confirmed'), " \
  "count(i.id) FILTER (WHERE i.kind = 'block' AND i.state IN ('sent', 'unknown')), " \
  "coalesce(max(i.id) FILTER (WHERE i.kind = 'reinstate' AND i.state = 'confirmed') " \
  "> coalesce(max(i.id) FILTER (WHERE i.kind IN ('invite', 'block') AND i.state = 'confirmed'), 0), 0), " \
  "count(i.request) FILTER (WHERE i.kind = 'invite' AND i.state <> 'planned'), " \
  "count(i.id) FILTER (WHERE i.kind = 'invite' AND i.state = 'refused'), " \
  "(SELECT b.werknemerloket_before FROM intent b WHERE b.employee = e.id AND b.kind = 'invite' ORDER BY b.generation LIMIT 1), " \
  "(SELECT r.reason FROM intent r WHERE r.employee = e.id AND r.kind = 'invite' AND r.reason IS NOT NULL ORDER BY r.generation DESC LIMIT 1), " \
  "(SELECT r.message FROM intent r WHERE r.employee = e.id AND r.kind = 'invite' AND r.message IS NOT NULL ORDER BY r.generation DESC LIMIT 1), " \
  "(SELECT f.reason FROM fallout_entry f WHERE f.employee = e.id ORDER BY f.id DESC LIMIT 1), " \
  "CASE WHEN count(i.id) = 0 THEN e.first_seen > (SELECT min(r.sent) FROM request r WHERE r.employer = e.employer AND r.kind = 'invite') END, " \
  PERHAPS_BLOCKED ", EXISTS (SELECT 1 FROM request d WHERE d.employer = e.employer AND d.kind = 'invite'), " \
  "(SELECT u.no_access_on IS NOT NULL FROM follow_up u WHERE u.employee = e.id), (SELECT u.snoozed_until FROM follow_up u WHERE u.employee = e.id) "

#define FROM_EVERYBODY "FROM employee e LEFT JOIN intent i ON i.employee = e.id "
#define FROM_CIRCLE "FROM temp.circle s CROSS JOIN employee e ON e.id = s.employee LEFT JOIN intent i ON i.employee = e.id "

static const char select_journal[] = SELECT_JOURNAL FROM_EVERYBODY "GROUP BY e.id ORDER BY e.id";
static const char select_journal_in_circle[] = SELECT_JOURNAL FROM_CIRCLE "GROUP BY s.employee ORDER BY s.employee";
static const char select_journal_of[] = SELECT_JOURNAL FROM_EVERYBODY "WHERE e.id = ?1 GROUP BY e.id";

enum
{
  COLUMN_EMPLOYEE,
  COLUMN_SUBMITTED,
  COLUMN_CONFIRMED,
  COLUMN_UNSETTLED,
  COLUMN_BLOCK_CONFIRMED,
  COLUMN_BLOCK_UNSETTLED,
  COLUMN_REINSTATED,
  COLUMN_ATTEMPTS,
  COLUMN_REFUSED,
  COLUMN_BEFORE,
  COLUMN_REASON,
  COLUMN_MESSAGE,
  COLUMN_LISTED,
  COLUMN_NEW,
  COLUMN_PERHAPS_BLOCKED,
  COLUMN_CONVERTED,
  COLUMN_NO_ACCESS,
  COLUMN_SNOOZED,
};

static void
report (OvsRows *journal, const OvsJudgeRows *rows, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  const char *listed = ovs_rows_text (journal, COLUMN_LISTED);
  const char *message = ovs_rows_text (journal, COLUMN_MESSAGE);
  OvsAccess before = ovs_access_from_word (ovs_rows_text (journal, COLUMN_BEFORE));
  gboolean perhaps = ovs_rows_int (journal, COLUMN_PERHAPS_BLOCKED) != 0 && ovs_access_may_be_active (before);
  OvsStandingRow row = {
    .submitted = ovs_rows_int (journal, COLUMN_SUBMITTED) > 0,
    .invitation_confirmed = ovs_rows_int (journal, COLUMN_CONFIRMED) > 0,
    .invitation_unsettled = ovs_rows_int (journal, COLUMN_UNSETTLED) > 0,
    .block_confirmed = ovs_rows_int (journal, COLUMN_BLOCK_CONFIRMED) > 0,
    .block_unsettled = ovs_rows_int (journal, COLUMN_BLOCK_UNSETTLED) > 0 || perhaps,
    .reinstated = ovs_rows_int (journal, COLUMN_REINSTATED) != 0,
    .before = before,
    .werknemerloket = rows->row.werknemerloket,
    .mijnloket = rows->row.mijnloket,
    .active = ovs_employments_any_active (rows->row.employments, rows->row.n_employments, today),
  };
  OvsOutcomeRow outcome = {
    .employee = rows->employee,
    .employer = rows->employer,
    .employer_number = rows->employer_number,
    .employee_number = rows->employee_number,
    .werknemerloket = rows->row.werknemerloket,
    .mijnloket = rows->row.mijnloket,
    .standing = ovs_standing_derive (&row),
    .reason = ovs_rows_text (journal, COLUMN_REASON),
    .message = message != NULL ? message : listed,
    .attempts = ovs_rows_int (journal, COLUMN_ATTEMPTS),
    .active = row.active,
    .newcomer = row.active && !row.submitted && ovs_rows_int (journal, COLUMN_NEW) != 0,
    .was_fallout = ovs_rows_int (journal, COLUMN_REFUSED) > 0 || listed != NULL,
    .converted = ovs_rows_int (journal, COLUMN_CONVERTED) != 0,
    .no_access_needed = ovs_rows_int (journal, COLUMN_NO_ACCESS) != 0,
    .snoozed_until = ovs_rows_day (journal, COLUMN_SNOOZED),
  };

  func (&outcome, data);
}

static void
walk (OvsTx *tx, const char *select, OvsJudgeWhom whom, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  OvsRows journal = ovs_rows_open (tx, select, "");
  OvsJudgeRows rows;

  ovs_judge_rows_open (&rows, tx, whom);
  while (ovs_judge_rows_next (&rows) && ovs_rows_next (&journal))
    report (&journal, &rows, today, func, data);
  ovs_judge_rows_close (&rows);
  ovs_rows_close (&journal);
}

void
ovs_outcomes_foreach (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  walk (tx, select_journal, OVS_JUDGE_EVERYBODY, today, func, data);
}

void
ovs_outcomes_foreach_in_circle (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  walk (tx, select_journal_in_circle, OVS_JUDGE_CIRCLE, today, func, data);
}

#define FIND_SENT                                                                                                                   \
  "CREATE TEMP TABLE IF NOT EXISTS circle (employee INTEGER PRIMARY KEY); DELETE FROM circle;"                                      \
  "INSERT INTO temp.circle SELECT employee FROM intent UNION SELECT employee FROM fallout_entry WHERE employee IS NOT NULL "

void
ovs_outcomes_foreach_sent (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  ovs_tx_exec (tx, FIND_SENT);
  ovs_outcomes_foreach_in_circle (tx, today, func, data);
}

static void
find_involved (OvsTx *tx)
{
  ovs_tx_exec (tx, FIND_SENT OVS_OUTCOMES_OTHERS_INVOLVED);
}

void
ovs_outcomes_foreach_involved (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data)
{
  find_involved (tx);
  ovs_outcomes_foreach_in_circle (tx, today, func, data);
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

void
ovs_outcomes_add (OvsOutcomeCounts *counts, const OvsOutcomeRow *row)
{
  const OvsStanding *standing = &row->standing;

  counts->submitted += standing->outcome != OVS_OUTCOME_NOT_SUBMITTED;
  counts->invited += standing->outcome == OVS_OUTCOME_INVITED;
  counts->fallout += standing->outcome == OVS_OUTCOME_FALLOUT;
  counts->unknown += standing->outcome == OVS_OUTCOME_UNKNOWN;
  counts->blocked += standing->blocked;
  counts->stranded += standing->stranded && !row->no_access_needed;
  counts->perhaps_stranded += standing->perhaps_stranded && !row->no_access_needed;
  counts->both_portals += standing->both_portals;
  counts->pending += row->mijnloket == OVS_ACCESS_INVITE_PENDING;
  counts->linked += row->mijnloket == OVS_ACCESS_ACTIVE;
  counts->expired += row->mijnloket == OVS_ACCESS_INVITE_EXPIRED;
  counts->newcomers += row->newcomer;
  counts->failed += row->mijnloket == OVS_ACCESS_INVITE_FAILED || row->mijnloket == OVS_ACCESS_INVITE_CANCELLED;
}

static void
count_one (const OvsOutcomeRow *row, gpointer data)
{
  ovs_outcomes_add (data, row);
}

void
ovs_outcomes_count (OvsTx *tx, OvsDay today, OvsOutcomeCounts *counts)
{
  *counts = (OvsOutcomeCounts) { 0 };
  ovs_outcomes_foreach_involved (tx, today, count_one, counts);
}

void
ovs_outcomes_count_wave (OvsTx *tx, OvsDay today, gint64 wave, OvsOutcomeCounts *counts)
{
  *counts = (OvsOutcomeCounts) { 0 };
  find_involved (tx);
  ovs_tx_run (tx, "DELETE FROM temp.circle WHERE employee NOT IN (SELECT e.id FROM employer c CROSS JOIN employee e ON e.employer = c.id WHERE c.wave = ?1)",
              "i", wave);
  ovs_outcomes_foreach_in_circle (tx, today, count_one, counts);
}

void
ovs_outcomes_unknown_fallout (OvsTx *tx, OvsUnknownFalloutFunc func, gpointer data)
{
  OvsRows rows
      = ovs_rows_open (tx, "SELECT employer_number, employee_number, name, reason FROM fallout_entry WHERE employee IS NULL ORDER BY id", "");

  while (ovs_rows_next (&rows))
    func (ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_text (&rows, 3), data);
}
