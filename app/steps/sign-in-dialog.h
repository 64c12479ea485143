/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * ovs_sign_in_dialog_present:
 * @teller: a widget of the window, where "win.tell" tells how it ended
 *
 * Has somebody sign in at the Loket of the dossier, over whatever the window shows; where there is none yet, asks which one.
 */
void ovs_sign_in_dialog_present (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
