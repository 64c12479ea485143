/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/lint-finding.h"
#include "letters/piece.h"

G_BEGIN_DECLS

/* What is wrong with the text of a piece before it is used. Texts are Dutch, so what is looked for is Dutch too. */

/**
 * Looks through a text, by line. @language: (nullable): NULL for Dutch; in others less is found. @source: as an office edits it, see
 * letters/piece-text.h. Returns: (transfer full) (element-type OvsLintFinding).
 */
GPtrArray *ovs_lint_text         (OvsPiece piece, const char *language, const char *source);

/**
 * What a letter does not tell that has to tell a client of its conversion, once parts of its text may have been left out. @text: of the letter, with
 * its subject. @tells_day: it has the day in it. Returns: (transfer full) (element-type OvsLintFinding): empty for other pieces.
 */
GPtrArray *ovs_lint_letter       (OvsPiece piece, const char *text, gboolean tells_day);

G_END_DECLS
