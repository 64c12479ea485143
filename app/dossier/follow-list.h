/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * The employers of whom something can have changed in Loket since it was read last. Where everybody is over that is so once a day: before
 * @today. Returns: (transfer full) (element-type gint64): a set of ids, empty for none.
 */
GHashTable *ovs_follow_list    (OvsTx *tx, OvsDay today);

/**
 * Who is read when somebody asks for it: everybody of whom something can have changed, so also who fell out and who was never sent. Not the clients
 * where everybody has an end state and that were read today, nor those that are closed. Returns: as above.
 */
GHashTable *ovs_follow_all     (OvsTx *tx, OvsDay today);

/** A mark in the history; ovs_follow_changed() tells whether somebody has got another access since. */
gint64      ovs_follow_mark    (OvsTx *tx);
gboolean    ovs_follow_changed (OvsTx *tx, gint64 mark);

G_END_DECLS
