/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_WAVES_WINDOW (ovs_waves_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsWavesWindow, ovs_waves_window, OVS, WAVES_WINDOW, AdwWindow)

/** Shows all rounds, to plan them. @teller: a widget of the window below, where what is done is told. */
void ovs_waves_window_show (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
