/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/apply/apply-outcome.h"
#include "steps/apply/apply-run.h"
#include "steps/apply/plan-figures.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/* What the foot of the window says of Toepassen. */

/** Before it happens. */
void ovs_apply_foot_show_plan    (OvsStepPage *page, const OvsPlanFigures *plan);

/** While it happens. */
void ovs_apply_foot_show_running (OvsStepPage *page, OvsApplyRun *run);

/** Where more was to be sent than the user agreed to. @approved: how many that was. */
void ovs_apply_foot_show_brake   (OvsStepPage *page, OvsApplyRun *run, guint approved);

/** Afterwards. */
void ovs_apply_foot_show_result  (OvsStepPage *page, const OvsApplyOutcome *outcome);

/** Nothing is due. */
void ovs_apply_foot_show_ahead   (OvsStepPage *page);

G_END_DECLS
