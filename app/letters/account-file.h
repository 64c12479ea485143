/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/account.h"

G_BEGIN_DECLS

/**
 * OvsAccountFile:
 * @employer: of this client, 0 for the office
 * @path: ends in .pdf or .csv
 * @rows: (out): lines of a table, or pages of a PDF
 *
 * A verantwoording to be saved. Borrowed.
 */
typedef struct
{
  gint64 employer;
  const char *path;
  gint64 rows;
} OvsAccountFile;

/** Whether a file of this name can be written: TRUE for .pdf and .csv. */
gboolean ovs_account_file_suits (const char *path);

/** `verantwoording-bakkerij-jansen-2027-01-11-vertrouwelijk.pdf`. @client: (nullable): its name; NULL for the office. Returns: (transfer full). */
char    *ovs_account_file_name  (const char *client, OvsDay today, const char *ending);

/** Writes it and remembers in the dossier that it was made. @data: an #OvsAccountFile. An #OvsDossierFunc. */
gboolean ovs_account_file_save  (OvsTx *tx, gpointer data, GError **error);

G_END_DECLS
