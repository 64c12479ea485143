/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/purge-finish.h"

#include <glib/gi18n.h>

#include "base/crash-point.h"
#include "dossier/backups.h"
#include "dossier/error.h"
#include "dossier/purged.h"

/* Writes the file anew without free pages, and empties the WAL. */
static void
compact (sqlite3 *handle, gpointer data)
{
  int *code = data;
  int left = 0, moved = 0;

  *code = sqlite3_exec (handle, "VACUUM", NULL, NULL, NULL);
  if (*code == SQLITE_OK)
    *code = sqlite3_wal_checkpoint_v2 (handle, "main", SQLITE_CHECKPOINT_TRUNCATE, &left, &moved);
}

static gboolean
run_compact (OvsWorker *writer, GError **error)
{
  int code = SQLITE_OK;

  ovs_worker_run_bare (writer, compact, &code);
  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) == SQLITE_BUSY)
    g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE,
                         _ ("Somebody else is reading this dossier just now. Close it there, and try again: what was begun is then finished."));
  else
    g_propagate_error (error, ovs_dossier_error_from_sqlite (code, sqlite3_errstr (code)));
  return FALSE;
}

static gboolean
look (OvsTx *tx, gpointer begun, GError **error)
{
  *(gboolean *) begun = ovs_purged_is_begun (tx);
  return TRUE;
}

static gboolean
note_finished (OvsTx *tx, gpointer unused, GError **error)
{
  ovs_purged_set_begun (tx, FALSE);
  return TRUE;
}

gboolean
ovs_purge_finish_begun (OvsWorker *writer, const char *path, guint *backups, GError **error)
{
  gboolean begun = FALSE;
  guint removed = 0;

  if (backups != NULL)
    *backups = 0;
  if (!ovs_worker_run (writer, look, &begun, NULL, error))
    return FALSE;
  if (!begun)
    return TRUE;
  ovs_crash_point ("purge-emptied");
  if (!run_compact (writer, error))
    return FALSE;
  ovs_crash_point ("purge-compacted");
  if (!ovs_backups_remove_all (path, &removed, error))
    return FALSE;
  ovs_crash_point ("purge-backups-gone");
  if (backups != NULL)
    *backups = removed;
  return ovs_worker_run (writer, note_finished, NULL, NULL, error) && run_compact (writer, error);
}
