/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/* How the conversion stands, for who leads it: asks where, saves it there, and tells so in the window of @teller. */

/** On one A4, of the clients that are looked at. */
void ovs_save_standing_paper (GtkWidget *teller, OvsWorkspace *workspace);

/** As a table with a row for each client of the dossier. */
void ovs_save_standing_table (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
