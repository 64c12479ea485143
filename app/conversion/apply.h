/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/planned-request.h"
#include "conversion/problem.h"
#include "conversion/progress.h"
#include "conversion/run-control.h"
#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsApplied:
 *
 * What a run did beside the figures, which ovs_outcomes_count() gives. Free with ovs_applied_free().
 */
typedef struct
{
  GPtrArray *requests;  /* (element-type OvsPlannedRequest) dry run only, else empty */
  GPtrArray *problems;  /* (element-type OvsProblem) what could not be done, per client */
  gboolean stopped;     /* by its control: perhaps not everything was sent */
} OvsApplied;

void        ovs_applied_free  (OvsApplied *applied);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsApplied, ovs_applied_free)

/**
 * ovs_apply_async:
 * @dossier: opened to write and bound to a Loket
 * @dry_run: read and judge only, and list the requests that would be sent, by the same code
 * @control: (nullable): to pause and to stop, and to hear how far it is with each client
 * @progress: (nullable)
 *
 * Runs or resumes the conversion: reads what Loket knows, settles what an earlier run left open, judges everybody on today, invites who is
 * ready, waits for each result, blocks Werknemerloket for those whose invitation was confirmed, and reads everything back. Every
 * request is journalled before it is sent; killed at any moment, the next run goes on.
 *
 * Stopped by @control it ends well, with @stopped in the result: the next run goes on where it was. Cancelled, it ends at once, and what
 * was under way is looked up by the next run.
 *
 * Stops at the first trouble that would hit every client; what was done stays done and is in the dossier.
 */
void        ovs_apply_async   (OvsDossier *dossier, gboolean dry_run, OvsRunControl *control, OvsProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
OvsApplied *ovs_apply_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
