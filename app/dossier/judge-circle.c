/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-circle.h"

#include <string.h>

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

/* A walk in the order of what may be shared: who shares it lie together. */
typedef struct
{
  GArray *found;  /* (element-type gint64) */
  GString *first; /* what the last row had: an address, or the base of a person */
  GString *second;
  gboolean second_counts;
  gint64 last;
  gboolean shared; /* the last row was found already */
} Sharers;

static gboolean
is_same (Sharers *self, const char *first, const char *second)
{
  if (self->last == 0 || strcmp (self->first->str, first) != 0)
    {
      g_string_assign (self->first, first);
      g_string_assign (self->second, second);
      /* Without an initial he may be whoever else has this base; an empty one comes first. */
      self->second_counts = *second != '\0';
      return FALSE;
    }
  if (!self->second_counts || strcmp (self->second->str, second) == 0)
    return TRUE;
  g_string_assign (self->second, second);
  return FALSE;
}

static void
see (Sharers *self, gint64 employee, const char *first, const char *second)
{
  gboolean same = is_same (self, first, second);

  if (same && !self->shared)
    g_array_append_val (self->found, self->last);
  if (same)
    g_array_append_val (self->found, employee);
  self->shared = same;
  self->last = employee;
}

static void
find_sharers (OvsTx *tx, GArray *found, const char *sql)
{
  Sharers sharers = { .found = found, .first = g_string_new (NULL), .second = g_string_new (NULL) };
  OvsRows rows = ovs_rows_open (tx, sql, "");

  while (ovs_rows_next (&rows))
    see (&sharers, ovs_rows_int (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2));
  g_string_free (sharers.first, TRUE);
  g_string_free (sharers.second, TRUE);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

void
ovs_judge_circle_of_sharers (OvsTx *tx)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  ovs_tx_exec (tx, make_tables);
  find_sharers (tx, found, "SELECT id, email_key, '' FROM employee WHERE email_key IS NOT NULL ORDER BY email_key");
  find_sharers (tx, found, "SELECT id, person_base, person_initial FROM employee WHERE person_base IS NOT NULL ORDER BY person_base, person_initial");
  g_array_sort (found, compare_ids);
  for (guint i = 0; i < found->len; i++)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.circle (employee) VALUES (?1)", "i", g_array_index (found, gint64, i));
}
