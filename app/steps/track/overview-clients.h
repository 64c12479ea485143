/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/track/overview-data.h"

G_BEGIN_DECLS

#define OVS_TYPE_OVERVIEW_CLIENTS (ovs_overview_clients_get_type ())
G_DECLARE_FINAL_TYPE (OvsOverviewClients, ovs_overview_clients, OVS, OVERVIEW_CLIENTS, GtkBox)

/**
 * OvsOverviewClients:
 *
 * The clients where most has to be done, each of which opens ("win.show-client").
 *
 * Signal "all": the table of all clients is asked for.
 */
GtkWidget *ovs_overview_clients_new  (void);

void       ovs_overview_clients_show (OvsOverviewClients *self, const OvsOverviewData *data);

G_END_DECLS
