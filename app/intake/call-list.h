/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * Writes the clients that are to be called, with the reason: no address to write to, a contact who left, or a note that asks for it.
 * @rows: (out): how many. FALSE with an %OVS_CSV_ERROR.
 */
gboolean ovs_intake_write_call_list (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error);

G_END_DECLS
