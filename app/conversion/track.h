/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * ovs_track_async:
 * @dossier: opened to write and bound to a Loket
 *
 * Reads the two accesses of the people of the selected clients back from Loket, and settles what was still open. The figures
 * are then given by ovs_outcomes_count(). ovs_track_finish() returns the instant of which they are, 0 with @error set.
 */
void   ovs_track_async  (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 ovs_track_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
