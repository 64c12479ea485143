/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/mail-body.h"

#include "letters/letter-lines.h"

char *
ovs_mail_body_plain (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *own;
      OvsLetterLine line = ovs_letter_line_read (lines[i], &own);

      g_string_append_printf (plain, "%s%s", i > 0 ? "\n" : "", line == OVS_LETTER_LINE_HEADING ? own : lines[i]);
    }
  if (plain->len > 0 && plain->str[plain->len - 1] != '\n')
    g_string_append_c (plain, '\n');
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static const char *const begins[] = { "", "<p>", "<h2 style=\"font-size: 1.1em\">", "<ul>", "<ol>" };
static const char *const ends[] = { "", "</p>\n", "</h2>\n", "</ul>\n", "</ol>\n" };

/* Goes from one kind of line to the next. Returns: what stands open now. */
static OvsLetterLine
step (GString *html, OvsLetterLine open, OvsLetterLine line)
{
  if (open == line && line != OVS_LETTER_LINE_HEADING)
    {
      if (line == OVS_LETTER_LINE_TEXT)
        g_string_append (html, "<br>\n");
      return open;
    }
  g_string_append (html, ends[open]);
  g_string_append (html, begins[line]);
  return line;
}

char *
ovs_mail_body_html (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"></head>\n<body>\n");
  OvsLetterLine open = OVS_LETTER_LINE_BLANK;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *own;
      OvsLetterLine line = ovs_letter_line_read (lines[i], &own);
      g_autofree char *escaped = g_markup_escape_text (own, -1);
      gboolean item = line == OVS_LETTER_LINE_BULLET || line == OVS_LETTER_LINE_NUMBER;

      open = step (html, open, line);
      if (line != OVS_LETTER_LINE_BLANK)
        g_string_append_printf (html, item ? "<li>%s</li>\n" : "%s", g_strchomp (escaped));
    }
  g_string_append (html, ends[open]);
  g_string_append (html, "</body></html>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}
