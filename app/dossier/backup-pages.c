/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/backup-pages.h"

#include <glib/gi18n.h>

#include "dossier/dossier.h"

gboolean
ovs_backup_pages_refuse (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);

  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER,
               _ ("The backup “%s” is damaged, or is none. Nothing was changed. Choose another one."), shown);
  return FALSE;
}

static gboolean
is_dossier (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  gboolean is = sqlite3_prepare_v2 (handle, "PRAGMA application_id", -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW
                && sqlite3_column_int (statement, 0) == OVS_DOSSIER_APPLICATION_ID;

  sqlite3_finalize (statement);
  return is;
}

sqlite3 *
ovs_backup_pages_open (const char *path, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  /* Nobody writes into a backup, so nothing need be locked or kept beside it. */
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (uri, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK && is_dossier (handle))
    return handle;
  sqlite3_close (handle);
  ovs_backup_pages_refuse (path, error);
  return NULL;
}

int
ovs_backup_pages_copy (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *copy = sqlite3_backup_init (to, "main", from, "main");
  int code = SQLITE_ERROR;

  if (copy != NULL)
    {
      code = sqlite3_backup_step (copy, -1);
      sqlite3_backup_finish (copy);
    }
  return copy != NULL ? code : sqlite3_extended_errcode (to);
}
