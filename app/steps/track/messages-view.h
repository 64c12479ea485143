/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_MESSAGES_VIEW (ovs_messages_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsMessagesView, ovs_messages_view, OVS, MESSAGES_VIEW, OvsTrackView)

/**
 * OvsMessagesView:
 *
 * The results as Loket gave them, newest first: a title in plain words and Loket's own text, as it came.
 */
GtkWidget *ovs_messages_view_new (OvsStepPage *page);

G_END_DECLS
