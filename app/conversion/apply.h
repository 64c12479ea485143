/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/approval.h"
#include "conversion/difference.h"
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
  GPtrArray *requests;    /* (element-type OvsPlannedRequest) dry run only, else empty */
  GPtrArray *problems;    /* (element-type OvsProblem) what could not be done, per client */
  GPtrArray *differences; /* (element-type OvsDifference) what Loket had otherwise than was judged, see difference.h */
  GPtrArray *warnings;    /* (element-type OvsProblem) what does not stop it; without an employer for all clients */
  guint without_rights;   /* clients left out since the user may not do there what is needed; they are among the problems */
  gboolean stopped;       /* by its control: perhaps not everything was sent */
} OvsApplied;

void        ovs_applied_free  (OvsApplied *applied);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsApplied, ovs_applied_free)

/**
 * OvsApplyOptions:
 * @dry_run: read and judge only, and list the requests that would be sent, by the same code
 * @wave: id of the round; 0 for everything that is due: the clients without a round, and those whose round has come; %OVS_WITHOUT_WAVE for those
 *   without one only
 * @early_reason: (nullable): why the round goes before its day or soon after informing, kept with it
 * @resume: go on with what was approved before the latest run ended too early: invite whom it had planned and not sent, and nobody else
 * @nobody_else: invite whom @approval names and nobody else, though others are ready too: of a list that was looked at by itself
 * @approval: what somebody agreed to
 * @second_person: (nullable): the name of who agreed as well, for the trail
 * @control: (nullable): to pause and to stop, and to hear how far it is with each client
 * @progress: (nullable)
 *
 * How to run. Begin with %OVS_APPLY_OPTIONS_INIT; all is copied or referred to as needed.
 */
typedef struct
{
  gboolean dry_run;
  gint64 wave;
  const char *early_reason;
  gboolean resume;
  gboolean nobody_else;
  OvsApproval approval;
  const char *second_person;
  OvsRunControl *control;
  OvsProgressFunc progress;
  gpointer progress_data;
} OvsApplyOptions;

#define OVS_APPLY_OPTIONS_INIT { .approval = { .people = OVS_RUN_NOBODY_ASKED } }

/**
 * ovs_apply_async:
 * @dossier: opened to write and bound to a Loket
 *
 * Runs or resumes the conversion: reads what Loket knows, settles what an earlier run left open, judges everybody on today, invites who is
 * ready, waits for each result, blocks Werknemerloket for those whose invitation was confirmed, and reads everything back. Every
 * request is journalled before it is sent; killed at any moment, the next run goes on.
 *
 * What Loket has otherwise than was judged is listed, and whom that concerns is not sent without a second look, see difference.h. Where it
 * goes beyond what was approved, the run fails with %OVS_CONVERSION_ERROR_MORE_THAN_APPROVED before its first request; nothing has been
 * changed then, and ovs_apply_get_brake() tells what differs. A dry run is never stopped for that.
 *
 * Stopped by @control it ends well, with @stopped in the result: the next run goes on where it was. Cancelled, it ends at once, and what
 * was under way is looked up by the next run.
 *
 * Stops at the first trouble that would hit every client; what was done stays done and is in the dossier.
 */
void        ovs_apply_async   (OvsDossier *dossier, const OvsApplyOptions *options, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
OvsApplied *ovs_apply_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

/**
 * ovs_apply_get_brake:
 * @wanted: (out) (transfer none) (element-type gint64): whom the run would have taken
 * @differences: (out) (transfer none) (element-type OvsDifference)
 *
 * What stood in the way of a run that failed with %OVS_CONVERSION_ERROR_MORE_THAN_APPROVED. Valid as long as @result.
 */
void        ovs_apply_get_brake (GAsyncResult *result, const GArray **wanted, const GPtrArray **differences);

G_END_DECLS
