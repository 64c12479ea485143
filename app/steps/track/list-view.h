/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_LIST_VIEW (ovs_list_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsListView, ovs_list_view, OVS, LIST_VIEW, OvsTrackView)

/**
 * OvsListView:
 *
 * The people behind a number that has no tab of its own.
 */
GtkWidget  *ovs_list_view_new      (OvsStepPage *page);

void        ovs_list_view_set_list (OvsListView *self, OvsOutcomeList list);

/** What the list is called, in the user's language. */
const char *ovs_list_view_title    (OvsOutcomeList list);

G_END_DECLS
