/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/route.h"

G_BEGIN_DECLS

#define OVS_TYPE_ROUTE_SWITCH (ovs_route_switch_get_type ())
G_DECLARE_FINAL_TYPE (OvsRouteSwitch, ovs_route_switch, OVS, ROUTE_SWITCH, AdwBin)

/**
 * OvsRouteSwitch:
 *
 * Which of the three routes is looked at. It changes nobody's route.
 *
 * Signal "chosen" (int #OvsRoute): the user chose another one.
 */
GtkWidget *ovs_route_switch_new    (void);

/** Chooses without a signal. */
void       ovs_route_switch_choose (OvsRouteSwitch *self, OvsRoute route);

G_END_DECLS
