/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PLAN_WINDOW (ovs_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsPlanWindow, ovs_plan_window, OVS, PLAN_WINDOW, AdwWindow)

/**
 * Shows what the office can bear, days on which no round goes, and the rounds that are proposed from it, to be made real.
 * @teller: a widget of the window below, where what is done is told
 */
void ovs_plan_window_present (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
