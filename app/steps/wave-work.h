/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/*
 * What is done with rounds: each one step in the background, told in the window with a way back. @teller: a widget of the window.
 */

/** Clients (transfer full) (element-type gint64) come to the round @number; 0: to none. Of many, those that can no longer move are passed over. */
void ovs_wave_work_move         (GtkWidget *teller, OvsWorkspace *workspace, GArray *clients, gint64 number);

/** @reason: (nullable): why so soon. */
void ovs_wave_work_day          (GtkWidget *teller, OvsWorkspace *workspace, gint64 number, OvsDay day, const char *reason);
void ovs_wave_work_add          (GtkWidget *teller, OvsWorkspace *workspace, gint64 number);
void ovs_wave_work_route        (GtkWidget *teller, OvsWorkspace *workspace, gint64 number, OvsRoute route);
void ovs_wave_work_remove       (GtkWidget *teller, OvsWorkspace *workspace, gint64 number);
void ovs_wave_work_freeze       (GtkWidget *teller, OvsWorkspace *workspace, gint64 number, gboolean frozen);

/** Gives a client a route of its own. @route: %OVS_N_ROUTES for that of its round. */
void ovs_wave_work_client_route (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, OvsRoute route);

G_END_DECLS
