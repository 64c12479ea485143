/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/piece.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_DESK (ovs_piece_desk_get_type ())
G_DECLARE_FINAL_TYPE (OvsPieceDesk, ovs_piece_desk, OVS, PIECE_DESK, AdwBin)

/**
 * OvsPieceDesk:
 *
 * Where the text of a piece is written: the text and the fields that it can have, what is wrong with it below, and beside it the letter as a
 * client gets it.
 *
 * Properties: "preview" (boolean): whether the letter stands beside the text.
 *
 * #OvsPieceDesk::changed: the text is another now.
 */

/** @more: (nullable): a control that stands beside that for fields. */
OvsPieceDesk *ovs_piece_desk_new      (OvsWorkspace *workspace, OvsPiece piece, GtkWidget *more);

/** Shows a text that was read; typing starts anew. @language: (nullable): NULL for Dutch; of the list of ovs_piece_languages(). */
void          ovs_piece_desk_set_text (OvsPieceDesk *self, const char *language, const char *text);

/** Puts @text in the place of all, as one step that can be taken back. */
void          ovs_piece_desk_replace  (OvsPieceDesk *self, const char *text);

/** Returns: (transfer full). */
char         *ovs_piece_desk_get_text (OvsPieceDesk *self);

/** Takes the last step back. */
void          ovs_piece_desk_undo     (OvsPieceDesk *self);

G_END_DECLS
