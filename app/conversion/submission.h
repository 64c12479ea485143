/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/planned-request.h"
#include "conversion/run.h"
#include "dossier/journal.h"

G_BEGIN_DECLS

/** How many people go into one request. */
#define OVS_SUBMISSION_CHUNK 50

/**
 * ovs_submission_async:
 *
 * For this room: sends what is planned, some employers side by side. Of one employer first the invitations in chunks, each journalled
 * before it is sent and after it was answered, waiting for each collective action and keeping its items; then it reads both statuses
 * back and settles; then plans and sends the blocks of those whose invitation is confirmed and alive, reads back and settles again.
 * A run of another kind sends what is planned of that kind only, in the same way.
 *
 * A chunk that Loket calls wrong (400) is halved until the single person stands alone, who is then fallout. What got no answer
 * is read back when all actions of the employer are completed; what then left no trace is sent again, a few times at most.
 */
void     ovs_submission_async  (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_submission_finish (OvsRun *run, GAsyncResult *result, GError **error);

/** Adds the requests to @requests (element-type OvsPlannedRequest) that ovs_submission_async() would send of what is planned, by the same code. */
void     ovs_submission_list   (OvsRun *run, OvsTx *tx, const OvsReading *reading, OvsIntentKind kind, GPtrArray *requests);

G_END_DECLS
