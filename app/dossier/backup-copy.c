/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/backup-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dossier/backups.h"
#include "dossier/error.h"

typedef struct
{
  char *target;
  int code;
} Copy;

static void
copy_to (sqlite3 *handle, gpointer data)
{
  Copy *copy = data;
  sqlite3_stmt *statement = NULL;

  copy->code = sqlite3_prepare_v2 (handle, "VACUUM INTO ?1", -1, &statement, NULL);
  if (copy->code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, copy->target, -1, SQLITE_STATIC);
      copy->code = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
}

/* The copy holds personal data, so the file is made for its owner only before anything is in it. */
static gboolean
make_private (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
               _ ("No copy of the dossier can be made beside it: %s. Nothing was changed."), g_strerror (errno));
  return FALSE;
}

char *
ovs_backup_copy (OvsWorker *writer, const char *dossier, const char *reason, GError **error)
{
  Copy copy = { NULL, SQLITE_ERROR };

  copy.target = ovs_backups_name (dossier, reason);
  if (make_private (copy.target, error))
    {
      ovs_worker_run_bare (writer, copy_to, &copy);
      if (copy.code == SQLITE_DONE)
        return copy.target;
      g_propagate_error (error, ovs_dossier_error_from_sqlite (copy.code, sqlite3_errstr (copy.code)));
      g_unlink (copy.target);
    }
  g_free (copy.target);
  return NULL;
}
