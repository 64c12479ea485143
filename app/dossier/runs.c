/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/runs.h"

static const char *const kinds[] = {
  [OVS_RUN_KIND_APPLY] = "apply",
  [OVS_RUN_KIND_REINVITE] = "reinvite",
  [OVS_RUN_KIND_ROLLBACK] = "rollback",
};

static const char *const endings[] = {
  [OVS_RUN_ENDING_DONE] = "done",
  [OVS_RUN_ENDING_STOPPED] = "stopped",
  [OVS_RUN_ENDING_FAILED] = "failed",
  [OVS_RUN_ENDING_BROKEN_OFF] = "broken-off",
};

static OvsRunKind
kind_from_code (const char *code)
{
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (g_str_equal (kinds[kind], code))
      return kind;
  return OVS_RUN_KIND_APPLY;
}

static OvsRunEnding
ending_from_code (const char *code)
{
  for (gsize ending = 0; ending < G_N_ELEMENTS (endings); ending++)
    if (g_strcmp0 (endings[ending], code) == 0)
      return ending;
  return OVS_RUN_ENDING_BROKEN_OFF;
}

gint64
ovs_runs_begin (OvsTx *tx, OvsRunKind kind, gint64 sequence, gint64 wave, gint64 approved)
{
  ovs_runs_break_off (tx);
  ovs_tx_run (tx, "INSERT INTO run (kind, audit, wave, approved, begun) VALUES (?1, ?2, nullif(?3, 0), nullif(?4, -1), ?5)", "siiis",
              kinds[kind], sequence, wave, approved, ovs_tx_now_text (tx));
  return ovs_tx_last_id (tx);
}

void
ovs_runs_end (OvsTx *tx, gint64 run, OvsRunEnding ending)
{
  ovs_tx_run (tx, "UPDATE run SET ended = ?2, ending = ?3 WHERE id = ?1 AND (ended IS NULL OR ending = 'broken-off')", "iss", run, ovs_tx_now_text (tx), endings[ending]);
}

void
ovs_runs_break_off (OvsTx *tx)
{
  ovs_tx_run (tx, "UPDATE run SET ended = ?1, ending = 'broken-off' WHERE ended IS NULL", "s", ovs_tx_now_text (tx));
}

/* Planned intents have no request, and every run begins by forgetting those of earlier ones: they are of the latest run. */
static void
count_left (OvsTx *tx, OvsUnfinishedRun *unfinished)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT count(*) FILTER (WHERE i.kind = 'invite' AND i.state <> 'planned'), "
                                "count(*) FILTER (WHERE i.kind = 'invite' AND i.state = 'planned'), count(*) FILTER (WHERE i.kind = 'block'), "
                                "count(*) FILTER (WHERE i.kind = 'reinstate' AND i.state <> 'planned') "
                                "FROM intent i LEFT JOIN request r ON r.id = i.request "
                                "WHERE i.state = 'planned' OR (i.state IN ('sent', 'unknown') AND r.run = ?1)",
                                "i", unfinished->run);

  if (ovs_rows_next (&rows))
    {
      unfinished->waiting = ovs_rows_int (&rows, 0);
      /* Only a conversion goes on with whom it had not sent; whom a new invitation was meant for is still on the uitvallijst. */
      unfinished->unsent = unfinished->kind == OVS_RUN_KIND_APPLY ? ovs_rows_int (&rows, 1) : 0;
      unfinished->unblocked = ovs_rows_int (&rows, 2);
      unfinished->reinstates = ovs_rows_int (&rows, 3);
    }
  ovs_rows_close (&rows);
}

gboolean
ovs_runs_find_unfinished (OvsTx *tx, OvsUnfinishedRun *unfinished)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, kind, begun, ending FROM run ORDER BY id DESC LIMIT 1", "");

  *unfinished = (OvsUnfinishedRun) { 0 };
  if (ovs_rows_next (&rows))
    {
      unfinished->ending = ending_from_code (ovs_rows_text (&rows, 3));
      unfinished->run = ovs_rows_int (&rows, 0);
      unfinished->kind = kind_from_code (ovs_rows_text (&rows, 1));
      ovs_clock_parse_iso (ovs_rows_text (&rows, 2), &unfinished->begun);
    }
  ovs_rows_close (&rows);
  if (unfinished->run != 0 && unfinished->ending != OVS_RUN_ENDING_DONE)
    count_left (tx, unfinished);
  if (unfinished->waiting + unfinished->unsent + unfinished->unblocked + unfinished->reinstates > 0)
    return TRUE;
  *unfinished = (OvsUnfinishedRun) { 0 };
  return FALSE;
}

/* --- the latest conversion -------------------------------------------------------------------------------------- */

#define OF_WAVE "(?1 = 0 OR coalesce(c.wave, -1) = ?1)"

static const char select_latest[] = "SELECT u.id FROM run u WHERE u.kind = 'apply' AND EXISTS (SELECT 1 FROM request r JOIN employer c ON c.id = r.employer "
                                    "WHERE r.run = u.id AND " OF_WAVE ") ORDER BY u.id DESC LIMIT 1";

/* The first of those that the run ?1 went on with. */
static const char select_first[] = "SELECT u.id, u.begun FROM run u WHERE u.kind = 'apply' AND u.id > coalesce((SELECT max(p.id) FROM run p "
                                   "WHERE p.kind = 'apply' AND p.id < ?1 AND (p.ending = 'done' OR p.wave IS NOT (SELECT wave FROM run WHERE id = ?1))), 0) "
                                   "ORDER BY u.id LIMIT 1";

/* Who fell out without anything being sent is known by when that was planned. */
static const char select_people[] = "SELECT i.employee, max(i.kind = 'invite') FROM run u CROSS JOIN intent i LEFT JOIN request r ON r.id = i.request "
                                    "JOIN employee e ON e.id = i.employee JOIN employer c ON c.id = e.employer "
                                    "WHERE u.kind = 'apply' AND u.id BETWEEN ?2 AND ?3 AND i.kind IN ('invite', 'block') AND " OF_WAVE " "
                                    "AND (r.run = u.id OR (i.request IS NULL AND i.state <> 'planned' AND i.planned BETWEEN u.begun AND coalesce(u.ended, '9'))) "
                                    "GROUP BY i.employee";

gboolean
ovs_runs_find_latest (OvsTx *tx, gint64 wave, gint64 *begun, GHashTable **people)
{
  gint64 first, last;
  OvsRows rows;

  if (!ovs_tx_get_int (tx, &last, select_latest, "i", wave))
    return FALSE;
  rows = ovs_rows_open (tx, select_first, "i", last);
  if (!ovs_rows_next (&rows))
    return FALSE;
  first = ovs_rows_int (&rows, 0);
  ovs_clock_parse_iso (ovs_rows_text (&rows, 1), begun);
  ovs_rows_close (&rows);

  *people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  rows = ovs_rows_open (tx, select_people, "iii", wave, first, last);
  while (ovs_rows_next (&rows))
    {
      gint64 employee = ovs_rows_int (&rows, 0);

      g_hash_table_insert (*people, g_memdup2 (&employee, sizeof employee), GINT_TO_POINTER (ovs_rows_int (&rows, 1) != 0));
    }
  return TRUE;
}
