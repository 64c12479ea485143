/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What Loket announced to stop: versions of its resources that this program asks for. From that day on a newer Overstap is needed. That one begins
 * with none: it may ask for other versions, and Loket tells it anew.
 */

/** Keeps that @resource, a path without ids, stops @on a day. Another day than was known counts as news. */
void     ovs_sunsets_note    (OvsTx *tx, const char *resource, OvsDay on);

/** Calls @func for each, the first to stop first. @shown: the window told of it before. */
typedef void (*OvsSunsetFunc) (const char *resource, OvsDay on, gboolean shown, gpointer data);
void     ovs_sunsets_foreach (OvsTx *tx, OvsSunsetFunc func, gpointer data);

/** The first day on which one stops; %OVS_NO_DAY for none. */
OvsDay   ovs_sunsets_first   (OvsTx *tx);

/** Marks all as told of in the window. Returns: whether there was news. */
gboolean ovs_sunsets_show    (OvsTx *tx);

G_END_DECLS
