/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

#define OVS_TYPE_TRACK_OVERVIEW (ovs_track_overview_get_type ())
G_DECLARE_FINAL_TYPE (OvsTrackOverview, ovs_track_overview, OVS, TRACK_OVERVIEW, OvsTrackView)

/**
 * OvsTrackOverview:
 *
 * Where everybody stands, and of when that is: who is without access, the curve since the conversion, number rows that add up and apart from them the
 * rows that do not, the clients where something is open, questions against capacity, and the report for who leads it.
 */
GtkWidget *ovs_track_overview_new (OvsStepPage *page);

G_END_DECLS
