/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * ovs_track_async:
 * @dossier: opened to write and bound to a Loket
 *
 * Reads the two accesses of the people of the selected clients back from Loket, and settles what was still open. Where everybody has an end state
 * nothing can change: such a client is read once a day. The figures
 * are then given by ovs_outcomes_count(). ovs_track_finish() returns the instant of which they are, 0 with @error set.
 */
void   ovs_track_async  (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 ovs_track_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

/**
 * ovs_track_changes_async:
 *
 * The same, cheaply: reads only the clients where something can have changed, and of them only who has which access. These are the clients with somebody
 * who was invited and is not over, or has both portals or none, or whose result is not known; and once a day those where everybody is over.
 * Where there is none, nothing is asked of Loket.
 */
void   ovs_track_changes_async  (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * ovs_track_changes_finish:
 *
 * Returns: FALSE with @error set. @changed: (out): whether anybody has another access or result than before; @read: (out): how many clients were read.
 */
gboolean ovs_track_changes_finish (OvsDossier *dossier, GAsyncResult *result, gboolean *changed, guint *read, GError **error);

G_END_DECLS
