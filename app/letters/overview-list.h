/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * Writes how each client stands as an office file, by round and number: whom it has before the conversion, what came of it, the change in a week,
 * and of when that is; numbers only. @rows: (out): how many clients. FALSE with an %OVS_CSV_ERROR.
 */
gboolean ovs_overview_list_write (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error);

G_END_DECLS
