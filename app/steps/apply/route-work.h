/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/route.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/* What the office writes down on the routes without a connection. Each is one step, and tells through the window of @teller what
 * happened, with a way back, or what went wrong. @wave: see dossier/routes.h. */

/** Asks for the number and the day of the ticket, and writes down that the client list was handed in. */
void ovs_route_hand_in (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave);

/** The client was done in Loket (@done), or was not after all. */
void ovs_route_tick    (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, gboolean done);

/** These clients (element-type gint64) go by @route from now on. */
void ovs_route_choose  (GtkWidget *teller, OvsWorkspace *workspace, const GArray *clients, OvsRoute route);

/** All clients that take part, of whom nobody was submitted, go by @route from now on. */
void ovs_route_choose_all (GtkWidget *teller, OvsWorkspace *workspace, OvsRoute route);

G_END_DECLS
