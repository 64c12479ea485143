/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/figures.h"

G_BEGIN_DECLS

/*
 * The rounds as a list to choose from, the same wherever one chooses: all at once, each round, and the clients without one.
 */

/**
 * ovs_wave_choice_names:
 * @all: what the first line says, that stands for all of them
 * @chosen: as ovs_workspace_get_wave()
 * @selected: (out): the line of @chosen, 0 where it is no longer there
 *
 * Returns: (transfer full): the lines.
 */
GtkStringList *ovs_wave_choice_names (const OvsFigures *figures, const char *all, gint64 chosen, guint *selected);

/** What the line @position stands for: as ovs_workspace_set_wave() wants it. */
gint64         ovs_wave_choice_at    (const OvsFigures *figures, guint position);

G_END_DECLS
