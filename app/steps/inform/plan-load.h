/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "conversion/plan.h"

G_BEGIN_DECLS

#define OVS_TYPE_PLAN_LOAD (ovs_plan_load_get_type ())
G_DECLARE_FINAL_TYPE (OvsPlanLoad, ovs_plan_load, OVS, PLAN_LOAD, GtkBox)

/**
 * OvsPlanLoad:
 *
 * The questions to expect on each day, of rounds that stand and of a proposal, beside what the office can answer: as a chart and as a list.
 */
GtkWidget *ovs_plan_load_new  (void);

/** Shows the load of @plan, which has a proposal. */
void       ovs_plan_load_show (OvsPlanLoad *self, const OvsPlan *plan);

G_END_DECLS
