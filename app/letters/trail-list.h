/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/** The trail as a sheet: a line per entry, with its hash. @rows: (out): how many. FALSE with an %OVS_CSV_ERROR. */
gboolean ovs_trail_list_write (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error);

G_END_DECLS
