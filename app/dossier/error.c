/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <sqlite3.h>

G_DEFINE_QUARK (ovs-dossier-error-quark, ovs_dossier_error)

GError *
ovs_dossier_error_from_sqlite (int code, const char *message)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return g_error_new_literal (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NO_SPACE,
                                  _ ("The disk is full, so the last step was not written down. Make room and try again."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return g_error_new_literal (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                                  _ ("The dossier cannot be written in this place. Copy it to a folder of your own."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return g_error_new_literal (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE,
                                  _ ("Another program is busy with the dossier. Try again in a moment."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return g_error_new_literal (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER,
                                  _ ("The file is no dossier, or it is damaged. Use a backup."));
    case SQLITE_CANTOPEN:
      return g_error_new_literal (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                                  _ ("The dossier cannot be opened in this place. Check the folder and its permissions."));
    case SQLITE_INTERRUPT:
      return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
    case SQLITE_IOERR:
      return g_error_new_literal (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_FAILED,
                                  _ ("The disk gave an error, so the last step was not written down. Check the disk or the network and try again."));
    default:
      return g_error_new (OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_FAILED,
                          _ ("The dossier could not be read or written (%s). Nothing was changed."), message);
    }
}
