/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_WAITING_VIEW (ovs_waiting_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsWaitingView, ovs_waiting_view, OVS, WAITING_VIEW, OvsTrackView)

/**
 * OvsWaitingView:
 *
 * Who was invited and is not over yet.
 */
GtkWidget *ovs_waiting_view_new (OvsStepPage *page);

G_END_DECLS
