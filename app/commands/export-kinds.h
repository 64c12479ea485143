/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsExportFunc:
 * @rows: (out): how many rows were written below the head
 *
 * Writes one kind of office file, from a transaction that reads. FALSE with an %OVS_CSV_ERROR.
 */
typedef gboolean (*OvsExportFunc) (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error);

/** What writes the @kind, as named on the command line; NULL where there is none. */
OvsExportFunc ovs_export_find (const char *kind);

G_END_DECLS
