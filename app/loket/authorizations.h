/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"

G_BEGIN_DECLS

/**
 * ovs_loket_read_authorizations_async:
 * @employer_id: Loket's id of the employer
 *
 * What the user who signed in may do at one employer: the names of Loket's activities, such as `PatchESSAccessStatusByEmployerId`. Both shapes of Loket's
 * answer are read. That the user may is not all: the client has to be linked to the activity too, so a request can still be refused.
 */
void   ovs_loket_read_authorizations_async  (OvsLoket             *self,
                                             const char           *employer_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/** Returns: (transfer full) (nullable): NULL with an error of %OVS_LOKET_ERROR or %G_IO_ERROR_CANCELLED. */
GStrv  ovs_loket_read_authorizations_finish (OvsLoket             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
