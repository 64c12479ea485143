/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_TODAY_VIEW (ovs_today_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsTodayView, ovs_today_view, OVS, TODAY_VIEW, AdwBin)

/**
 * OvsTodayView:
 *
 * What is to be done today, over all rounds: of everybody, or of the colleague whose clients are looked at and of whom he stands in for.
 * Each row goes to where it is done, and is ticked off where nothing else tells that it was. Looks again whenever the dossier changes.
 *
 * Property: "count" (uint, read only, notify): how many rows there are.
 */
GtkWidget *ovs_today_view_new       (OvsWorkspace *workspace);

guint      ovs_today_view_get_count (OvsTodayView *self);

G_END_DECLS
