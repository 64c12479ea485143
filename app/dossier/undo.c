/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/undo.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/rollback.h"
#include "dossier/trail.h"

/* What decisions and edits touch. Derived tables are made anew; what was sent to Loket is never undone. */
static const char *const tables[] = {
  "acceptance",
  "blocked_period",
  "closing",
  "employee",
  "employee_note",
  "employer",
  "employer_note",
  "enquiry",
  "enquiry_person",
  "follow_up",
  "message_read",
  "milestone",
  "reason_meaning",
  "question",
  "setting",
  "stand_in",
  "ticket",
  "ticket_client",
  "wave",
  "withdrawal",
};

OvsStep
ovs_step_begin (OvsTx *tx)
{
  return ovs_step_begin_in (tx, ovs_trail_begin (tx));
}

OvsStep
ovs_step_begin_told (OvsTx *tx)
{
  OvsStep step = ovs_step_begin (tx);

  if (step.session != NULL)
    {
      sqlite3session_attach (step.session, "request");
      sqlite3session_attach (step.session, "intent");
    }
  return step;
}

OvsStep
ovs_step_begin_in (OvsTx *tx, gint64 sequence)
{
  OvsStep step = { tx, sequence, NULL };
  sqlite3_session *session = NULL;

  if (sqlite3session_create (ovs_tx_handle (tx), "main", &session) != SQLITE_OK)
    {
      ovs_tx_fail (tx, ovs_dossier_error_from_sqlite (SQLITE_NOMEM, sqlite3_errmsg (ovs_tx_handle (tx))));
      return step;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    sqlite3session_attach (session, tables[i]);
  step.session = session;
  return step;
}

gboolean
ovs_step_keep (OvsStep *step)
{
  int length = 0;
  void *changes = NULL;

  if (step->session == NULL)
    return FALSE;
  int code = sqlite3session_changeset (step->session, &length, &changes);
  sqlite3session_delete (step->session);
  step->session = NULL;

  if (code != SQLITE_OK)
    ovs_tx_fail (step->tx, ovs_dossier_error_from_sqlite (code, sqlite3_errstr (code)));
  else if (length > 0)
    ovs_tx_run (step->tx, "INSERT INTO undo_step (audit, changeset) VALUES (?1, ?2)", "ix", step->sequence, changes, (gsize) length);
  sqlite3_free (changes);
  return length > 0;
}

void
ovs_step_end (OvsStep *step, const char *operation, const char *detail, const char *note)
{
  if (ovs_step_keep (step))
    ovs_trail_end (step->tx, step->sequence, operation, detail, note);
}

void
ovs_undo_bar (OvsTx *tx, gint64 sequence)
{
  ovs_tx_run (tx, "INSERT INTO undo_step (audit) VALUES (?1)", "i", sequence);
}

static int
refuse_conflict (void *data, int conflict, sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_inverse (OvsTx *tx, GBytes *changeset, GError **error)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);
  int inverse_length = 0;
  void *inverse = NULL;
  int code = sqlite3changeset_invert ((int) length, bytes, &inverse_length, &inverse);

  if (code == SQLITE_OK)
    code = sqlite3changeset_apply (ovs_tx_handle (tx), inverse_length, inverse, NULL, refuse_conflict, NULL);
  sqlite3_free (inverse);

  if (code == SQLITE_ABORT)
    g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                         _ ("The last step cannot be taken back: its data have changed since. Nothing was changed."));
  else if (code != SQLITE_OK)
    g_propagate_error (error, ovs_dossier_error_from_sqlite (code, sqlite3_errstr (code)));
  return code == SQLITE_OK;
}

static gint64
count_changes (GBytes *changeset)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (changeset, &length);
  sqlite3_changeset_iter *iterator = NULL;
  gint64 changes = 0;

  if (sqlite3changeset_start (&iterator, (int) length, (void *) bytes) != SQLITE_OK)
    return 0;
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    changes++;
  sqlite3changeset_finalize (iterator);
  return changes;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

static const char *
why_barred (const char *operation)
{
  if (g_strcmp0 (operation, "import") == 0)
    return _ ("The last step read a file in. In Select, “Read in earlier…” takes that back. Nothing was changed.");
  if (g_strcmp0 (operation, "mend-in-loket") == 0)
    return _ ("The last step changed an address in Loket too, and that cannot be taken back. Give the right address there again. Nothing was changed.");
  return _ ("The last step sent invitations, and that cannot be taken back. Nothing was changed.");
}

gboolean
ovs_undo_take_back (OvsTx *tx, char **operation, gint64 *changed, GError **error)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT s.id, a.operation, s.changeset, s.audit FROM undo_step s JOIN audit a ON a.sequence = s.audit "
                                "WHERE s.undone IS NULL ORDER BY s.id DESC LIMIT 1",
                                "");
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *detail = NULL;
  gint64 step, audit, sequence;

  *operation = NULL;
  if (!ovs_rows_next (&rows))
    return refuse (error, _ ("There is no step to take back."));
  step = ovs_rows_int (&rows, 0);
  audit = ovs_rows_int (&rows, 3);
  *operation = g_strdup (ovs_rows_text (&rows, 1));
  if (sqlite3_column_type (rows.statement, 2) != SQLITE_NULL)
    changeset = g_bytes_new (sqlite3_column_blob (rows.statement, 2), (gsize) sqlite3_column_bytes (rows.statement, 2));
  ovs_rows_close (&rows);

  if (changeset == NULL)
    return refuse (error, why_barred (*operation));
  if (!apply_inverse (tx, changeset, error))
    return FALSE;
  if (changed != NULL)
    *changed = count_changes (changeset);

  sequence = ovs_trail_begin (tx);
  detail = g_strdup_printf ("{\"step\": %" G_GINT64_FORMAT ", \"operation\": \"%s\"}", step, *operation);
  ovs_trail_end (tx, sequence, "undo", detail, NULL);
  ovs_rollback_mark (tx, ovs_rollback_find (tx, audit), sequence);
  return ovs_tx_run (tx, "UPDATE undo_step SET undone = ?2 WHERE id = ?1", "ii", step, sequence);
}

gint64
ovs_undo_find_import (OvsTx *tx)
{
  gint64 import;

  ovs_tx_get_int (tx, &import,
                  "SELECT i.id FROM undo_step s JOIN import i ON i.audit = s.audit WHERE s.changeset IS NULL "
                  "AND s.id = (SELECT max(id) FROM undo_step WHERE undone IS NULL)",
                  "");
  return import;
}
