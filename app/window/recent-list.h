/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_RECENT_LIST (ovs_recent_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsRecentList, ovs_recent_list, OVS, RECENT_LIST, AdwBin)

/**
 * OvsRecentList:
 *
 * The dossiers that were open last, each with its firm, its Loket and who works in it now. It is filled after the window is on the
 * screen and stays hidden while there is nothing to show. Opens by win.open-path.
 */
GtkWidget *ovs_recent_list_new (void);

G_END_DECLS
