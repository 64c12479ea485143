/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_RIGHTS_ROW (ovs_rights_row_get_type ())
G_DECLARE_FINAL_TYPE (OvsRightsRow, ovs_rights_row, OVS, RIGHTS_ROW, AdwActionRow)

/**
 * OvsRightsRow:
 *
 * One of the checks before applying: what the user who signed in may do in Loket at the clients that take part, as last asked, with a button that asks
 * anew.
 */
GtkWidget *ovs_rights_row_new    (OvsWorkspace *workspace);

/** Looks again at what is known. */
void       ovs_rights_row_update (OvsRightsRow *self);

G_END_DECLS
