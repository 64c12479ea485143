/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-state.h"
#include "letters/letter.h"

G_BEGIN_DECLS

/**
 * OvsPieceView:
 * @client: 0 for a piece that is not for one
 * @text: (nullable): the piece as the office has it; NULL where that cannot be read: see @trouble
 * @trouble: (nullable): a sentence about that
 * @letter: (nullable): as it would go now
 * @enclosed: (nullable): what goes along with it, in the user's language
 * @kept: what was made of it before for this client is in:
 * @kept_id, @kept_state, @kept_way, @kept_day (that it tells)
 * @kept_words: what became of it, in the user's language
 * @kept_recipient: (nullable)
 * @kept_subject, @kept_text: as it was made
 *
 * A piece for one client: as it would go now, and as it went. Everything is owned; free with ovs_piece_view_free().
 */
typedef struct
{
  OvsPiece piece;
  gint64 client;
  OvsPieceText *text;
  char *trouble;
  OvsLetter *letter;
  char *enclosed;
  gboolean kept;
  gint64 kept_id;
  OvsLetterState kept_state;
  OvsWay kept_way;
  OvsDay kept_day;
  char *kept_words;
  char *kept_recipient;
  char *kept_subject;
  char *kept_text;
} OvsPieceView;

/** Reads the text of the office: blocks, for the dossier's threads. @wave: id of the round of a piece that is not for one client. Returns: (transfer full). */
OvsPieceView *ovs_piece_view_read (OvsTx *tx, OvsPiece piece, gint64 client, gint64 wave);
void          ovs_piece_view_free (OvsPieceView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPieceView, ovs_piece_view_free)

/** Whether the piece is for a client, or for its employees. */
gboolean      ovs_piece_is_for_client (OvsPiece piece);

/** Whether what is kept is what would be sent now: then that is what counts. */
gboolean      ovs_piece_view_is_sent  (const OvsPieceView *view);

/** Whether a draft, or something printed, waits until somebody says that it went. */
gboolean      ovs_piece_view_is_made  (const OvsPieceView *view);

G_END_DECLS
