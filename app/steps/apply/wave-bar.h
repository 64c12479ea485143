/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_WAVE_BAR (ovs_wave_bar_get_type ())
G_DECLARE_FINAL_TYPE (OvsWaveBar, ovs_wave_bar, OVS, WAVE_BAR, AdwBin)

/**
 * OvsWaveBar:
 *
 * The head of Toepassen: which round it is about, how that stands, and what is to be looked at. The round is that of the workspace, so that
 * the filter above the steps and this agree. Invisible in a dossier without rounds.
 */
GtkWidget *ovs_wave_bar_new              (OvsWorkspace *workspace);

/**
 * Asks why the round of the workspace goes before its day or soon after informing its clients, where that is so; one that was given before is
 * taken. ovs_wave_bar_ask_finish() is FALSE when the user thought better of it; @reason: (out) (transfer full) (nullable).
 */
void       ovs_wave_bar_ask_async        (OvsWaveBar *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean   ovs_wave_bar_ask_finish       (GAsyncResult *result, char **reason);

G_END_DECLS
