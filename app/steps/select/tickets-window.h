/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_TICKETS_WINDOW (ovs_tickets_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsTicketsWindow, ovs_tickets_window, OVS, TICKETS_WINDOW, AdwWindow)

/** A window above @teller's with all tickets at Loket: to note one, change it, tick it off or forget it. */
void ovs_tickets_window_show (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
