/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/** Writes who is on the uitvallijst now as an office file, by client. @handler: (nullable): a filter of clients. @rows: (out). */
gboolean ovs_fallout_sheet_write      (OvsTx *tx, const char *handler, OvsCsvWriter *writer, gint64 *rows, GError **error);

/**
 * The same in one file for each client, in @folder: no client sees the people of another one. The name of a file has the client, the day and that it is
 * confidential. @files: (out): how many were written.
 */
gboolean ovs_fallout_sheet_write_each (OvsTx *tx, const char *handler, const char *folder, guint *files, GError **error);

/** What the file of everybody is called. Returns: (transfer full). */
char    *ovs_fallout_sheet_name       (OvsDay day);

G_END_DECLS
