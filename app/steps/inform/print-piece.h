/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letters/piece.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * Prints a piece with what goes along, for these clients (element-type gint64), or with NULL for each client of the chosen round that it
 * concerns: what cannot go on paper is left out and told. What was printed for a client is written down as made, until somebody ticks it off as gone. Told by `win.tell`.
 */
void ovs_print_piece (GtkWidget *teller, OvsWorkspace *workspace, OvsPiece piece, const GArray *clients);

G_END_DECLS
