/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_ROUTE_SWITCH (ovs_route_switch_get_type ())
G_DECLARE_FINAL_TYPE (OvsRouteSwitch, ovs_route_switch, OVS, ROUTE_SWITCH, AdwBin)

/**
 * OvsRouteSwitch:
 *
 * Which of the three routes is looked at: that which the user chose here, else that of the round that is looked at, else that of the dossier. It
 * changes nobody's route.
 *
 * Signal "chosen": the user chose another one.
 */
GtkWidget *ovs_route_switch_new       (OvsWorkspace *workspace);

OvsRoute   ovs_route_switch_get_route (OvsRouteSwitch *self);

/** Shows that route as chosen. */
void       ovs_route_switch_update    (OvsRouteSwitch *self);

/** TRUE once there is something to choose between: no connection, or clients @beside the API. */
gboolean   ovs_route_switch_is_useful (OvsRouteSwitch *self, gint64 beside);

G_END_DECLS
