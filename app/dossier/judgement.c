/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judgement.h"

#include "dossier/judge-circle.h"
#include "dossier/judge-facts.h"
#include "dossier/purged.h"
#include "dossier/stale.h"
#include "dossier/tally.h"

/* So many people are judged in one go, so that others can write in between. */
#define JUDGED_AT_ONCE 5000

/* What was found of somebody last: there is nothing left to judge by. */
static OvsVerdict
recall (OvsTx *tx, gint64 employee)
{
  OvsVerdict verdict = { 0 };
  OvsRows rows = ovs_rows_open (tx, "SELECT disposition, reason FROM judgement WHERE employee = ?1", "i", employee);
  OvsFinding finding;

  if (ovs_rows_next (&rows))
    {
      ovs_disposition_from_code (ovs_rows_text (&rows, 0), &verdict.disposition);
      ovs_reason_from_code (ovs_rows_text (&rows, 1), &verdict.reason);
    }
  ovs_rows_close (&rows);
  rows = ovs_rows_open (tx, "SELECT code, accepted FROM finding WHERE employee = ?1", "i", employee);
  while (ovs_rows_next (&rows))
    if (ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
      {
        verdict.findings |= OVS_FINDING_BIT (finding);
        verdict.open |= ovs_rows_int (&rows, 1) == 0 ? OVS_FINDING_BIT (finding) : 0;
      }
  return verdict;
}

static void
judge_one (OvsTx *tx, OvsJudgeRows *rows, OvsJudgeFacts *known, const OvsJudgeDate *date, OvsJudgedFunc func, gpointer data)
{
  g_auto (GStrv) others = NULL;
  OvsFacts facts;

  ovs_judge_facts_of (known, rows, &facts, &others);

  OvsJudged judged = {
    .employee = rows->employee,
    .employer = rows->employer,
    .employer_number = rows->employer_number,
    .employee_number = rows->employee_number,
    .verdict = date->recalled ? recall (tx, rows->employee) : ovs_judge (&rows->row, &facts, ovs_judge_date_of (date, rows)),
    .row = &rows->row,
    .other_addresses = (const char *const *) others,
  };
  func (&judged, data);
}

static void
judge (OvsTx *tx, OvsJudgeWhom whom, const OvsJudgeDate *asked, OvsJudgedFunc func, gpointer data)
{
  OvsJudgeDate date[1] = { *asked };
  OvsJudgeFacts facts;
  OvsJudgeRows rows;

  date->recalled = ovs_purged_day (tx) != OVS_NO_DAY;

  ovs_judge_facts_open (&facts, tx, date, whom);
  ovs_judge_rows_open (&rows, tx, whom);
  while (ovs_judge_rows_next (&rows))
    judge_one (tx, &rows, &facts, date, func, data);
  ovs_judge_rows_close (&rows);
  ovs_judge_facts_close (&facts);
}

void
ovs_judgement_run (OvsTx *tx, OvsDay today, OvsJudgedFunc func, gpointer data)
{
  OvsJudgeDate date = { .day = today };

  judge (tx, OVS_JUDGE_EVERYBODY, &date, func, data);
}

void
ovs_judgement_run_people (OvsTx *tx, OvsDay today, const GArray *employees, OvsJudgedFunc func, gpointer data)
{
  OvsJudgeDate date = { .day = today };

  ovs_judge_circle_of_people (tx, employees);
  judge (tx, OVS_JUDGE_WANTED, &date, func, data);
}

void
ovs_judgement_run_on (OvsTx *tx, OvsDay day, const GArray *employees, OvsJudgedFunc func, gpointer data)
{
  OvsJudgeDate date = { .day = day, .for_all = TRUE };

  if (employees != NULL)
    ovs_judge_circle_of_people (tx, employees);
  judge (tx, employees != NULL ? OVS_JUDGE_WANTED : OVS_JUDGE_EVERYBODY, &date, func, data);
}

void
ovs_judgement_count (OvsJudgementCounts *counts, const OvsVerdict *verdict)
{
  counts->employees++;
  counts->dispositions[verdict->disposition]++;
  counts->reasons[verdict->reason]++;
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (verdict->findings & OVS_FINDING_BIT (finding))
      counts->findings[finding]++;
}

typedef struct
{
  OvsTx *tx;
  char *date;
  OvsJudgedFunc func;
  gpointer data;
  OvsTallySums *sums;  /* (nullable) */
  OvsBeside submitted; /* with sums only */
} Store;

static OvsFindings
accepted_of (const OvsVerdict *verdict)
{
  return verdict->findings & ~verdict->open & OVS_FINDINGS_WARNINGS;
}

static void
count_one (Store *store, const OvsJudged *judged)
{
  OvsTallyPerson person = {
    .employer = judged->employer,
    .disposition = judged->verdict.disposition,
    .reason = judged->verdict.reason,
    .findings = judged->verdict.findings & ~accepted_of (&judged->verdict),
    .werknemerloket = judged->row->werknemerloket,
    .submitted = ovs_beside_next (&store->submitted, judged->employee),
  };

  ovs_tally_sums_add (store->sums, &person);
}

#define JUDGEMENT "INTO judgement (employee, disposition, reason, judged_on) VALUES (?1, ?2, ?3, ?4)"

static void
store_one (const OvsJudged *judged, gpointer data)
{
  Store *store = data;
  const OvsVerdict *verdict = &judged->verdict;
  /* With everybody's sums the table was emptied, and nothing is there to replace: that costs half. */
  const char *insert = store->sums != NULL ? "INSERT " JUDGEMENT : "INSERT OR REPLACE " JUDGEMENT;

  ovs_tx_run (store->tx, insert, "isss", judged->employee, ovs_disposition_code (verdict->disposition), ovs_reason_code (verdict->reason), store->date);
  for (int finding = 0; verdict->findings >> finding != 0; finding++)
    if (verdict->findings & OVS_FINDING_BIT (finding))
      ovs_tx_run (store->tx, "INSERT INTO finding (employee, code, accepted) VALUES (?1, ?2, ?3)", "isb", judged->employee,
                  ovs_rule_get (finding)->code, (accepted_of (verdict) & OVS_FINDING_BIT (finding)) != 0);
  if (store->sums != NULL)
    count_one (store, judged);
  if (store->func != NULL)
    store->func (judged, store->data);
}

void
ovs_judgement_store (OvsTx *tx, OvsDay today, OvsJudgedFunc func, gpointer data)
{
  g_autofree char *iso = ovs_day_to_iso (today);
  g_autoptr (OvsTallySums) sums = ovs_tally_sums_new ();
  Store store = { .tx = tx, .date = iso, .func = func, .data = data, .sums = sums };

  ovs_tx_exec (tx, "DELETE FROM finding; DELETE FROM judgement;");
  ovs_beside_open (&store.submitted, tx, "SELECT DISTINCT employee FROM intent WHERE kind = 'invite' AND state <> 'planned' ORDER BY employee");
  ovs_judgement_run (tx, today, store_one, &store);
  ovs_beside_close (&store.submitted);
  ovs_tally_make_of (tx, today, sums);
  ovs_stale_note_all (tx, today);
}

/* Whether it costs less to judge everybody than to find out whom so many concern. */
static gboolean
are_most (OvsTx *tx, gint64 taken)
{
  gint64 employees;

  ovs_tx_get_int (tx, &employees, "SELECT count(*) FROM employee", "");
  return taken > employees / 2;
}

gboolean
ovs_judgement_refresh (OvsTx *tx, OvsDay today, gint64 most)
{
  g_autofree char *iso = ovs_day_to_iso (today);
  OvsJudgeDate date = { .day = today };
  Store store = { .tx = tx, .date = iso };
  gint64 taken = ovs_stale_take (tx, today, most);

  if (taken == 0)
    {
      ovs_stale_note_all (tx, today);
      return TRUE;
    }
  if (taken < most && are_most (tx, taken))
    {
      ovs_judgement_store (tx, today, NULL, NULL);
      return TRUE;
    }
  ovs_judge_circle_of_batch (tx, today);
  ovs_tx_exec (tx, "DELETE FROM finding WHERE employee IN (SELECT employee FROM temp.wanted);");
  judge (tx, OVS_JUDGE_WANTED, &date, store_one, &store);
  ovs_tally_make_wanted (tx, today);
  if (taken == most)
    return FALSE;
  ovs_stale_note_all (tx, today);
  return TRUE;
}

static gboolean
judge_some (OvsTx *tx, gpointer judged, GError **error)
{
  *(gboolean *) judged = ovs_judgement_refresh (tx, ovs_tx_today (tx), JUDGED_AT_ONCE);
  return TRUE;
}

gboolean
ovs_judgement_bring_up_to_date (OvsDossier *dossier, GCancellable *cancellable, GError **error)
{
  gboolean judged = FALSE;

  while (!judged)
    if (!ovs_dossier_write (dossier, judge_some, &judged, cancellable, error))
      return FALSE;
  return TRUE;
}
