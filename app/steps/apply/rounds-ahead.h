/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/plan-figures.h"

G_BEGIN_DECLS

#define OVS_TYPE_ROUNDS_AHEAD (ovs_rounds_ahead_get_type ())
G_DECLARE_FINAL_TYPE (OvsRoundsAhead, ovs_rounds_ahead, OVS, ROUNDS_AHEAD, AdwBin)

/**
 * OvsRoundsAhead:
 *
 * Toepassen while nothing is due: which round comes first and when, and the way to it.
 */
GtkWidget *ovs_rounds_ahead_new    (OvsWorkspace *workspace);

/** Shows the round that comes first. FALSE where something of @plan is due, another round is looked at, or none lies ahead. */
gboolean   ovs_rounds_ahead_update (OvsRoundsAhead *self, const OvsPlanFigures *plan);

G_END_DECLS
