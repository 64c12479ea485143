/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

#define OVS_TYPE_TRACK_OVERVIEW (ovs_track_overview_get_type ())
G_DECLARE_FINAL_TYPE (OvsTrackOverview, ovs_track_overview, OVS, TRACK_OVERVIEW, AdwBin)

/**
 * OvsTrackOverview:
 *
 * Where everybody stands: number rows that add up to who was sent, and apart from them the rows that do not.
 *
 * Signal "open" (int list): the people of an #OvsOutcomeList are asked for.
 */
GtkWidget *ovs_track_overview_new  (void);

/** @counts: by list. */
void       ovs_track_overview_show (OvsTrackOverview *self, const gint64 *counts);

G_END_DECLS
