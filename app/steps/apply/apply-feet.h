/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/apply/apply-result.h"
#include "steps/apply/apply-run.h"
#include "steps/apply/plan-figures.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/*
 * What the foot says below each view of Toepassen, and the step list beside it.
 */

void ovs_apply_foot_of_plan   (OvsStepPage *page, const OvsPlanFigures *plan);
void ovs_apply_foot_of_run    (OvsStepPage *page, OvsApplyRun *run);

/** @approved: how many were agreed to, of a run that the brake stopped. */
void ovs_apply_foot_of_brake  (OvsStepPage *page, OvsApplyRun *run, guint approved);
void ovs_apply_foot_of_result (OvsStepPage *page, const OvsApplyOutcome *outcome);

/** How many were submitted. */
gint64 ovs_apply_count_submitted (const OvsApplyOutcome *outcome);

/** The line of the step list. @run: (nullable): the one under way. @unfinished: (nullable): what an earlier one left. */
void ovs_apply_show_state     (OvsStepPage *page, OvsApplyRun *run, const OvsUnfinishedRun *unfinished);

G_END_DECLS
