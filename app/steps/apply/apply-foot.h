/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/apply/apply-result.h"
#include "steps/apply/apply-run.h"
#include "steps/apply/plan-figures.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/* What the foot of the window and the list of steps say of Toepassen over the API. */

/** Before a run. */
void ovs_apply_foot_plan    (OvsStepPage *page, const OvsPlanFigures *plan);

/** During it. */
void ovs_apply_foot_running (OvsStepPage *page, OvsApplyRun *run);

/** When it was not begun, since something has changed. @approved: how many were agreed to. */
void ovs_apply_foot_brake   (OvsStepPage *page, OvsApplyRun *run, guint approved);

/** After it. */
void ovs_apply_foot_result  (OvsStepPage *page, const OvsApplyOutcome *outcome);

/** The line in the list of steps. @run: (nullable): under way. @unfinished: (nullable): what an earlier one left. */
void ovs_apply_foot_state   (OvsStepPage *page, OvsApplyRun *run, const OvsUnfinishedRun *unfinished);

G_END_DECLS
