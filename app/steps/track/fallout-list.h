/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_FALLOUT_LIST (ovs_fallout_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsFalloutList, ovs_fallout_list, OVS, FALLOUT_LIST, GtkWidget)

/**
 * OvsFalloutList:
 *
 * The uitvallijst: who got no invitation, why, and a button on every row to invite. Signal "invite" (string employer number, string
 * employee number).
 */
GtkWidget *ovs_fallout_list_new    (OvsWorkspace *workspace);

/** Looks again. */
void       ovs_fallout_list_update (OvsFalloutList *self);

G_END_DECLS
