/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Begins the asynchronous work for one @item; must call @done with @done_data exactly once. */
typedef void     (*OvsCrewStart)  (gpointer item, gpointer data, GCancellable *cancellable, GAsyncReadyCallback done, gpointer done_data);

/** Ends the work for one item. FALSE with @error set: no further item is begun. */
typedef gboolean (*OvsCrewFinish) (gpointer item, gpointer data, GAsyncResult *result, GError **error);

/**
 * ovs_crew_async:
 * @items: (transfer none): must live until the end
 * @at_once: how many may be under way
 *
 * Does the same work for many items. After the first error, or a cancellation, no new one is begun; those under way are
 * waited for, so that nothing is left in the air.
 */
void     ovs_crew_async  (GPtrArray *items, guint at_once, OvsCrewStart start, OvsCrewFinish finish, gpointer data,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** FALSE with the first error. */
gboolean ovs_crew_finish (GAsyncResult *result, GError **error);

G_END_DECLS
