/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/apply.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

typedef enum
{
  OVS_APPLY_READING,  /* what Loket knows; nothing was sent yet */
  OVS_APPLY_SENDING,
  OVS_APPLY_PAUSED,
  OVS_APPLY_STOPPING, /* what was sent is waited for */
  OVS_APPLY_ENDED,
} OvsApplyState;

/** How far the run is with one client; texts are owned by the run. */
typedef struct
{
  char *number;
  char *name; /* (nullable) */
  OvsRunStage stage;
  guint done;
  guint total;
} OvsApplyClient;

#define OVS_TYPE_APPLY_RUN (ovs_apply_run_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyRun, ovs_apply_run, OVS, APPLY_RUN, GObject)

/**
 * OvsApplyRun:
 *
 * One run of the conversion as a page shows it. What of the options is about control and progress is its own. Marks the workspace busy while it lasts, and refreshes it at the end. Lives on by itself until its end.
 *
 * Signals: "changed": the state or a number; "client-changed" (guint index); "ended".
 */
OvsApplyRun          *ovs_apply_run_start         (OvsWorkspace *workspace, const OvsApplyOptions *options);

void                  ovs_apply_run_pause         (OvsApplyRun *self);
void                  ovs_apply_run_resume        (OvsApplyRun *self);

/** At first what was sent is waited for; asked once more, or while nothing was sent yet, it ends at once. */
void                  ovs_apply_run_stop          (OvsApplyRun *self);

OvsApplyState         ovs_apply_run_get_state     (OvsApplyRun *self);
guint                 ovs_apply_run_get_done      (OvsApplyRun *self);
guint                 ovs_apply_run_get_total     (OvsApplyRun *self);

/** Instant at which it began, by the clock of the dossier, and at which it ended (0 before that). */
gint64                ovs_apply_run_get_started   (OvsApplyRun *self);
gint64                ovs_apply_run_get_finished  (OvsApplyRun *self);

/** Seconds still to go at the pace so far; 0 while nothing can be said. */
guint                 ovs_apply_run_get_remaining (OvsApplyRun *self);

guint                 ovs_apply_run_get_n_clients (OvsApplyRun *self);
const OvsApplyClient *ovs_apply_run_get_client    (OvsApplyRun *self, guint index);
guint                 ovs_apply_run_count_stage   (OvsApplyRun *self, OvsRunStage stage);

/** What could not be done, per client. (element-type OvsProblem) (nullable) before the end. */
GPtrArray            *ovs_apply_run_get_problems  (OvsApplyRun *self);

/** What ended it before its time; NULL for nothing. A cancellation is not an error. */
const GError         *ovs_apply_run_get_error     (OvsApplyRun *self);

/** What Loket had otherwise than was judged. (element-type OvsDifference) (nullable) before the end. */
GPtrArray            *ovs_apply_run_get_differences (OvsApplyRun *self);

/** Whether it did not begin, since it went beyond what was approved; and then as ovs_apply_get_brake(), valid as long as the run. */
gboolean              ovs_apply_run_get_brake     (OvsApplyRun *self, const GArray **wanted, const GPtrArray **differences);

/** Whether the user ended it. */
gboolean              ovs_apply_run_was_stopped   (OvsApplyRun *self);

G_END_DECLS
