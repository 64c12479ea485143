/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judgement.h"

#include "dossier/judge-circle.h"
#include "dossier/judge-facts.h"
#include "dossier/settings.h"
#include "dossier/stale.h"
#include "dossier/tally.h"

/* What was counted of one employee; see judge-facts.c. */
#define FACTS                                                                                                                       \
  "SELECT coalesce(a.persons, 1) - 1, coalesce(p.employers, 1), coalesce(p.addresses, 1), "                                         \
  "EXISTS (SELECT 1 FROM temp.work_domain d WHERE d.employer = e.employer AND d.domain = e.email_domain), e.email_domain, "         \
  "e.first_seen, c.informed_on, c.informed_at, EXISTS (SELECT 1 FROM acceptance x WHERE x.employee = e.id) "

#define COUNTED                                                                                                                     \
  "JOIN employer c ON c.id = e.employer JOIN temp.scope s ON s.employee = e.id "                                                    \
  "LEFT JOIN temp.shared_address a ON a.email_key = e.email_key LEFT JOIN temp.shared_person p ON p.person = s.person "

static const char *const select_facts[] = {
  [OVS_JUDGE_EVERYBODY] = FACTS "FROM employee e " COUNTED "ORDER BY e.id",
  [OVS_JUDGE_WANTED] = FACTS "FROM temp.wanted w CROSS JOIN employee e ON e.id = w.employee " COUNTED "ORDER BY w.employee",
};

enum
{
  FACT_OTHER_PERSONS,
  FACT_EMPLOYERS,
  FACT_ADDRESSES,
  FACT_AT_WORK,
  FACT_DOMAIN,
  FACT_FIRST_SEEN,
  FACT_INFORMED_ON,
  FACT_INFORMED_AT,
  FACT_HAS_ACCEPTANCE,
};

/* First seen after the day on which the client was informed; on that same day, after it was written down. */
static gboolean
is_new_since (const char *first_seen, OvsDay informed_on, const char *informed_at)
{
  gint64 seen, informed;

  if (informed_on == OVS_NO_DAY || !ovs_clock_parse_iso (first_seen, &seen) || !ovs_clock_parse_iso (informed_at, &informed))
    return FALSE;

  OvsDay day = ovs_clock_day_of (seen);
  if (day != informed_on)
    return day > informed_on;
  return ovs_clock_day_of (informed) == informed_on && seen > informed;
}

static void
judge_one (OvsTx *tx, OvsJudgeRows *rows, OvsRows *counted, const char *firm_domain, OvsDay date, OvsJudgedFunc func, gpointer data)
{
  OvsFacts facts = {
    .other_persons_on_address = (guint) ovs_rows_int (counted, FACT_OTHER_PERSONS),
    .employers_of_person = (guint) ovs_rows_int (counted, FACT_EMPLOYERS),
    .address_at_work = ovs_rows_int (counted, FACT_AT_WORK) != 0,
    .address_at_firm = firm_domain != NULL && g_strcmp0 (firm_domain, ovs_rows_text (counted, FACT_DOMAIN)) == 0,
    .new_since_announcement
    = is_new_since (ovs_rows_text (counted, FACT_FIRST_SEEN), ovs_rows_day (counted, FACT_INFORMED_ON), ovs_rows_text (counted, FACT_INFORMED_AT)),
  };
  g_auto (GStrv) others = NULL;

  if (ovs_rows_int (counted, FACT_ADDRESSES) > 1)
    others = ovs_judge_facts_other_addresses (tx, rows->employee);
  facts.address_differs = others != NULL;
  if (ovs_rows_int (counted, FACT_HAS_ACCEPTANCE) != 0)
    facts.accepted = ovs_judge_facts_accepted (tx, rows->employee, &rows->row, (const char *const *) others);

  OvsJudged judged = {
    .employee = rows->employee,
    .employer = rows->employer,
    .employer_number = rows->employer_number,
    .employee_number = rows->employee_number,
    .verdict = ovs_judge (&rows->row, &facts, date),
    .row = &rows->row,
    .other_addresses = (const char *const *) others,
  };
  func (&judged, data);
}

static void
judge (OvsTx *tx, OvsJudgeWhom whom, OvsDay date, OvsJudgedFunc func, gpointer data)
{
  g_autofree char *firm_domain = ovs_settings_get (tx, OVS_SETTING_FIRM_DOMAIN);
  OvsJudgeRows rows;
  OvsRows counted;

  ovs_judge_facts_prepare (tx, date, whom == OVS_JUDGE_EVERYBODY ? OVS_JUDGE_EVERYBODY : OVS_JUDGE_CIRCLE);
  counted = ovs_rows_open (tx, select_facts[whom], "");
  ovs_judge_rows_open (&rows, tx, whom);
  while (ovs_judge_rows_next (&rows) && ovs_rows_next (&counted))
    judge_one (tx, &rows, &counted, firm_domain, date, func, data);
  ovs_judge_rows_close (&rows);
  ovs_rows_close (&counted);
}

void
ovs_judgement_run (OvsTx *tx, OvsDay date, OvsJudgedFunc func, gpointer data)
{
  judge (tx, OVS_JUDGE_EVERYBODY, date, func, data);
}

void
ovs_judgement_run_people (OvsTx *tx, OvsDay date, const GArray *employees, OvsJudgedFunc func, gpointer data)
{
  ovs_judge_circle_of_people (tx, employees);
  judge (tx, OVS_JUDGE_WANTED, date, func, data);
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
} Store;

static void
store_one (const OvsJudged *judged, gpointer data)
{
  Store *store = data;

  ovs_tx_run (store->tx, "INSERT OR REPLACE INTO judgement (employee, disposition, reason, judged_on) VALUES (?1, ?2, ?3, ?4)", "isss",
              judged->employee, ovs_disposition_code (judged->verdict.disposition), ovs_reason_code (judged->verdict.reason), store->date);
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (judged->verdict.findings & OVS_FINDING_BIT (finding))
      ovs_tx_run (store->tx, "INSERT INTO finding (employee, code, accepted) VALUES (?1, ?2, ?3)", "isb", judged->employee,
                  ovs_rule_get (finding)->code, (judged->verdict.findings & ~judged->verdict.open & OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (finding)) != 0);
  if (store->func != NULL)
    store->func (judged, store->data);
}

void
ovs_judgement_store (OvsTx *tx, OvsDay date, OvsJudgedFunc func, gpointer data)
{
  g_autofree char *iso = ovs_day_to_iso (date);
  Store store = { tx, iso, func, data };

  ovs_tx_exec (tx, "DELETE FROM finding; DELETE FROM judgement;");
  ovs_judgement_run (tx, date, store_one, &store);
  ovs_tally_make (tx, date);
}

gboolean
ovs_judgement_refresh (OvsTx *tx, OvsDay date, gint64 most)
{
  g_autofree char *iso = ovs_day_to_iso (date);
  Store store = { tx, iso, NULL, NULL };
  gint64 taken = ovs_stale_take (tx, date, most);

  if (taken == 0)
    return TRUE;
  ovs_judge_circle_of_batch (tx, date);
  ovs_tx_exec (tx, "DELETE FROM finding WHERE employee IN (SELECT employee FROM temp.wanted);");
  judge (tx, OVS_JUDGE_WANTED, date, store_one, &store);
  ovs_tally_make_wanted (tx, date);
  return taken < most;
}
