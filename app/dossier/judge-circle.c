/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-circle.h"

static const char make_tables[]
    = "CREATE TEMP TABLE IF NOT EXISTS wanted (employee INTEGER PRIMARY KEY);"
      "CREATE TEMP TABLE IF NOT EXISTS circle (employee INTEGER PRIMARY KEY);"
      "DELETE FROM wanted; DELETE FROM circle;";

/* Into one set go those who may be the same person as, or share an address with, somebody in another. */
#define SAME_PERSON(into, of)                                                                                                       \
  "INSERT OR IGNORE INTO temp." into " SELECT o.id FROM (SELECT DISTINCT n.person_base AS base FROM temp." of                      \
  " w CROSS JOIN employee n ON n.id = w.employee WHERE n.person_base IS NOT NULL) CROSS JOIN employee o ON o.person_base = base;"
#define SAME_ADDRESS(into, of)                                                                                                      \
  "INSERT OR IGNORE INTO temp." into " SELECT o.id FROM (SELECT DISTINCT n.email_key AS key FROM temp." of                         \
  " w CROSS JOIN employee n ON n.id = w.employee WHERE n.email_key IS NOT NULL) CROSS JOIN employee o ON o.email_key = key;"

/*
 * Somebody's change reaches who may be the same person; that may make other persons of these, which reaches who shares an address with
 * them; and a work address reaches the colleagues. No further: being in scope is judged of each alone. Whoever waits for his own turn is
 * left out here: with his judgement it would be forgotten whom his change reaches.
 */
static const char widen_batch[]
    = "INSERT INTO temp.wanted SELECT employee FROM temp.batch;" SAME_PERSON ("wanted", "batch")
      SAME_ADDRESS ("wanted", "wanted")
      "INSERT OR IGNORE INTO temp.wanted SELECT o.id FROM (SELECT DISTINCT n.employer AS client, n.work_domain AS domain "
      "FROM temp.batch w CROSS JOIN employee n ON n.id = w.employee WHERE n.work_domain IS NOT NULL) "
      "CROSS JOIN employee o ON o.employer = client AND o.email_domain = domain;";

static const char leave_to_their_turn[]
    = "DELETE FROM temp.wanted WHERE employee NOT IN (SELECT employee FROM temp.batch) "
      "AND NOT EXISTS (SELECT 1 FROM judgement j WHERE j.employee = wanted.employee AND j.judged_on = ?1)";

static const char draw_circle[]
    = "INSERT INTO temp.circle SELECT employee FROM temp.wanted;" SAME_PERSON ("circle", "wanted") SAME_ADDRESS ("circle", "wanted");

void
ovs_judge_circle_of_batch (OvsTx *tx, OvsDay date)
{
  g_autofree char *iso = ovs_day_to_iso (date);

  ovs_tx_exec (tx, make_tables);
  ovs_tx_exec (tx, widen_batch);
  ovs_tx_run (tx, leave_to_their_turn, "s", iso);
  ovs_tx_exec (tx, draw_circle);
}

void
ovs_judge_circle_of_people (OvsTx *tx, const GArray *employees)
{
  ovs_tx_exec (tx, make_tables);
  for (guint i = 0; i < employees->len; i++)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.wanted (employee) VALUES (?1)", "i", g_array_index (employees, gint64, i));
  ovs_tx_exec (tx, draw_circle);
}
