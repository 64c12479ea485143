/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The kinds of lines in the text of a letter: see OvsLetter.text. */
typedef enum
{
  OVS_LETTER_LINE_BLANK,
  OVS_LETTER_LINE_TEXT,
  OVS_LETTER_LINE_HEADING, /* "# " */
  OVS_LETTER_LINE_BULLET,  /* "- " */
  OVS_LETTER_LINE_NUMBER,  /* "1. " */
} OvsLetterLine;

/** What kind of line @line is. @text: where its own text begins, after the mark of a heading or an item. */
OvsLetterLine ovs_letter_line_read (const char *line, const char **text);

/**
 * OvsLetterBlock:
 * @kind: never %OVS_LETTER_LINE_BLANK
 * @mark: (nullable): of an item: "1." or "•"
 * @text: without its mark; a paragraph may have several lines
 */
typedef struct
{
  OvsLetterLine kind;
  char *mark;
  char *text;
} OvsLetterBlock;

/** The paragraphs, headings and items of a text, in their order. Returns: (transfer full) (element-type OvsLetterBlock). */
GPtrArray *ovs_letter_blocks_read (const char *text);

G_END_DECLS
