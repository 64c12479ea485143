/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/cell.h"

#include "base/text.h"

#include <string.h>

static const char *const empty_words[] = { "-", "nvt", "onbekend", "geen", "0", NULL };

static const char *const sheet_errors[] = {
  "#N/B",     "#N/A",    "#VERW!",  "#REF!", "#WAARDE!", "#VALUE!", "#NAAM?", "#NAME?",
  "#DEEL/0!", "#DIV/0!", "#GETAL!", "#NUM!", "#LEEG!",   "#NULL!",  NULL,
};

gboolean
ovs_cell_is_dangerous (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

const char *
ovs_cell_disarm (const char *cell)
{
  gsize apostrophes = strspn (cell, "'");

  return apostrophes > 0 && ovs_cell_is_dangerous (cell + apostrophes) ? cell + 1 : cell;
}

/* What ovs_text_clean() would leave as it is: printable ASCII with single spaces inside. */
static gboolean
is_clean (const char *text)
{
  guchar before = ' ';

  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c < 0x20 || c >= 0x7f || (c == ' ' && before == ' '))
        return FALSE;
      before = c;
    }
  return text[0] == '\0' || before != ' ';
}

/* ="0012", by which an export keeps the zeros in a spreadsheet. Returns: (transfer full) (nullable). */
static char *
unwrap (const char *cell)
{
  gsize length = strlen (cell);

  if (length < 4 || cell[1] != '"' || cell[length - 1] != '"' || memchr (cell + 2, '"', length - 3) != NULL)
    return NULL;
  return g_strndup (cell + 2, length - 3);
}

const char *
ovs_cell_clean (const char *cell, GPtrArray *owned)
{
  char *text = cell[0] == '=' ? unwrap (cell) : NULL;

  if (text != NULL)
    {
      g_ptr_array_add (owned, text);
      cell = text;
    }
  cell = ovs_cell_disarm (cell);
  if (is_clean (cell))
    return cell;
  text = ovs_text_clean (cell);
  g_ptr_array_add (owned, text);
  return text;
}

gboolean
ovs_cell_is_blank (const char *cell)
{
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && c != 0x00a0 && c != 0x202f && c != 0x2007 &&
          c != 0xfeff)
        return FALSE;
    }
  return TRUE;
}

gboolean
ovs_cell_is_empty_word (const char *text)
{
  char word[10];
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.')
        continue;
      if (length + 1 == sizeof word)
        return FALSE;
      word[length++] = g_ascii_tolower (*p);
    }
  word[length] = '\0';
  return text[0] == '\0' || g_strv_contains (empty_words, word);
}

gboolean
ovs_cell_is_sheet_error (const char *text)
{
  if (text[0] != '#')
    return FALSE;
  if (strlen (text) >= 3 && text[strspn (text, "#")] == '\0')
    return TRUE;
  for (guint i = 0; sheet_errors[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, sheet_errors[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ovs_cell_is_exponent (const char *text)
{
  const char *p = text;

  if (!g_ascii_isdigit (*p++))
    return FALSE;
  if (*p == '.' || *p == ',')
    {
      p++;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      p += strspn (p, "0123456789");
    }
  if (g_ascii_toupper (*p) != 'E' || p[1] != '+')
    return FALSE;
  p += 2;
  return g_ascii_isdigit (*p) && p[strspn (p, "0123456789")] == '\0';
}

gboolean
ovs_cell_is_decimal (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  gsize zeros;

  if (digits == 0 || (text[digits] != '.' && text[digits] != ','))
    return FALSE;
  zeros = strspn (text + digits + 1, "0");
  return (zeros == 1 || zeros == 2) && text[digits + 1 + zeros] == '\0';
}
