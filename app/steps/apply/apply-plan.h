/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/plan-figures.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_PLAN (ovs_apply_plan_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyPlan, ovs_apply_plan, OVS, APPLY_PLAN, AdwBin)

/**
 * OvsApplyPlan:
 *
 * Toepassen before it happens: what will happen, what was checked, and every client in numbers.
 *
 * Signal "open" (int people, gint64 employer, const char *title): the people behind a number are asked for; @people is an #OvsPlanPeople.
 */
GtkWidget *ovs_apply_plan_new        (OvsWorkspace *workspace);

/** Shows the numbers, and the figures of the workspace. */
void       ovs_apply_plan_show       (OvsApplyPlan *self, const OvsPlanFigures *plan);

void       ovs_apply_plan_set_search (OvsApplyPlan *self, const char *text);

G_END_DECLS
