/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "loket/loket.h"

G_BEGIN_DECLS

/**
 * ovs_preflight_selected_async:
 * @dossier: opened to write, bound to a Loket
 * @loket: (nullable): signed in; NULL signs in first
 * @again: ask also where it was asked today already
 *
 * The pre-flight (preflight.h) of the clients that take part, kept in the dossier.
 */
void     ovs_preflight_selected_async  (OvsDossier *dossier, OvsLoket *loket, gboolean again, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_preflight_selected_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
