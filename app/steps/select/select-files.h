/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/* Files that go out from Selecteren. Each asks where, works off the main thread and tells through the window of @teller what came of it. */

/** Asks for Loket's overview, and writes it again with a column Meenemen. */
void ovs_select_return_overview (GtkWidget *teller, OvsWorkspace *workspace);

/** Saves the clients that are to be called. */
void ovs_select_save_call_list  (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
