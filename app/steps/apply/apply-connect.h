/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_CONNECT (ovs_apply_connect_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyConnect, ovs_apply_connect, OVS, APPLY_CONNECT, AdwBin)

/**
 * OvsApplyConnect:
 *
 * Asks where Loket is, and connects the dossier to it. What goes wrong is said beside the entry; the address stays.
 *
 * Signal "connected" (const char *sentence): it is done, and what to say of it.
 */
GtkWidget *ovs_apply_connect_new (OvsWorkspace *workspace);

G_END_DECLS
