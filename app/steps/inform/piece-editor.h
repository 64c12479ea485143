/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/piece.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_EDITOR (ovs_piece_editor_get_type ())
G_DECLARE_FINAL_TYPE (OvsPieceEditor, ovs_piece_editor, OVS, PIECE_EDITOR, AdwWindow)

/**
 * The window in which an office writes its own text of a piece: what is wrong with it stands below it as it is typed, and beside it the letter as
 * a client gets it. What is typed is kept as a draft until it is saved, so that it survives whatever ends the window; nothing goes out with it
 * before. @language: (nullable): NULL for Dutch; of the list of ovs_piece_languages(). Returns: (transfer none): it is shown.
 */
GtkWindow *ovs_piece_editor_present (GtkWidget *parent, OvsWorkspace *workspace, OvsPiece piece, const char *language);

G_END_DECLS
