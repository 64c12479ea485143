/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_SELECT_EMPTY (ovs_select_empty_get_type ())
G_DECLARE_FINAL_TYPE (OvsSelectEmpty, ovs_select_empty, OVS, SELECT_EMPTY, AdwBin)

/**
 * OvsSelectEmpty:
 *
 * What comes first in a dossier without clients: three ways to the list of them. The file is read by the action "win.import".
 */
GtkWidget *ovs_select_empty_new    (OvsWorkspace *workspace);

/** Shows what the figures of the workspace tell of the ticket. */
void       ovs_select_empty_update (OvsSelectEmpty *self);

G_END_DECLS
