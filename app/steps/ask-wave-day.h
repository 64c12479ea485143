/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conversion/round.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * Asks for the day of a round, and for a reason where that is too soon after informing its clients; makes it so.
 * @teller: a widget of the window below @parent, where it is told
 */
void ovs_ask_wave_day (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace, const OvsRound *round);

G_END_DECLS
