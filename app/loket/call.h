/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "loket/loket.h"
#include "loket/resources.h"

G_BEGIN_DECLS

/**
 * ovs_call_async:
 * @id: (nullable): of which employer, employee or action, where the resource wants one
 * @query: (nullable): `pageNumber=1&pageSize=250`
 * @patch: (nullable): the body of a PATCH; without it this is a GET
 *
 * One question to Loket, with a token, the prefix that works, and a renewed sign-in where that is needed.
 */
void      ovs_call_async  (OvsLoket             *loket,
                           const OvsResource    *resource,
                           const char           *id,
                           const char           *query,
                           GBytes               *patch,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);

/**
 * ovs_call_finish:
 * @document: (out) (optional) (transfer full) (nullable): the whole answer; NULL only after a PATCH that is
 *   answered with an empty body
 *
 * FALSE with the error that ovs_outcome_judge() makes of the answer, or %G_IO_ERROR_CANCELLED.
 */
gboolean  ovs_call_finish (OvsLoket             *loket,
                           GAsyncResult         *result,
                           JsonNode            **document,
                           GError              **error);

G_END_DECLS
