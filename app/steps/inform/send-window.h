/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/piece.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_SEND_WINDOW (ovs_send_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsSendWindow, ovs_send_window, OVS, SEND_WINDOW, AdwWindow)

/**
 * Shows who gets @piece and who does not, lets a test go to the sender, and sends it after asking. @teller: a widget of the window below;
 * @employers: (nullable) (element-type gint64): these clients only, else those of the round that is looked at.
 */
void ovs_send_window_show (GtkWidget *teller, OvsWorkspace *workspace, OvsPiece piece, const GArray *employers);

G_END_DECLS
