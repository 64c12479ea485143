/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-facts.h"

#include "rules/person.h"

/* How somebody stands after the first pass. */
enum
{
  STANDING_IN_SCOPE = 1 << 0,
  STANDING_DONE = 1 << 1,
  STANDING_HAS_OR_AWAITS = 1 << 2,
};

static const char make_tables[]
    = "CREATE TEMP TABLE IF NOT EXISTS initials (base TEXT PRIMARY KEY, number INTEGER, one TEXT) WITHOUT ROWID;"
      "CREATE TEMP TABLE IF NOT EXISTS scope (employee INTEGER PRIMARY KEY, employer INTEGER, person TEXT, email_key TEXT, standing INTEGER);"
      "CREATE TEMP TABLE IF NOT EXISTS shared_address (email_key TEXT PRIMARY KEY, persons INTEGER) WITHOUT ROWID;"
      "CREATE TEMP TABLE IF NOT EXISTS shared_person (person TEXT PRIMARY KEY, employers INTEGER, addresses INTEGER) WITHOUT ROWID;"
      "CREATE TEMP TABLE IF NOT EXISTS work_domain (employer INTEGER, domain TEXT, PRIMARY KEY (employer, domain)) WITHOUT ROWID;"
      "CREATE INDEX IF NOT EXISTS temp.scope_person ON scope (person);"
      "DELETE FROM initials; DELETE FROM scope; DELETE FROM shared_address; DELETE FROM shared_person; DELETE FROM work_domain;";

#define COUNT_INITIALS "INSERT INTO initials SELECT person_base, count(DISTINCT person_initial), min(person_initial) FROM employee WHERE "
#define ADD_WORK_DOMAINS "INSERT OR IGNORE INTO work_domain SELECT "

static const char *const count_initials[] = {
  [OVS_JUDGE_EVERYBODY] = COUNT_INITIALS "person_base IS NOT NULL AND person_initial <> '' GROUP BY person_base;",
  [OVS_JUDGE_CIRCLE] = COUNT_INITIALS "person_base IN (SELECT n.person_base FROM temp.circle s CROSS JOIN employee n ON n.id = s.employee) "
                                      "AND person_initial <> '' GROUP BY person_base;",
};

static const char *const find_work_domains[] = {
  [OVS_JUDGE_EVERYBODY] = ADD_WORK_DOMAINS "id, contact_domain FROM employer WHERE contact_domain IS NOT NULL;"
      ADD_WORK_DOMAINS "employer, work_domain FROM employee WHERE work_domain IS NOT NULL;",
  [OVS_JUDGE_CIRCLE] = ADD_WORK_DOMAINS "id, contact_domain FROM employer WHERE contact_domain IS NOT NULL;"
      ADD_WORK_DOMAINS "e.employer, e.work_domain FROM (SELECT DISTINCT n.employer AS client FROM temp.wanted s "
                       "CROSS JOIN employee n ON n.id = s.employee) CROSS JOIN employee e ON e.employer = client WHERE e.work_domain IS NOT NULL;",
};

/* Who counts for what: on an address, everybody in scope and everybody who has or awaits an account; as one person at
 * several employers, everybody in scope or done. */
static const char count_facts[]
    = "INSERT INTO shared_address SELECT email_key, count(DISTINCT person) FROM scope WHERE email_key IS NOT NULL AND standing & 5 "
      "GROUP BY email_key HAVING count(DISTINCT person) > 1;"
      "INSERT INTO shared_person SELECT person, count(DISTINCT employer), count(DISTINCT email_key) FROM scope WHERE standing & 3 "
      "GROUP BY person HAVING count(DISTINCT employer) > 1;";

static char *
person_of (OvsTx *tx, const OvsJudgeRows *rows)
{
  gint64 number = 1;
  g_autofree char *one = NULL;
  char *person = NULL;

  if (rows->person_base != NULL && *rows->person_initial == '\0')
    {
      ovs_tx_get_int (tx, &number, "SELECT number FROM temp.initials WHERE base = ?1", "s", rows->person_base);
      one = ovs_tx_get_text (tx, "SELECT one FROM temp.initials WHERE base = ?1", "s", rows->person_base);
    }
  if (rows->person_base != NULL)
    person = ovs_person_join (rows->person_base, rows->person_initial, (guint) number, one);
  /* Stands alone: a key that no other row can have. */
  return person != NULL ? person : g_strdup_printf ("=%" G_GINT64_FORMAT, rows->employee);
}

static int
standing_of (const OvsJudgeRow *row, OvsDay date)
{
  OvsReason reason = ovs_scope_judge (row, date);
  int standing = 0;

  if (reason == OVS_REASON_NONE)
    standing |= STANDING_IN_SCOPE;
  if (ovs_reason_is_done (reason))
    standing |= STANDING_DONE;
  if (ovs_access_has_or_awaits (row->mijnloket))
    standing |= STANDING_HAS_OR_AWAITS;
  return standing;
}

void
ovs_judge_facts_prepare (OvsTx *tx, OvsDay date, OvsJudgeWhom whom)
{
  OvsJudgeRows rows;

  ovs_tx_exec (tx, make_tables);
  ovs_tx_exec (tx, count_initials[whom]);
  ovs_judge_rows_open (&rows, tx, whom);
  while (ovs_judge_rows_next (&rows))
    {
      g_autofree char *person = person_of (tx, &rows);

      ovs_tx_run (tx, "INSERT INTO temp.scope (employee, employer, person, email_key, standing) VALUES (?1, ?2, ?3, ?4, ?5)", "iissi",
                  rows.employee, rows.employer, person, rows.row.email_key, (gint64) standing_of (&rows.row, date));
    }
  ovs_judge_rows_close (&rows);
  ovs_tx_exec (tx, count_facts);
  ovs_tx_exec (tx, find_work_domains[whom]);
}

GStrv
ovs_judge_facts_other_addresses (OvsTx *tx, gint64 employee)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT DISTINCT o.email_key FROM temp.scope s JOIN temp.scope o ON o.person = s.person "
                                "WHERE s.employee = ?1 AND o.employer <> s.employer AND o.standing & 3 AND o.email_key IS NOT NULL "
                                "AND o.email_key <> s.email_key",
                                "i", employee);
  gboolean any = FALSE;

  while (ovs_rows_next (&rows))
    {
      g_strv_builder_add (builder, ovs_rows_text (&rows, 0));
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

OvsFindings
ovs_judge_facts_accepted (OvsTx *tx, gint64 employee, const OvsJudgeRow *row, const char *const *other_addresses)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT code, basis FROM acceptance WHERE employee = ?1", "i", employee);
  OvsFindings accepted = 0;

  while (ovs_rows_next (&rows))
    {
      OvsFinding finding;
      g_autofree char *basis = NULL;

      if (!ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
        continue;
      basis = ovs_finding_basis (finding, row, other_addresses);
      if (g_strcmp0 (basis, ovs_rows_text (&rows, 1)) == 0)
        accepted |= OVS_FINDING_BIT (finding);
    }
  return accepted;
}
