/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "letters/lint.h"
#include "letters/piece.h"
#include "letters/template.h"

G_BEGIN_DECLS

/**
 * OvsPieceText:
 * @language: (nullable): NULL for Dutch
 * @subject: what stands in the subject of the mail, or above the letter
 * @body: the text
 * @source: both as one text, as an office edits it: the first line is `Onderwerp: …`
 * @findings: (element-type OvsLintFinding): what is wrong with it
 * @is_own: it is the office's own, no longer that which came with the program
 * @toolkit_file: (nullable): path of a file of Loket's toolkit that goes along in place of our text, as it is
 * @enclosed: (element-type OvsPieceText): the texts of what goes along with it, in every language
 * @trouble: (nullable): of what is enclosed: why the office's own text cannot be used; there is no @subject and no @body then
 *
 * The text of a piece. Owned; free with ovs_piece_text_free().
 */
typedef struct
{
  OvsPiece piece;
  const char *language;
  OvsTemplate *subject;
  OvsTemplate *body;
  char *source;
  GPtrArray *findings;
  gboolean is_own;
  char *toolkit_file;
  GPtrArray *enclosed;
  char *trouble;
} OvsPieceText;

void          ovs_piece_text_free    (OvsPieceText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPieceText, ovs_piece_text_free)

/**
 * That of the office (in the user's data directory), else that of the program. Where that of the office is no template any more, it fails and
 * says so: nothing goes out with another text than the office thinks. Blocks. Returns: (transfer full): NULL with @error set.
 */
OvsPieceText *ovs_piece_text_load     (OvsPiece piece, GError **error);

/** The languages besides Dutch in which there is a text of this piece: `en` and `pl` of the flyer. Returns: (array zero-terminated=1) (transfer none). */
const char *const *ovs_piece_languages (OvsPiece piece);

/** "Polish", in the user's language. @language: (nullable): NULL for Dutch. Returns: (transfer none). */
const char   *ovs_piece_language_name (const char *language);

/** Its text in one of these languages, as ovs_piece_text_load() does. Blocks. Returns: (transfer full): NULL with @error set. */
OvsPieceText *ovs_piece_text_load_in  (OvsPiece piece, const char *language, GError **error);

/** The source that came with the program. Returns: (transfer full). */
char         *ovs_piece_text_original (OvsPiece piece);

/** As it would be with this @source, with the toolkit file that there is. Returns: (transfer full): NULL with @error set where it is no template. */
OvsPieceText *ovs_piece_text_parse    (OvsPiece piece, const char *source, GError **error);

/** The same in one of its languages. @language: (nullable): NULL for Dutch. */
OvsPieceText *ovs_piece_text_parse_in (OvsPiece piece, const char *language, const char *source, GError **error);

/**
 * Keeps @source as the office's own; that of the program is none. Fails where it is no template, or cannot be written. What the office had before
 * stays behind, see letters/piece-store.h. @language: (nullable): NULL for Dutch. Blocks.
 */
gboolean      ovs_piece_text_save     (OvsPiece piece, const char *language, const char *source, GError **error);

/** Goes back to the text that came with the program; what the office had stays behind. Blocks. */
gboolean      ovs_piece_text_restore  (OvsPiece piece, GError **error);

/** The name of the file of Loket's toolkit that goes along in place of our text. Blocks. Returns: (transfer full) (nullable): in UTF-8. */
char         *ovs_piece_text_find_toolkit_file (OvsPiece piece);

/** Keeps a copy of @file to go along in place of our text; NULL goes back to our text. Blocks. */
gboolean      ovs_piece_text_set_toolkit_file (OvsPiece piece, GFile *file, GError **error);

G_END_DECLS
