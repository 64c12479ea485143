/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OVS_TYPE_SELECTION_BAR (ovs_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (OvsSelectionBar, ovs_selection_bar, OVS, SELECTION_BAR, GtkWidget)

/**
 * OvsSelectionBar:
 *
 * What can be done for those who are ticked, below the rows; hidden while nobody is.
 *
 * Signals: "deed" (int): an #OvsFollowDeed. "clear": tick nobody any more.
 */
GtkWidget *ovs_selection_bar_new (void);

/** How many are ticked, and whether something can be sent, and anything at all be changed now. */
void       ovs_selection_bar_set (OvsSelectionBar *self, guint count, gboolean can_send, gboolean writable);

G_END_DECLS
