/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/* Files that go out from the routes without a connection. Each asks where, works off the main thread and tells through the window of @teller
 * what came of it. @wave: see dossier/routes.h. */

/** The client list that goes with the ticket. */
void ovs_route_save_client_list (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave);

/** The text of the ticket, with its subject. */
void ovs_route_save_ticket      (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave);

/** The work list of all clients that are done by hand, or of one (@employer, 0 for all): a PDF to print, or a table. */
void ovs_route_save_work_list   (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, gint64 employer, gboolean to_print);

/** Reads the text of the ticket; @done gets it, NULL where it could not be read. */
typedef void (*OvsRouteTextFunc) (const char *text, gpointer data);
void ovs_route_read_ticket      (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsRouteTextFunc done);

G_END_DECLS
