/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/planned-request.h"
#include "conversion/run.h"

G_BEGIN_DECLS

/** What became of one request. */
typedef enum
{
  OVS_CHUNK_SENT,       /* its result, if there is one, is among the items of the reading; reading back tells the rest */
  OVS_CHUNK_CALLED_OFF, /* nothing was sent, since the run was paused or stopped: it may go later */
  OVS_CHUNK_WRONG,      /* Loket calls it wrong (400) and did nothing; a single person is refused by that */
} OvsChunkResult;

/**
 * ovs_chunk_send_async:
 * @intents: (element-type OvsIntent): of one employer, planned; they must live until the end
 *
 * For this room: one request. It is journalled before it is sent and after it was answered, each in one commit; then the collective action
 * is waited for and its items are read. Whoever pauses or stops while it is written down still stops it.
 *
 * Fails with what went wrong: where nothing was done the people are planned again, else they stay sent and are read back by the next run.
 */
void     ovs_chunk_send_async  (OvsRun *run, OvsReading *reading, OvsIntentKind kind, GPtrArray *intents, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_chunk_send_finish (GAsyncResult *result, OvsChunkResult *chunk_result, GError **error);

/** The request for @count of @intents from @first on, as it would be sent. Returns: (transfer full). */
OvsPlannedRequest *ovs_chunk_describe (OvsRun *run, const OvsReading *reading, OvsIntentKind kind, const GPtrArray *intents, guint first, guint count);

G_END_DECLS
