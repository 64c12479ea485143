/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CONNECT_VIEW (ovs_connect_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsConnectView, ovs_connect_view, OVS, CONNECT_VIEW, AdwBin)

/**
 * OvsConnectView:
 *
 * Asks where Loket is, and connects the dossier to it. What goes wrong is said beside the entry; the address stays.
 *
 * Signal "connected" (const char *sentence): it is done, and what to say of it.
 */

/** @description: what a connection is good for where it is asked. */
GtkWidget *ovs_connect_view_new (OvsWorkspace *workspace, const char *description);

G_END_DECLS
