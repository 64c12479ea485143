/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/runs.h"
#include "steps/apply/apply-run.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * How far Toepassen is, for the list of steps.
 * @run: (nullable): that is under way
 * @left: (nullable): what a run before left
 *
 * Returns: (transfer full) (nullable): NULL while nothing is known.
 */
char *ovs_apply_state_say (OvsWorkspace *workspace, OvsApplyRun *run, const OvsUnfinishedRun *left, OvsStepMark *mark, guint *count);

G_END_DECLS
