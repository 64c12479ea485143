/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PLAN_COUNTED (ovs_plan_counted_get_type ())
G_DECLARE_FINAL_TYPE (OvsPlanCounted, ovs_plan_counted, OVS, PLAN_COUNTED, AdwBin)

/**
 * The questions that rounds brought, as the office counted them: a number for each round of which somebody was invited. Hidden while there
 * is none. @teller: a widget of the window below, where it is told.
 */
GtkWidget *ovs_plan_counted_new (OvsWorkspace *workspace, GtkWidget *teller);

G_END_DECLS
