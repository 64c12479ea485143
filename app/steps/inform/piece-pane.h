/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/piece.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_PANE (ovs_piece_pane_get_type ())
G_DECLARE_FINAL_TYPE (OvsPiecePane, ovs_piece_pane, OVS, PIECE_PANE, AdwBin)

/**
 * OvsPiecePane:
 *
 * One piece for one client, as it would go or as it went, and what can be done with it. Looks again when the workspace changes.
 * Signals: "previous" and "next" (another client is asked for), "close-asked".
 */
GtkWidget *ovs_piece_pane_new          (OvsWorkspace *workspace);

/** Shows the piece for the client with this id from now on, 0 for none; it is the one at @place, from 1, of @count. */
void       ovs_piece_pane_show         (OvsPiecePane *self, gint64 client, guint place, guint count);

/** The clients that are ticked, to which it is sent at once. @clients: (element-type gint64). */
void       ovs_piece_pane_set_ticked   (OvsPiecePane *self, const GArray *clients);

/** Shows another piece. */
void       ovs_piece_pane_choose       (OvsPiecePane *self, OvsPiece piece);

/** Whether it lies over something else and can be closed. */
void       ovs_piece_pane_set_closable (OvsPiecePane *self, gboolean closable);

G_END_DECLS
