/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "conversion/round.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * A round in a list: how it stands, and below it what can be changed and what is to be looked at.
 * @round: (transfer full)
 * @teller: (unowned): a widget of the window below, where what is done is told; outlives the row
 */
GtkWidget *ovs_wave_row_new (OvsRound *round, OvsWorkspace *workspace, GtkWidget *teller);

G_END_DECLS
