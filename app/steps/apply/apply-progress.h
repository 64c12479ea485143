/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/apply-run.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_PROGRESS (ovs_apply_progress_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyProgress, ovs_apply_progress, OVS, APPLY_PROGRESS, AdwBin)

/**
 * OvsApplyProgress:
 *
 * Toepassen while it runs: one bar with units and time left, pause and stop, what came of it so far, and a row per client.
 */
GtkWidget *ovs_apply_progress_new     (OvsWorkspace *workspace);

/** Shows this run. @environment: what the Loket is called. */
void       ovs_apply_progress_set_run (OvsApplyProgress *self, OvsApplyRun *run, const char *environment);

G_END_DECLS
