/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/candidates.h"

#include "dossier/employees.h"

/* Never submitted: an invitation that is only planned does not count, see ovs_journal_was_submitted(). */
#define NEVER_SUBMITTED "NOT EXISTS (SELECT 1 FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.state <> 'planned')"

#define LAST_END \
  "CASE WHEN EXISTS (SELECT 1 FROM employment p WHERE p.employee = e.id AND p.end_date IS NULL) THEN NULL " \
  "ELSE (SELECT max(p.end_date) FROM employment p WHERE p.employee = e.id) END"

static const char select_candidates[]
    = "SELECT e.id, e.number, e.number_key, e.loket_id, e.email_key, " LAST_END ", w.status, m.status "
      "FROM employee e CROSS JOIN judgement j ON j.employee = e.id "
      "LEFT JOIN access w ON w.employee = e.id AND w.portal = 'werknemerloket' "
      "LEFT JOIN access m ON m.employee = e.id AND m.portal = 'mijnloket' "
      "WHERE e.employer = ?1 AND j.disposition = 'ready' AND " NEVER_SUBMITTED " ORDER BY e.id";

static char *
keep (GStringChunk *texts, const char *text)
{
  return text != NULL ? g_string_chunk_insert (texts, text) : NULL;
}

static OvsCandidate
read_candidate (OvsRows *rows, GStringChunk *texts)
{
  return (OvsCandidate) {
    .employee = ovs_rows_int (rows, 0),
    .employee_number = keep (texts, ovs_rows_text (rows, 1)),
    .number_key = keep (texts, ovs_rows_text (rows, 2)),
    .loket_id = keep (texts, ovs_rows_text (rows, 3)),
    .email_key = keep (texts, ovs_rows_text (rows, 4)),
    .last_end = ovs_rows_day (rows, 5),
    .werknemerloket = keep (texts, ovs_rows_text (rows, 6)),
    .mijnloket = keep (texts, ovs_rows_text (rows, 7)),
  };
}

void
ovs_candidates_foreach (OvsTx *tx, gint64 employer, OvsCandidateFunc func, gpointer data)
{
  /* All are read before @func writes what the query looks at. */
  GStringChunk *texts = g_string_chunk_new (16384);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (OvsCandidate));
  OvsRows rows = ovs_rows_open (tx, select_candidates, "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsCandidate candidate = read_candidate (&rows, texts);

      g_array_append_val (candidates, candidate);
    }
  for (guint i = 0; i < candidates->len && !ovs_tx_failed (tx); i++)
    func (&g_array_index (candidates, OvsCandidate, i), data);
  g_string_chunk_free (texts);
}

/* The last employment has the latest end; an open one is the latest. */
static OvsEmployment *
find_last (GArray *employments)
{
  OvsEmployment *last = &g_array_index (employments, OvsEmployment, 0);

  for (guint i = 1; i < employments->len; i++)
    {
      OvsEmployment *employment = &g_array_index (employments, OvsEmployment, i);

      if (last->end != OVS_NO_DAY && (employment->end == OVS_NO_DAY || employment->end > last->end))
        last = employment;
    }
  return last;
}

static void
set_last_end (OvsEmployee *employee, OvsDay end)
{
  const OvsEmployment since_always = { OVS_NO_DAY, OVS_NO_DAY };

  if (employee->employments->len == 0)
    g_array_append_val (employee->employments, since_always);
  find_last (employee->employments)->end = end;
  ovs_employee_sort_employments (employee);
}

/* Writes it as if it were so; the history of it goes with the rest. */
static void
suppose_one (OvsTx *tx, const OvsSupposition *supposition, GArray *people)
{
  g_auto (OvsEmployee) old = { 0 };
  g_auto (OvsEmployee) supposed = { 0 };

  if (!ovs_employees_find (tx, supposition->employer, supposition->number_key, &old))
    return;
  ovs_employee_copy (&old, &supposed);
  if (supposition->email != NULL)
    {
      /* Also what a file said before it was mended here counts as another address. */
      g_clear_pointer (&supposed.email_as_read, g_free);
      ovs_employee_read_email (&supposed, supposition->email);
    }
  if (supposition->ends)
    set_last_end (&supposed, supposition->end);
  ovs_employees_update (tx, &old, &supposed, 0);
  g_array_append_val (people, old.id);
}

void
ovs_candidates_suppose (OvsTx *tx, OvsDay date, const GArray *suppositions, OvsJudgedFunc func, gpointer data)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (suppositions->len == 0)
    return;
  ovs_tx_exec (tx, "SAVEPOINT supposed");
  for (guint i = 0; i < suppositions->len; i++)
    suppose_one (tx, &g_array_index (suppositions, OvsSupposition, i), people);
  ovs_judgement_run_people (tx, date, people, func, data);
  ovs_tx_exec (tx, "ROLLBACK TO supposed; RELEASE supposed");
}
