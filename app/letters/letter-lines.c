/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter-lines.h"

#include <string.h>

OvsLetterLine
ovs_letter_line_read (const char *line, const char **text)
{
  gsize digits = strspn (line, "0123456789");

  *text = line;
  if (line[strspn (line, " \t\r")] == '\0')
    return OVS_LETTER_LINE_BLANK;
  if (g_str_has_prefix (line, "# "))
    {
      *text = line + 2;
      return OVS_LETTER_LINE_HEADING;
    }
  if (g_str_has_prefix (line, "- "))
    {
      *text = line + 2;
      return OVS_LETTER_LINE_BULLET;
    }
  if (digits > 0 && g_str_has_prefix (line + digits, ". "))
    {
      *text = line + digits + 2;
      return OVS_LETTER_LINE_NUMBER;
    }
  return OVS_LETTER_LINE_TEXT;
}

static void
block_free (gpointer data)
{
  OvsLetterBlock *block = data;

  g_free (block->mark);
  g_free (block->text);
  g_free (block);
}

static void
add_block (GPtrArray *blocks, OvsLetterLine kind, const char *line, const char *text)
{
  OvsLetterBlock *block = g_new0 (OvsLetterBlock, 1);

  block->kind = kind;
  block->text = g_strstrip (g_strdup (text));
  if (kind == OVS_LETTER_LINE_BULLET)
    block->mark = g_strdup ("•");
  else if (kind == OVS_LETTER_LINE_NUMBER)
    block->mark = g_strndup (line, strspn (line, "0123456789") + 1);
  g_ptr_array_add (blocks, block);
}

static void
add_line (OvsLetterBlock *block, const char *text)
{
  g_autofree char *before = block->text;

  block->text = g_strchomp (g_strconcat (before, "\n", text, NULL));
}

GPtrArray *
ovs_letter_blocks_read (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  OvsLetterLine before = OVS_LETTER_LINE_BLANK;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *own;
      OvsLetterLine kind = ovs_letter_line_read (lines[i], &own);

      if (kind == OVS_LETTER_LINE_TEXT && before == OVS_LETTER_LINE_TEXT)
        add_line (g_ptr_array_index (blocks, blocks->len - 1), own);
      else if (kind != OVS_LETTER_LINE_BLANK)
        add_block (blocks, kind, lines[i], own);
      before = kind;
    }
  return blocks;
}
