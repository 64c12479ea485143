/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/backup-restore.h"

#include <glib/gi18n.h>

#include "dossier/backup-pages.h"

/* Where the trail of the backup begins and ends. */
typedef struct
{
  gint64 last;
  char *first_hash; /* (owned) (nullable) */
  OvsBackupSince *since;
} Trail;

static gboolean
read_trail (sqlite3 *handle, Trail *trail)
{
  const char *sql = "SELECT sequence, (SELECT hash FROM audit ORDER BY sequence LIMIT 1) FROM audit ORDER BY sequence DESC LIMIT 1";
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);

  if (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      trail->last = sqlite3_column_int64 (statement, 0);
      trail->first_hash = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    }
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
compare (OvsTx *tx, gpointer data, GError **error)
{
  Trail *trail = data;
  OvsBackupSince *since = trail->since;
  g_autofree char *first = ovs_tx_get_text (tx, "SELECT hash FROM audit ORDER BY sequence LIMIT 1", "");

  if (first != NULL && trail->first_hash != NULL && !g_str_equal (first, trail->first_hash))
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                           _ ("This is a backup of another dossier. Nothing was changed. Choose one of this dossier."));
      return FALSE;
    }
  ovs_tx_get_int (tx, &since->entries, "SELECT count(*) FROM audit WHERE sequence > ?1", "i", trail->last);
  ovs_tx_get_int (tx, &since->runs, "SELECT count(*) FROM run WHERE audit > ?1", "i", trail->last);
  ovs_tx_get_int (tx, &since->letters, "SELECT count(*) FROM letter WHERE audit > ?1 AND state IN ('sent', 'unknown')", "i", trail->last);
  return TRUE;
}

gboolean
ovs_backup_compare (OvsDossier *dossier, const char *backup, OvsBackupSince *since, GError **error)
{
  sqlite3 *handle = ovs_backup_pages_open (backup, error);
  Trail trail = { .since = since };
  gboolean done = handle != NULL && read_trail (handle, &trail);

  *since = (OvsBackupSince) { 0 };
  if (handle == NULL)
    return FALSE;
  sqlite3_close (handle);
  done = done ? ovs_dossier_read (dossier, compare, &trail, NULL, error) : ovs_backup_pages_refuse (backup, error);
  g_free (trail.first_hash);
  return done;
}

/* --- without waiting --------------------------------------------------------------------------------------------- */

typedef struct
{
  char *backup;
  OvsBackupSince since;
} Job;

static void
job_free (gpointer data)
{
  g_free (((Job *) data)->backup);
  g_free (data);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (ovs_backup_compare (source, job->backup, &job->since, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_backup_compare_async (OvsDossier *dossier, const char *backup, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (dossier, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->backup = g_strdup (backup);
  g_task_set_source_tag (task, ovs_backup_compare_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

gboolean
ovs_backup_compare_finish (OvsDossier *dossier, GAsyncResult *result, OvsBackupSince *since, GError **error)
{
  *since = ((Job *) g_task_get_task_data (G_TASK (result)))->since;
  return g_task_propagate_boolean (G_TASK (result), error);
}
