/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/select/client-facts.h"

G_BEGIN_DECLS

/** The menu of the office's own answers about a client. Returns: (transfer full): for a GtkMenuButton. */
GMenuModel *ovs_client_menu_new     (void);

/** Puts the actions of the menu, "client.rights" and so on, on @pane, for the client of @facts (nullable: none). */
void        ovs_client_menu_set_client (GtkWidget *pane, OvsWorkspace *workspace, const OvsClientFacts *facts);

G_END_DECLS
