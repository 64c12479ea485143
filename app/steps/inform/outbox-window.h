/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_OUTBOX_WINDOW (ovs_outbox_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsOutboxWindow, ovs_outbox_window, OVS, OUTBOX_WINDOW, AdwWindow)

/**
 * Shows what was sent to whom, and what became of it: what asks for something first, with what can be done. @teller: a widget of the window
 * below; @employer: of this client only, 0 for all.
 */
void ovs_outbox_window_show (GtkWidget *teller, OvsWorkspace *workspace, gint64 employer);

G_END_DECLS
