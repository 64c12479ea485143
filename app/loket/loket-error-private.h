/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket-error.h"

G_BEGIN_DECLS

/**
 * ovs_loket_error_new:
 * @status: the HTTP status, 0 without one
 * @retry_after: in seconds, 0 without one
 * @reason: (nullable): Loket's own words
 * @message: a finished sentence
 *
 * Returns: (transfer full): an error of %OVS_LOKET_ERROR.
 */
GError *ovs_loket_error_new (OvsLoketError code,
                             guint         status,
                             guint         retry_after,
                             const char   *reason,
                             const char   *message);

G_END_DECLS
