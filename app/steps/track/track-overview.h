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
 * Where everybody stands: number rows that add up to who was sent, and apart from them the rows that do not.
 */
GtkWidget *ovs_track_overview_new (OvsStepPage *page);

G_END_DECLS
