/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CONNECT_VIEW (ovs_connect_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsConnectView, ovs_connect_view, OVS, CONNECT_VIEW, AdwBin)

/**
 * OvsConnectView:
 *
 * Asks which Loket, has somebody sign in there in the browser, and connects the dossier to it. A practice Loket on this computer signs in by itself.
 * What goes wrong is said above the button; what was chosen stays.
 *
 * Property "waiting" (boolean, read only, notify): somebody is signing in; the view itself has a button to cancel that.
 * Signal "connected" (const char *sentence): it is done, and what to say of it.
 */

/** @description: what a connection is good for where it is asked. */
GtkWidget *ovs_connect_view_new        (OvsWorkspace *workspace, const char *description);

/** The same, to sign in anew where the dossier is connected already. */
GtkWidget *ovs_connect_view_new_again  (OvsWorkspace *workspace);

/** Begins by itself, as if the button was pressed. */
void       ovs_connect_view_begin      (OvsConnectView *self);

gboolean   ovs_connect_view_get_waiting (OvsConnectView *self);

/** Cancels the signing in that is under way, if any. */
void       ovs_connect_view_cancel     (OvsConnectView *self);

G_END_DECLS
