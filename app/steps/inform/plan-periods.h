/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PLAN_PERIODS (ovs_plan_periods_get_type ())
G_DECLARE_FINAL_TYPE (OvsPlanPeriods, ovs_plan_periods, OVS, PLAN_PERIODS, GtkBox)

/**
 * The periods in which no round goes, and who stands in for whom, to add and to remove. Follows the dossier by itself.
 * @teller: a widget of the window below, where what is done is told
 */
GtkWidget *ovs_plan_periods_new (OvsWorkspace *workspace, GtkWidget *teller);

G_END_DECLS
