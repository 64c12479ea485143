/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-facts.h"

#include "dossier/judge-circle.h"
#include "dossier/settings.h"
#include "rules/judge.h"
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
      "CREATE INDEX IF NOT EXISTS temp.scope_person ON scope (person);"
      "DELETE FROM initials; DELETE FROM scope; DELETE FROM shared_address; DELETE FROM shared_person;";

static const char count_initials[]
    = "INSERT INTO initials SELECT person_base, count(DISTINCT person_initial), min(person_initial) FROM employee "
      "WHERE person_base IN (SELECT n.person_base FROM temp.circle s CROSS JOIN employee n ON n.id = s.employee) "
      "AND person_initial <> '' GROUP BY person_base;";

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

static void
count_circle (OvsTx *tx, const OvsJudgeDate *date)
{
  OvsJudgeRows rows;

  ovs_tx_exec (tx, make_tables);
  ovs_tx_exec (tx, count_initials);
  ovs_judge_rows_open (&rows, tx, OVS_JUDGE_CIRCLE);
  while (ovs_judge_rows_next (&rows))
    {
      g_autofree char *person = person_of (tx, &rows);

      ovs_tx_run (tx, "INSERT INTO temp.scope (employee, employer, person, email_key, standing) VALUES (?1, ?2, ?3, ?4, ?5)", "iissi",
                  rows.employee, rows.employer, person, rows.row.email_key, (gint64) standing_of (&rows.row, ovs_judge_date_of (date, &rows)));
    }
  ovs_judge_rows_close (&rows);
  ovs_tx_exec (tx, count_facts);
}

/* --- addresses at work ----------------------------------------------------------------------------------------- */

static const char *const select_work_domains[] = {
  [OVS_JUDGE_EVERYBODY] = "SELECT employer, work_domain FROM employee WHERE work_domain IS NOT NULL",
  [OVS_JUDGE_WANTED] = "SELECT e.employer, e.work_domain FROM (SELECT DISTINCT n.employer AS client FROM temp.wanted s "
                       "CROSS JOIN employee n ON n.id = s.employee) CROSS JOIN employee e ON e.employer = client WHERE e.work_domain IS NOT NULL",
};

typedef struct
{
  gint64 employer;
  char *domain;
} WorkDomain;

static guint
hash_work_domain (gconstpointer key)
{
  const WorkDomain *work = key;

  return g_str_hash (work->domain) ^ (guint) work->employer * 2654435761u;
}

static gboolean
equal_work_domains (gconstpointer a, gconstpointer b)
{
  const WorkDomain *first = a;
  const WorkDomain *second = b;

  return first->employer == second->employer && g_str_equal (first->domain, second->domain);
}

static void
free_work_domain (gpointer data)
{
  WorkDomain *work = data;

  g_free (work->domain);
  g_free (work);
}

static void
add_work_domains (GHashTable *domains, OvsRows rows)
{
  while (ovs_rows_next (&rows))
    {
      WorkDomain work = { ovs_rows_int (&rows, 0), (char *) ovs_rows_text (&rows, 1) };
      WorkDomain *added;

      if (g_hash_table_contains (domains, &work))
        continue;
      added = g_memdup2 (&work, sizeof work);
      added->domain = g_strdup (work.domain);
      g_hash_table_add (domains, added);
    }
}

static gboolean
is_at_work (OvsJudgeFacts *self, gint64 employer, const char *domain)
{
  WorkDomain work = { employer, (char *) domain };

  return domain != NULL && g_hash_table_contains (self->work_domains, &work);
}

/* --- the facts of one employee --------------------------------------------------------------------------------- */

static const char select_counted[]
    = "SELECT s.employee, coalesce(a.persons, 1) - 1, coalesce(p.employers, 1), coalesce(p.addresses, 1) FROM temp.scope s "
      "LEFT JOIN temp.shared_address a ON a.email_key = s.email_key LEFT JOIN temp.shared_person p ON p.person = s.person ORDER BY s.employee";

void
ovs_judge_facts_open (OvsJudgeFacts *self, OvsTx *tx, const OvsJudgeDate *date, OvsJudgeWhom whom)
{
  self->tx = tx;
  self->firm_domain = ovs_settings_get (tx, OVS_SETTING_FIRM_DOMAIN);
  if (whom == OVS_JUDGE_EVERYBODY)
    ovs_judge_circle_of_sharers (tx);
  count_circle (tx, date);
  ovs_beside_open (&self->counted, tx, select_counted);
  ovs_beside_open (&self->accepted, tx, "SELECT DISTINCT employee FROM acceptance ORDER BY employee");
  self->work_domains = g_hash_table_new_full (hash_work_domain, equal_work_domains, free_work_domain, NULL);
  add_work_domains (self->work_domains, ovs_rows_open (tx, "SELECT id, contact_domain FROM employer WHERE contact_domain IS NOT NULL", ""));
  add_work_domains (self->work_domains, ovs_rows_open (tx, select_work_domains[whom], ""));
}

void
ovs_judge_facts_close (OvsJudgeFacts *self)
{
  ovs_beside_close (&self->counted);
  ovs_beside_close (&self->accepted);
  g_clear_pointer (&self->work_domains, g_hash_table_unref);
  g_clear_pointer (&self->firm_domain, g_free);
}

/* First seen after the day on which the client was informed; on that same day, after it was written down. */
static gboolean
is_new_since (const char *first_seen, const OvsJudgeClient *client)
{
  gint64 seen;

  if (!client->informed || !ovs_clock_parse_iso (first_seen, &seen))
    return FALSE;

  OvsDay day = ovs_clock_day_of (seen);
  if (day != client->informed_on)
    return day > client->informed_on;
  return ovs_clock_day_of (client->informed_at) == client->informed_on && seen > client->informed_at;
}

static GStrv
find_other_addresses (OvsTx *tx, gint64 employee)
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

static OvsFindings
find_accepted (OvsTx *tx, gint64 employee, const OvsJudgeRow *row, const char *const *other_addresses)
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

void
ovs_judge_facts_of (OvsJudgeFacts *self, const OvsJudgeRows *rows, OvsFacts *facts, GStrv *other_addresses)
{
  gboolean several_addresses = FALSE;

  *facts = (OvsFacts){
    .employers_of_person = 1,
    .address_at_work = is_at_work (self, rows->employer, rows->email_domain),
    .address_at_firm = self->firm_domain != NULL && g_strcmp0 (self->firm_domain, rows->email_domain) == 0,
    .new_since_announcement = is_new_since (rows->first_seen, rows->client),
  };
  /* Who is not counted shares nothing with anybody. */
  if (ovs_beside_next (&self->counted, rows->employee))
    {
      facts->other_persons_on_address = (guint) ovs_rows_int (&self->counted.rows, 1);
      facts->employers_of_person = (guint) ovs_rows_int (&self->counted.rows, 2);
      several_addresses = ovs_rows_int (&self->counted.rows, 3) > 1;
    }
  *other_addresses = several_addresses ? find_other_addresses (self->tx, rows->employee) : NULL;
  facts->address_differs = *other_addresses != NULL;
  if (ovs_beside_next (&self->accepted, rows->employee))
    facts->accepted = find_accepted (self->tx, rows->employee, &rows->row, (const char *const *) *other_addresses);
}
