/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/migration.h"

#include "practice/deeds.h"
#include "practice/portals.h"
#include "practice/runner.h"

#define TICKED OVS_PRACTICE_TO_MIGRATE " AND " OVS_PRACTICE_HAS_ADDRESS " AND e.id IN (SELECT employee FROM tick)"

void
ovs_practice_migration_tick (OvsPracticeState *state, gint64 employer, gint64 employee, gboolean ticked)
{
  if (ticked)
    ovs_practice_db_run (state->db,
                         "INSERT OR IGNORE INTO tick SELECT e.id FROM " OVS_PRACTICE_TO_MIGRATE " AND " OVS_PRACTICE_HAS_ADDRESS
                         " AND e.id = ?2",
                         "ll", employer, employee);
  else
    ovs_practice_db_run (state->db, "DELETE FROM tick WHERE employee = ?", "l", employee);
}

static void
untick_all (OvsPracticeState *state, gint64 employer)
{
  ovs_practice_db_run (state->db, "DELETE FROM tick WHERE employee IN (SELECT id FROM employee WHERE employer = ?)", "l", employer);
}

void
ovs_practice_migration_tick_all (OvsPracticeState *state, gint64 employer, const char *pattern, gint64 number, gboolean ticked)
{
  const char *sql = ticked ? "INSERT OR IGNORE INTO tick SELECT e.id FROM " OVS_PRACTICE_TO_MIGRATE " AND " OVS_PRACTICE_HAS_ADDRESS
                             " AND " OVS_PRACTICE_SOUGHT_EMPLOYEE
                           : "DELETE FROM tick WHERE employee IN (SELECT e.id FROM employee e WHERE e.employer = ?1 AND "
                             OVS_PRACTICE_SOUGHT_EMPLOYEE ")";

  ovs_practice_db_run (state->db, sql, "ltl", employer, pattern, number);
}

gint64
ovs_practice_migration_count (OvsPracticeState *state, gint64 employer, gint64 *shared)
{
  if (shared != NULL)
    *shared = ovs_practice_db_number (state->db, 0, "SELECT count (*) FROM " TICKED " AND " OVS_PRACTICE_SHARES_ADDRESS, "l", employer);
  return ovs_practice_db_number (state->db, 0, "SELECT count (*) FROM " TICKED, "l", employer);
}

typedef struct
{
  GArray *ids;      /* (owned) of gint64 */
  GPtrArray *uuids; /* (owned) */
  GPtrArray *verbs; /* (owned) as many */
} Ticked;

/* Collected first: a query must not run over the rows that change under it. */
static void
collect (OvsPracticeState *state, gint64 employer, Ticked *ticked)
{
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (state->db, "SELECT e.id, e.uuid FROM " TICKED " ORDER BY e.number", "l", employer);

  ticked->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ticked->uuids = g_ptr_array_new_with_free_func (g_free);
  ticked->verbs = g_ptr_array_new ();
  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);

      g_array_append_val (ticked->ids, id);
      g_ptr_array_add (ticked->uuids, g_strdup (ovs_practice_rows_text (rows, 1)));
      g_ptr_array_add (ticked->verbs, (gpointer) "SendInvite");
    }
}

gint64
ovs_practice_migration_apply (OvsPracticeState *state, gint64 employer, double failing)
{
  gint64 now = ovs_clock_now (state->clock);
  gint64 action = 0;
  Ticked ticked;

  collect (state, employer, &ticked);
  for (guint i = 0; i < ticked.ids->len; i++)
    ovs_practice_werknemerloket_block (state, g_array_index (ticked.ids, gint64, i), now);
  if (ticked.ids->len > 0)
    {
      action = ovs_practice_runner_submit (state->runner, "ess", employer, ticked.uuids, ticked.verbs, failing);
      ovs_practice_db_run (state->db, "UPDATE action SET origin = '" OVS_PRACTICE_ORIGIN_LIST "' WHERE id = ?", "l", action);
      ovs_practice_db_run (state->db, "UPDATE action_item SET blocked = 1 WHERE action = ?", "l", action);
    }
  untick_all (state, employer);
  g_array_unref (ticked.ids);
  g_ptr_array_unref (ticked.uuids);
  g_ptr_array_unref (ticked.verbs);
  return action;
}
