/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/*
 * What can be done with one client. Each is one step, and tells through the window of @teller what happened, with a way back, or what went
 * wrong.
 */

/** The client with @number, called @name, does not take part after all. */
void ovs_client_work_withdraw (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name, const char *reason);

/** It takes part again. */
void ovs_client_work_rejoin   (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name);

/** Writes a note about the client with id @client. @call_back_on: %OVS_NO_DAY for none. */
void ovs_client_work_note     (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, const char *text, OvsDay call_back_on);

/** Ticks off that the client was called back, or puts it back. */
void ovs_client_work_called   (GtkWidget *teller, OvsWorkspace *workspace, gint64 note, gboolean done);

/** Keeps @number and @day of the ticket that asks Loket for the overview. */
void ovs_client_work_ticket   (GtkWidget *teller, OvsWorkspace *workspace, const char *number, OvsDay day);

G_END_DECLS
