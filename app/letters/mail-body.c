/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/mail-body.h"

#include <string.h>

typedef enum
{
  LINE_BLANK,
  LINE_TEXT,
  LINE_HEADING,
  LINE_BULLET,
  LINE_NUMBER,
} Line;

/* What kind of line it is, and where its own text begins. */
static Line
read_line (const char *line, const char **text)
{
  gsize digits = strspn (line, "0123456789");

  *text = line;
  if (line[strspn (line, " \t\r")] == '\0')
    return LINE_BLANK;
  if (g_str_has_prefix (line, "# "))
    {
      *text = line + 2;
      return LINE_HEADING;
    }
  if (g_str_has_prefix (line, "- "))
    {
      *text = line + 2;
      return LINE_BULLET;
    }
  if (digits > 0 && g_str_has_prefix (line + digits, ". "))
    {
      *text = line + digits + 2;
      return LINE_NUMBER;
    }
  return LINE_TEXT;
}

char *
ovs_mail_body_plain (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *own;
      Line line = read_line (lines[i], &own);

      g_string_append_printf (plain, "%s%s", i > 0 ? "\n" : "", line == LINE_HEADING ? own : lines[i]);
    }
  if (plain->len > 0 && plain->str[plain->len - 1] != '\n')
    g_string_append_c (plain, '\n');
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static const char *const begins[] = { "", "<p>", "<h2 style=\"font-size: 1.1em\">", "<ul>", "<ol>" };
static const char *const ends[] = { "", "</p>\n", "</h2>\n", "</ul>\n", "</ol>\n" };

/* Goes from one kind of line to the next. Returns: what stands open now. */
static Line
step (GString *html, Line open, Line line)
{
  if (open == line && line != LINE_HEADING)
    {
      if (line == LINE_TEXT)
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
  Line open = LINE_BLANK;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *own;
      Line line = read_line (lines[i], &own);
      g_autofree char *escaped = g_markup_escape_text (own, -1);
      gboolean item = line == LINE_BULLET || line == LINE_NUMBER;

      open = step (html, open, line);
      if (line != LINE_BLANK)
        g_string_append_printf (html, item ? "<li>%s</li>\n" : "%s", g_strchomp (escaped));
    }
  g_string_append (html, ends[open]);
  g_string_append (html, "</body></html>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}
