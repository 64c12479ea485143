/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/runs.h"
#include "steps/apply/apply-run.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/** What an earlier run left; NULL for nothing, and while one is under way. Valid until the figures are others. */
const OvsUnfinishedRun *ovs_apply_state_find_unfinished (OvsWorkspace *workspace);

/**
 * How far Toepassen is, for the list of steps.
 * @run: (nullable): that is under way
 *
 * Returns: (transfer full) (nullable): NULL while nothing is known.
 */
char *ovs_apply_state_say (OvsWorkspace *workspace, OvsApplyRun *run, OvsStepMark *mark, guint *count);

G_END_DECLS
