/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * Writes the work list of the clients that are done by hand in Loket: per client whom to tick and, below them, whom not to tick although
 * Loket shows them, with what Loket warns about or stops. @wave: see dossier/routes.h; @employer: only this client, 0 for all.
 * @rows: (out): how many people. FALSE with an %OVS_CSV_ERROR.
 */
gboolean ovs_work_list_write (OvsTx *tx, gint64 wave, gint64 employer, OvsCsvWriter *writer, gint64 *rows, GError **error);

G_END_DECLS
