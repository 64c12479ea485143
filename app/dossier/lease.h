/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** How often the holder shows that it lives, and after how long without a sign another computer may take over. Seconds. */
#define OVS_LEASE_HEARTBEAT 15
#define OVS_LEASE_STALE     120

/**
 * ovs_lease_take:
 *
 * Writes down that this process works in the dossier. Fails with %OVS_DOSSIER_ERROR_IN_USE, naming who does and since when, while
 * another one holds it. A process of this computer that no longer exists, or another computer without a sign of life, holds nothing.
 */
gboolean ovs_lease_take    (OvsTx *tx, GError **error);

/** Who holds it: *@holder and *@since (`1-12-2026 10:00`), (out) (transfer full) (nullable), both NULL when nobody does. */
void     ovs_lease_look    (OvsTx *tx, char **holder, char **since);

/** Fails with %OVS_DOSSIER_ERROR_IN_USE where the lease is no longer ours. */
gboolean ovs_lease_check   (OvsTx *tx, gpointer unused, GError **error);

/** Shows that the holder lives. Outside a transaction. */
void     ovs_lease_beat    (sqlite3 *handle, gpointer unused);

/** Gives the lease back. */
gboolean ovs_lease_release (OvsTx *tx, gpointer unused, GError **error);

G_END_DECLS
