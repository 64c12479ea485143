/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/lists.h"

G_BEGIN_DECLS

/** How long a collective action is waited for before its people count as unknown. Seconds. */
#define OVS_ACTION_PATIENCE (10 * 60)

/**
 * OvsActionWatch:
 *
 * Waits for collective actions of Loket. However many wait, one poll of Loket's list serves them all: after 50 ms at first, growing by
 * half to 5 s, from the start again when a new one begins to wait. Only a list that was asked for after somebody began to wait tells him
 * anything. The latest actions are asked for first; the whole list only where somebody waits for one that is not among them.
 */
typedef struct _OvsActionWatch OvsActionWatch;

OvsActionWatch *ovs_action_watch_new  (OvsLoket *loket);

/** Nobody may be waiting any more. */
void            ovs_action_watch_free (OvsActionWatch *self);

/**
 * ovs_action_watch_wait_async:
 * @employer_id: Loket's id of the employer
 * @action_id: (nullable): the action to wait for; NULL for all actions of that employer
 *
 * Waits until it is completed. ovs_action_watch_wait_finish(): *@completed is FALSE when patience ran out.
 */
void            ovs_action_watch_wait_async  (OvsActionWatch *self, const char *employer_id, const char *action_id,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean        ovs_action_watch_wait_finish (OvsActionWatch *self, GAsyncResult *result, gboolean *completed, GError **error);

G_END_DECLS
