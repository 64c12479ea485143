/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLIENT_PANE (ovs_client_pane_get_type ())
G_DECLARE_FINAL_TYPE (OvsClientPane, ovs_client_pane, OVS, CLIENT_PANE, AdwBin)

/**
 * OvsClientPane:
 *
 * One client: whom to call, its people, products, notes and history, and whether it takes part. Looks again when the workspace changes.
 * Signal "close-asked".
 */
GtkWidget *ovs_client_pane_new  (OvsWorkspace *workspace);

/** Shows the client with this id from now on; 0 for none. */
void       ovs_client_pane_show (OvsClientPane *self, gint64 client);

G_END_DECLS
