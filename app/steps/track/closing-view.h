/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLOSING_VIEW (ovs_closing_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsClosingView, ovs_closing_view, OVS, CLOSING_VIEW, OvsTrackView)

/**
 * OvsClosingView:
 *
 * Clients by what keeps them open; to close one, or all that can be, and to account for what was done.
 */
GtkWidget *ovs_closing_view_new (OvsStepPage *page);

G_END_DECLS
