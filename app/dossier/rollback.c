/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/rollback.h"

#include <glib/gi18n.h>

#include "dossier/access.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/file-results.h"
#include "dossier/rollback-since.h"
#include "dossier/trail.h"

/* How many people pass between two calls of the progress function, and what of the bar they are. */
#define PEOPLE_PER_PROGRESS 1000
#define PROGRESS_BEFORE_PEOPLE 400
#define PROGRESS_AFTER_PEOPLE 900

enum
{
  RESULT_REVERSED,
  RESULT_KEPT,
  RESULT_FAILED,
};

typedef struct
{
  OvsTx *tx;
  gint64 import;
  gint64 undone;   /* its entry in the trail */
  gint64 sequence; /* of taking it back */
  OvsRollbackProgress progress;
  gpointer data;
} Back;

/* In STALE of stale.c, `added` are gone without a trace; the others keep their history. */
static const char make_tables[] =
    "CREATE TEMP TABLE IF NOT EXISTS back_person (employee INTEGER PRIMARY KEY, added INTEGER NOT NULL, fields INTEGER NOT NULL, result INTEGER);"
    "CREATE TEMP TABLE IF NOT EXISTS back_client (employer INTEGER PRIMARY KEY, added INTEGER NOT NULL, result INTEGER);"
    "CREATE TEMP TABLE IF NOT EXISTS back_access (employee INTEGER NOT NULL, portal TEXT NOT NULL, PRIMARY KEY (employee, portal)) WITHOUT ROWID;"
    "CREATE TEMP TABLE IF NOT EXISTS back_mark (employee INTEGER PRIMARY KEY, missing_since INTEGER, found INTEGER NOT NULL);"
    "CREATE TEMP TABLE IF NOT EXISTS back_entry (entry INTEGER PRIMARY KEY, added INTEGER NOT NULL, result INTEGER);"
    "DELETE FROM back_person; DELETE FROM back_client; DELETE FROM back_access; DELETE FROM back_mark; DELETE FROM back_entry;";

static void
show (Back *back, guint thousandths)
{
  if (back->progress != NULL)
    back->progress (thousandths, back->data);
}

/* --- whom it concerns ------------------------------------------------------------------------------------------ */

#define PORTALS "('" OVS_PORTAL_WERKNEMERLOKET "', '" OVS_PORTAL_MIJNLOKET "')"

static void
collect (Back *back)
{
  OvsTx *tx = back->tx;

  ovs_tx_exec (tx, make_tables);
  ovs_tx_run (tx, "INSERT INTO temp.back_person SELECT id, 1, 0, NULL FROM employee WHERE added_by = ?1", "i", back->import);
  ovs_tx_run (tx,
              "INSERT INTO temp.back_person SELECT employee, 0, max(field NOT IN " PORTALS "), NULL FROM history "
              "WHERE audit = ?1 AND employee IS NOT NULL AND field <> 'missing' GROUP BY employee ON CONFLICT DO NOTHING",
              "i", back->undone);
  ovs_tx_run (tx, "INSERT INTO temp.back_client SELECT id, 1, NULL FROM employer WHERE added_by = ?1", "i", back->import);
  ovs_tx_run (tx,
              "INSERT OR IGNORE INTO temp.back_client SELECT DISTINCT employer, 0, NULL FROM history "
              "WHERE audit = ?1 AND employee IS NULL AND employer IS NOT NULL AND field <> 'returned'",
              "i", back->undone);
  ovs_since_collect_touched (tx, back->undone);
}

/* What went to Loket is never undone, and neither is what it was about. */
static void
hold_people (Back *back)
{
  static const char *const own[] = { "employment", "access", "judgement", "finding", "history", "access_before", "fallout_before", NULL };
  OvsTx *tx = back->tx;

  ovs_tx_run (tx,
              "UPDATE temp.back_person SET result = ?2 WHERE EXISTS (SELECT 1 FROM intent i LEFT JOIN request r ON r.id = i.request "
              "WHERE i.employee = back_person.employee AND (added OR CASE WHEN r.audit IS NOT NULL THEN r.audit > ?1 "
              "ELSE i.planned >= (SELECT at FROM audit WHERE sequence = ?1) END))",
              "ii", back->undone, (gint64) RESULT_FAILED);
  ovs_tx_run (tx, "UPDATE temp.back_person SET result = ?1 WHERE result IS NULL AND employee IN (SELECT employee FROM temp.touched_person)", "i",
              (gint64) RESULT_KEPT);
  ovs_since_mark_referred (tx, "employee", "back_person", "employee", RESULT_KEPT, own);
}

/* --- people ---------------------------------------------------------------------------------------------------- */

#define ADDED "(SELECT employee FROM temp.back_person WHERE added AND result IS NULL)"

static const char remove_people[] =
    /* The others of these clients are counted anew. */
    "UPDATE judgement SET judged_on = '' WHERE employee IN (SELECT o.id FROM employee o WHERE o.employer IN "
    "(SELECT DISTINCT e.employer FROM employee e WHERE e.id IN " ADDED ") AND o.id NOT IN " ADDED ");"
    "DELETE FROM tally WHERE employer IN (SELECT DISTINCT e.employer FROM employee e WHERE e.id IN " ADDED ");"
    "DELETE FROM finding WHERE employee IN " ADDED ";"
    "DELETE FROM judgement WHERE employee IN " ADDED ";"
    "DELETE FROM employment WHERE employee IN " ADDED ";"
    "DELETE FROM access WHERE employee IN " ADDED ";"
    "DELETE FROM access_before WHERE employee IN " ADDED ";"
    "DELETE FROM fallout_before WHERE employee IN " ADDED ";"
    "DELETE FROM told_difference WHERE employee IN " ADDED ";"
    "DELETE FROM history WHERE employee IN " ADDED ";"
    "DELETE FROM employee WHERE id IN " ADDED ";"
    "UPDATE temp.back_person SET result = 0 WHERE added AND result IS NULL;";

static gboolean
put_back (Back *back, gint64 employer, const char *number_key)
{
  g_auto (OvsEmployee) current = { 0 };
  g_auto (OvsEmployee) original = { 0 };
  OvsRows rows;
  gboolean same = TRUE;

  if (!ovs_employees_find (back->tx, employer, number_key, &current))
    return FALSE;
  ovs_employee_copy (&current, &original);
  rows = ovs_rows_open (back->tx,
                        "SELECT field, old, new FROM history WHERE employee = ?1 AND audit = ?2 AND field <> 'missing' "
                        "AND field <> 'excluded_reason' AND field NOT IN " PORTALS,
                        "ii", current.id, back->undone);
  while (same && ovs_rows_next (&rows))
    {
      same = ovs_employee_has (&current, ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 2));
      ovs_employee_put_back (&original, ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1));
    }
  ovs_rows_close (&rows);
  if (same)
    ovs_employees_update (back->tx, &current, &original, back->sequence);
  return same;
}

static void
put_people_back (Back *back)
{
  gint64 number, done = 0;
  OvsRows rows;

  ovs_tx_get_int (back->tx, &number, "SELECT count(*) FROM temp.back_person WHERE fields AND result IS NULL", "");
  rows = ovs_rows_open (back->tx,
                        "SELECT e.id, e.employer, e.number_key FROM temp.back_person b CROSS JOIN employee e ON e.id = b.employee "
                        "WHERE b.fields AND b.result IS NULL",
                        "");
  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);

      if (!put_back (back, ovs_rows_int (&rows, 1), ovs_rows_text (&rows, 2)))
        ovs_tx_run (back->tx, "INSERT OR IGNORE INTO temp.touched_person (employee) VALUES (?1)", "i", id);
      if (++done % PEOPLE_PER_PROGRESS == 0)
        show (back, PROGRESS_BEFORE_PEOPLE + (guint) ((PROGRESS_AFTER_PEOPLE - PROGRESS_BEFORE_PEOPLE) * done / number));
    }
  ovs_tx_run (back->tx, "UPDATE temp.back_person SET result = ?1 WHERE result IS NULL AND employee IN (SELECT employee FROM temp.touched_person)",
              "i", (gint64) RESULT_KEPT);
}

/* --- access ---------------------------------------------------------------------------------------------------- */

#define RESTORED "FROM temp.back_access k JOIN access_before b ON b.employee = k.employee AND b.portal = k.portal AND b.audit = ?1 "

/* What was observed after the import stays; somebody of whom one of the two stays is kept as a whole. */
static void
choose_access (Back *back)
{
  OvsTx *tx = back->tx;

  ovs_tx_run (tx,
              "INSERT INTO temp.back_access SELECT b.employee, b.portal FROM access_before b "
              "JOIN access a ON a.employee = b.employee AND a.portal = b.portal "
              "WHERE b.audit = ?1 AND a.as_of = b.written AND a.source <> 'loket'",
              "i", back->undone);
  ovs_tx_run (tx,
              "UPDATE temp.back_person SET result = ?2 WHERE result IS NULL AND NOT added AND EXISTS (SELECT 1 FROM history h "
              "WHERE h.employee = back_person.employee AND h.audit = ?1 AND h.field IN " PORTALS " AND NOT EXISTS "
              "(SELECT 1 FROM temp.back_access k WHERE k.employee = h.employee AND k.portal = h.field))",
              "ii", back->undone, (gint64) RESULT_KEPT);
}

static void
put_access_back (Back *back)
{
  OvsTx *tx = back->tx;

  ovs_tx_exec (tx, "DELETE FROM temp.back_access WHERE employee IN (SELECT employee FROM temp.back_person WHERE result IS NOT NULL)");
  ovs_tx_run (tx,
              "INSERT INTO history (audit, employee, field, old, new) SELECT ?2, k.employee, k.portal, a.status, b.status " RESTORED
              "JOIN access a ON a.employee = k.employee AND a.portal = k.portal WHERE a.status IS NOT b.status",
              "ii", back->undone, back->sequence);
  ovs_tx_run (tx, "DELETE FROM access WHERE (employee, portal) IN (SELECT k.employee, k.portal " RESTORED "WHERE b.status IS NULL)", "i",
              back->undone);
  ovs_tx_run (tx,
              "INSERT OR REPLACE INTO access (employee, portal, status, source, as_of) "
              "SELECT k.employee, k.portal, b.status, b.source, b.as_of " RESTORED "WHERE b.status IS NOT NULL",
              "i", back->undone);
}

/* --- who was no longer in the file ----------------------------------------------------------------------------- */

/* Whether a later file tells of all people of the client of `e`. */
#define LATER                                                                                                                         \
  "FROM import_employer x JOIN import i ON i.id = x.import WHERE x.employer = e.employer AND x.import > ?1 AND i.kind = 'employees' "  \
  "AND i.rolled_back IS NULL"

/*
 * Whom this file marked, a later one without him marks now, if there is one. Whom it found again, is missing again as he was before, if
 * no later one has found him.
 */
static void
put_marks_back (Back *back)
{
  OvsTx *tx = back->tx;

  ovs_tx_run (tx, "INSERT INTO temp.back_mark SELECT e.id, (SELECT min(x.import) " LATER "), 0 FROM employee e WHERE e.missing_since = ?1", "i",
              back->import);
  ovs_tx_run (tx,
              "INSERT OR IGNORE INTO temp.back_mark SELECT e.id, (SELECT max(m.id) FROM history f JOIN import m ON m.audit = f.audit "
              "WHERE f.employee = e.id AND f.field = 'missing' AND f.new = '1' AND f.audit < ?2), 1 FROM history h JOIN employee e ON e.id = h.employee "
              "WHERE h.audit = ?2 AND h.field = 'missing' AND h.old = '1' AND e.missing_since IS NULL AND NOT EXISTS (SELECT 1 " LATER ")",
              "ii", back->import, back->undone);
  ovs_tx_run (tx,
              "INSERT INTO history (audit, employee, field, old, new) SELECT ?1, employee, 'missing', iif(found, NULL, '1'), iif(found, '1', NULL) "
              "FROM temp.back_mark WHERE found = (missing_since IS NOT NULL)",
              "i", back->sequence);
  ovs_tx_exec (tx, "UPDATE employee SET missing_since = (SELECT missing_since FROM temp.back_mark m WHERE m.employee = employee.id) "
                   "WHERE id IN (SELECT employee FROM temp.back_mark);"
                   "INSERT OR IGNORE INTO temp.back_person SELECT employee, 0, 0, 0 FROM temp.back_mark;");
}

/* --- clients --------------------------------------------------------------------------------------------------- */

#define ADDED_CLIENTS "(SELECT employer FROM temp.back_client WHERE added AND result IS NULL)"

static const char remove_clients[] = "DELETE FROM tally WHERE employer IN " ADDED_CLIENTS ";"
                                     "DELETE FROM standing_day WHERE employer IN " ADDED_CLIENTS ";"
                                     "DELETE FROM import_employer WHERE employer IN " ADDED_CLIENTS ";"
                                     "DELETE FROM history WHERE employer IN " ADDED_CLIENTS ";"
                                     "DELETE FROM preflight WHERE employer IN " ADDED_CLIENTS ";"
                                     "DELETE FROM employer WHERE id IN " ADDED_CLIENTS ";"
                                     "UPDATE temp.back_client SET result = 0 WHERE added AND result IS NULL;";

static void
put_clients_back (Back *back)
{
  static const char *const own[] = { "tally", "standing_day", "import_employer", "history", "preflight", NULL };
  OvsTx *tx = back->tx;
  OvsRows rows;

  ovs_tx_run (tx, "UPDATE temp.back_client SET result = ?1 WHERE employer IN (SELECT employer FROM temp.touched_client)", "i",
              (gint64) RESULT_KEPT);
  ovs_since_mark_referred (tx, "employer", "back_client", "employer", RESULT_KEPT, own);
  ovs_tx_exec (tx, remove_clients);
  rows = ovs_rows_open (tx, "SELECT employer FROM temp.back_client WHERE result IS NULL", "");
  while (ovs_rows_next (&rows))
    if (!ovs_employers_put_back (tx, ovs_rows_int (&rows, 0), back->undone, back->sequence))
      ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.touched_client (employer) VALUES (?1)", "i", ovs_rows_int (&rows, 0));
  ovs_tx_run (tx, "UPDATE temp.back_client SET result = ?1 WHERE result IS NULL AND employer IN (SELECT employer FROM temp.touched_client)", "i",
              (gint64) RESULT_KEPT);
}

/* --- the uitvallijst ------------------------------------------------------------------------------------------- */

static void
put_entries_back (Back *back)
{
  OvsTx *tx = back->tx;

  ovs_tx_run (tx,
              "INSERT INTO temp.back_entry SELECT f.id, NOT EXISTS (SELECT 1 FROM fallout_before b WHERE b.entry = f.id AND b.replaced = ?1), 0 "
              "FROM fallout_entry f WHERE f.import = ?1",
              "i", back->import);
  ovs_tx_run (tx,
              "INSERT OR IGNORE INTO temp.back_entry SELECT entry, 0, ?2 FROM fallout_before WHERE replaced = ?1 OR import = ?1", "ii",
              back->import, (gint64) RESULT_KEPT);
  ovs_tx_run (tx,
              "UPDATE fallout_entry SET (import, employee, reason) = (SELECT b.import, b.employee, b.reason FROM fallout_before b "
              "WHERE b.entry = fallout_entry.id AND b.replaced = ?1) WHERE id IN (SELECT entry FROM temp.back_entry WHERE NOT added AND result = 0)",
              "i", back->import);
  ovs_tx_run (tx, "DELETE FROM fallout_before WHERE replaced = ?1 AND entry IN (SELECT entry FROM temp.back_entry WHERE result = 0)", "i",
              back->import);
  ovs_tx_exec (tx, "DELETE FROM fallout_entry WHERE id IN (SELECT entry FROM temp.back_entry WHERE added AND result = 0)");
}

/* --- what a client answered ------------------------------------------------------------------------------------ */

/* Who has no e-mail goes along again, and the list is on its way again. */
static void
put_answers_back (Back *back)
{
  ovs_tx_run (back->tx,
              "UPDATE employee SET excluded_reason = NULL, on_paper = 0 WHERE EXISTS (SELECT 1 FROM history h "
              "JOIN temp.back_person b ON b.employee = h.employee AND coalesce(b.result, 0) = 0 "
              "WHERE h.employee = employee.id AND h.audit = ?1 AND h.field = 'excluded_reason' AND h.new = employee.excluded_reason)",
              "i", back->undone);
  ovs_tx_run (back->tx,
              "UPDATE enquiry SET returned_on = NULL WHERE id IN (SELECT max(q.id) FROM history h JOIN enquiry q ON q.employer = h.employer "
              "WHERE h.audit = ?1 AND h.field = 'returned' AND h.employee IS NULL GROUP BY q.employer)",
              "i", back->undone);
}

/* --- all of it ------------------------------------------------------------------------------------------------- */

static gint64
count_result (OvsTx *tx, int result)
{
  gint64 number;

  ovs_tx_get_int (tx, &number,
                  "SELECT (SELECT count(*) FROM temp.back_person WHERE coalesce(result, 0) = ?1) + (SELECT count(*) FROM temp.back_client "
                  "WHERE coalesce(result, 0) = ?1) + (SELECT count(*) FROM temp.back_entry WHERE result = ?1)",
                  "i", (gint64) result);
  return number;
}

static void
put_all_back (Back *back)
{
  collect (back);
  show (back, 100);
  hold_people (back);
  choose_access (back);
  show (back, 200);
  ovs_tx_exec (back->tx, remove_people);
  show (back, PROGRESS_BEFORE_PEOPLE);
  put_people_back (back);
  put_access_back (back);
  show (back, PROGRESS_AFTER_PEOPLE);
  put_marks_back (back);
  put_clients_back (back);
  put_entries_back (back);
  put_answers_back (back);
  ovs_file_results_reopen (back->tx, back->undone);
  ovs_file_results_settle (back->tx, back->sequence);
}

static void
write_down (Back *back, const OvsRollback *counts)
{
  g_autofree char *detail = g_strdup_printf ("{\"import\": %" G_GINT64_FORMAT ", \"reversed\": %" G_GINT64_FORMAT ", \"kept\": %" G_GINT64_FORMAT
                                             ", \"failed\": %" G_GINT64_FORMAT "}",
                                             back->import, counts->reversed, counts->kept, counts->failed);

  ovs_trail_end (back->tx, back->sequence, "undo-import", detail, NULL);
  ovs_tx_run (back->tx, "UPDATE undo_step SET undone = ?2 WHERE audit = ?1 AND undone IS NULL", "ii", back->undone, back->sequence);
  ovs_rollback_mark (back->tx, back->import, back->sequence);
}

gboolean
ovs_rollback_import (OvsTx *tx, gint64 import, OvsRollbackProgress progress, gpointer data, OvsRollback *counts, GError **error)
{
  Back back = { .tx = tx, .import = import, .progress = progress, .data = data };
  OvsRows rows = ovs_rows_open (tx, "SELECT audit, rolled_back IS NOT NULL FROM import WHERE id = ?1", "i", import);
  gboolean found = ovs_rows_next (&rows);
  gboolean before = found && ovs_rows_int (&rows, 1) != 0;

  back.undone = found ? ovs_rows_int (&rows, 0) : 0;
  ovs_rows_close (&rows);
  *counts = (OvsRollback){ 0 };
  if (ovs_tx_failed (tx))
    return FALSE;
  if (!found)
    g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND, _ ("This file was not read into this dossier. Look at the list again."));
  else if (before)
    g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Reading in this file was taken back before. Nothing was changed."));
  if (!found || before)
    return FALSE;

  back.sequence = ovs_trail_begin (tx);
  put_all_back (&back);
  counts->reversed = count_result (tx, RESULT_REVERSED);
  counts->kept = count_result (tx, RESULT_KEPT);
  counts->failed = count_result (tx, RESULT_FAILED);
  write_down (&back, counts);
  show (&back, 1000);
  return !ovs_tx_failed (tx);
}

gint64
ovs_rollback_find (OvsTx *tx, gint64 sequence)
{
  gint64 import;

  ovs_tx_get_int (tx, &import, "SELECT id FROM import WHERE audit = ?1 AND rolled_back IS NULL", "i", sequence);
  return import;
}

void
ovs_rollback_mark (OvsTx *tx, gint64 import, gint64 sequence)
{
  ovs_tx_run (tx, "UPDATE import SET rolled_back = ?2 WHERE id = ?1", "ii", import, sequence);
}
