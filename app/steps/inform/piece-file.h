/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letters/piece-text.h"

G_BEGIN_DECLS

/*
 * Which text a piece has: that of Overstap, or a file of Loket's toolkit in its place. @teller: a widget of the window in which it is told. @changed is
 * called with @data, while @data lives, when the text is another one.
 */
typedef void (*OvsPieceChanged) (gpointer data);

/** Asks for a file that is to go along in place of our text. */
void ovs_piece_file_choose  (GtkWidget *teller, OvsPiece piece, OvsPieceChanged changed, gpointer data);

/** Goes back to the text of Overstap, without a file; asks first where the office's own text would be lost. */
void ovs_piece_file_restore (GtkWidget *teller, const OvsPieceText *text, OvsPieceChanged changed, gpointer data);

G_END_DECLS
