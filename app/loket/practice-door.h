/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"

G_BEGIN_DECLS

/**
 * ovs_loket_read_practice_clock_async:
 *
 * Asks a practice Loket what time it is there (`GET /practice/clock`). Needs no sign-in. Any other kind of Loket is
 * not asked.
 */
void     ovs_loket_read_practice_clock_async  (OvsLoket             *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * ovs_loket_read_practice_clock_finish:
 * @instant: (out): its time as of OvsClock, 0 where there is none
 *
 * Returns: TRUE with its time. FALSE without an error where there is no such door: not every Loket on loopback has
 * one.
 */
gboolean ovs_loket_read_practice_clock_finish (OvsLoket             *self,
                                               GAsyncResult         *result,
                                               gint64               *instant,
                                               GError              **error);

G_END_DECLS
