/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/* The rounds and what is to be done when, as a file. Each asks where, in a window above @parent, and tells in the window of @teller what came of it. */

/** For the calendars of colleagues (iCalendar). */
void ovs_save_plan_calendar (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace);

/** To print (PDF). */
void ovs_save_plan_paper    (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
