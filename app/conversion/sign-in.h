/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "loket/loket.h"

G_BEGIN_DECLS

/**
 * ovs_sign_in_async:
 *
 * Signs in at the Loket that the dossier is bound to and takes over its clock. ovs_sign_in_finish() returns (transfer full) the client.
 */
void           ovs_sign_in_async   (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
OvsLoket      *ovs_sign_in_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

/**
 * ovs_sign_out_async:
 *
 * Forgets the sign-in at the Loket that the dossier is bound to. The dossier stays bound to it.
 */
void           ovs_sign_out_async  (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       ovs_sign_out_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
