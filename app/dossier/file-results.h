/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What became of those who were submitted without a connection: by Loket, or by hand in Loket. Nobody answers for them; Loket's uitvallijst and
 * the statuses that were read since tell. Whoever is in neither stays unknown.
 */

/**
 * Settles them by all that is known now: a living or used invitation confirms, a line of the uitvallijst refuses, with Loket's reason. Who
 * had fallen out and was invited after all, is confirmed; who was confirmed stays so. @sequence: the operation that read something.
 * Returns: of how many the result changed.
 */
gint64 ovs_file_results_settle (OvsTx *tx, gint64 sequence);

/** Opens again what the operation @undone settled; ovs_file_results_settle() then says what the rest still tells. */
void   ovs_file_results_reopen (OvsTx *tx, gint64 undone);

G_END_DECLS
