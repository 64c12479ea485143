/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define OVS_TYPE_PACE (ovs_pace_get_type ())
G_DECLARE_FINAL_TYPE (OvsPace, ovs_pace, OVS, PACE, GObject)

/**
 * OvsPace:
 *
 * The gate before Loket: who may send, and when. First come, first served, but for those who must wait for their own
 * time. Times are those of g_get_monotonic_time(). Main context only.
 */

/** @at_once: how many may be inside at one time. Returns: (transfer full). */
OvsPace *ovs_pace_new          (guint                 at_once);

/**
 * ovs_pace_enter_async:
 * @key: what counts as equal
 * @per_second: how many equal ones may enter within a second
 * @not_before: the time before which it does not enter, 0 for none
 *
 * Waits for a place. Who entered must ovs_pace_leave().
 */
void     ovs_pace_enter_async  (OvsPace              *self,
                                const char           *key,
                                guint                 per_second,
                                gint64                not_before,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);

/** FALSE with %G_IO_ERROR_CANCELLED when it was cancelled while waiting; then it has not entered. */
gboolean ovs_pace_enter_finish (OvsPace              *self,
                                GAsyncResult         *result,
                                GError              **error);

/** Gives the place free. */
void     ovs_pace_leave        (OvsPace              *self);

/** Lets nobody enter before the time @until. */
void     ovs_pace_rest         (OvsPace              *self,
                                gint64                until);

G_END_DECLS
