/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/plan-facts.h"

#include "base/text.h"
#include "dossier/settings.h"

#define NEEDS_ROUND(c)                                                                                                              \
  "(" c ".selected AND " c ".excluded_reason IS NULL AND " c ".wave IS NULL "                                                       \
  "AND NOT EXISTS (SELECT 1 FROM request r WHERE r.employer = " c ".id AND r.answer IS NOT 'nothing-done'))"

#define COUNTS(person) "NOT EXISTS (SELECT 1 FROM judgement j WHERE j.employee = " person ".id AND j.disposition IN ('left-out', 'done'))"

#define TALLY(what) "coalesce((SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = '" what "'), 0)"

static const char select_facts[]
    = "SELECT c.id, c.number, c.name, c.handler, c.payroll, c.payday, c.contract_ends_on, c.informed_on, "
      "(SELECT count(*) FROM employee e WHERE e.employer = c.id), "
      TALLY ("ready") " + " TALLY ("decide") " + " TALLY ("stopper") " - " TALLY ("fallen") ", "
      TALLY ("decide") " + " TALLY ("stopper") ", c.contact_domain = ?1 "
      "FROM employer c WHERE " NEEDS_ROUND ("c") " ORDER BY length(c.number_key), c.number_key";

static gboolean
is_named (const char *name, const char *firm)
{
  g_autofree char *folded = ovs_text_fold (name);

  return firm != NULL && *firm != '\0' && g_strcmp0 (folded, firm) == 0;
}

void
ovs_plan_facts_foreach (OvsTx *tx, OvsPlanFactFunc func, gpointer data)
{
  g_autofree char *firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  g_autofree char *folded = firm != NULL ? ovs_text_fold (firm) : NULL;
  g_autofree char *domain = ovs_settings_get (tx, OVS_SETTING_FIRM_DOMAIN);
  OvsRows rows = ovs_rows_open (tx, select_facts, "s", domain);

  while (ovs_rows_next (&rows))
    {
      OvsPlanFact fact = {
        .id = ovs_rows_int (&rows, 0),
        .number = ovs_rows_text (&rows, 1),
        .name = ovs_rows_text (&rows, 2),
        .handler = ovs_rows_text (&rows, 3),
        .payroll = ovs_rows_text (&rows, 4),
        .payday = ovs_rows_text (&rows, 5),
        .contract_ends_on = ovs_rows_day (&rows, 6),
        .informed_on = ovs_rows_day (&rows, 7),
        .employees = ovs_rows_int (&rows, 8),
        .in_scope = MAX (ovs_rows_int (&rows, 9), 0),
        .open = ovs_rows_int (&rows, 10),
      };

      fact.office = ovs_rows_int (&rows, 11) != 0 || is_named (fact.name, folded);
      func (&fact, data);
    }
}

/* From who may go along the index of what is shared. */
static const char *const select_ties[OVS_N_TIES] = {
  [OVS_TIE_ADDRESS] = "SELECT DISTINCT e.employer, o.employer FROM employer c CROSS JOIN employee e ON e.employer = c.id "
                      "CROSS JOIN employee o ON o.email_key = e.email_key CROSS JOIN employer x ON x.id = o.employer "
                      "WHERE e.email_key IS NOT NULL AND o.employer > e.employer AND " NEEDS_ROUND ("c") " AND " NEEDS_ROUND ("x")
                      " AND " COUNTS ("e") " AND " COUNTS ("o") " ORDER BY 1, 2",
  [OVS_TIE_PERSON] = "SELECT DISTINCT e.employer, o.employer FROM employer c CROSS JOIN employee e ON e.employer = c.id "
                     "CROSS JOIN employee o ON o.person_base = e.person_base CROSS JOIN employer x ON x.id = o.employer "
                     "WHERE e.person_base IS NOT NULL AND o.employer > e.employer "
                     "AND (o.person_initial = e.person_initial OR '' IN (o.person_initial, e.person_initial)) "
                     "AND " NEEDS_ROUND ("c") " AND " NEEDS_ROUND ("x") " AND " COUNTS ("e") " AND " COUNTS ("o") " ORDER BY 1, 2",
  [OVS_TIE_OWNER] = "SELECT DISTINCT first, id FROM (SELECT c.id, min(c.id) OVER (PARTITION BY c.group_code) AS first FROM employer c "
                    "WHERE c.group_code IS NOT NULL AND " NEEDS_ROUND ("c")
                    " UNION ALL SELECT c.id, min(c.id) OVER (PARTITION BY lower(c.contact_email)) FROM employer c "
                    "WHERE c.contact_email IS NOT NULL AND " NEEDS_ROUND ("c") ") WHERE first <> id ORDER BY 1, 2",
};

void
ovs_plan_ties_foreach (OvsTx *tx, OvsPlanTieFunc func, gpointer data)
{
  for (OvsTie tie = 0; tie < OVS_N_TIES; tie++)
    {
      OvsRows rows = ovs_rows_open (tx, select_ties[tie], "");

      while (ovs_rows_next (&rows))
        func (tie, ovs_rows_int (&rows, 0), ovs_rows_int (&rows, 1), data);
    }
}

/* By which way those of a client list were invited, only Loket knows. */
#define INVITED "max(" TALLY ("outcome:invited") ", CASE WHEN " TALLY ("outcome:submitted") " > 0 THEN " TALLY ("outcome:pending") " + " TALLY ("outcome:linked") " ELSE 0 END)"

void
ovs_plan_rounds_foreach (OvsTx *tx, OvsPlanRoundFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT w.id, w.number, w.date, w.frozen_at IS NULL, total(" INVITED " + max(" TALLY ("ready") " + " TALLY ("decide") " + " TALLY ("stopper") " - "
                                TALLY ("fallen") ", 0)) FROM wave w LEFT JOIN employer c ON c.wave = w.id "
                                "WHERE w.date IS NOT NULL GROUP BY w.id ORDER BY w.number",
                                "");

  while (ovs_rows_next (&rows))
    func (ovs_rows_int (&rows, 0), ovs_rows_int (&rows, 1), ovs_rows_day (&rows, 2), ovs_rows_int (&rows, 4), ovs_rows_int (&rows, 3) != 0, data);
}

gboolean
ovs_plan_own_figures (OvsTx *tx, gint64 *questions, gint64 *people)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT total(w.questions), total((SELECT total(" INVITED ") FROM employer c WHERE c.wave = w.id)) "
                                "FROM wave w WHERE w.questions IS NOT NULL",
                                "");

  *questions = *people = 0;
  if (ovs_rows_next (&rows))
    {
      *questions = ovs_rows_int (&rows, 0);
      *people = ovs_rows_int (&rows, 1);
    }
  ovs_rows_close (&rows);
  return *people > 0;
}

void
ovs_plan_counts_foreach (OvsTx *tx, OvsPlanCountFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT w.number, w.date, total(" INVITED ") AS invited, coalesce(w.questions, -1) "
                                "FROM wave w JOIN employer c ON c.wave = w.id GROUP BY w.id HAVING invited > 0 ORDER BY w.number",
                                "");

  while (ovs_rows_next (&rows))
    {
      OvsPlanCount count = { ovs_rows_int (&rows, 0), ovs_rows_day (&rows, 1), ovs_rows_int (&rows, 2), ovs_rows_int (&rows, 3) };

      func (&count, data);
    }
}
