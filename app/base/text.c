/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <string.h>

static gboolean
is_plain_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

/* What collapse() makes of plain ASCII, in one go and without a look in the tables of Unicode. */
static char *
collapse_ascii (const char *text, gboolean lower)
{
  char *out = g_malloc (strlen (text) + 1);
  gsize length = 0;
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
        {
          gap = length > 0;
          continue;
        }
      if (c < 0x20 || c == 0x7f)
        continue;
      if (gap)
        out[length++] = ' ';
      gap = FALSE;
      out[length++] = lower ? g_ascii_tolower ((char) c) : (char) c;
    }
  out[length] = '\0';
  return out;
}

/* White space of any kind to one space, zero-width characters away. */
static char *
collapse (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x2007)
        {
          gap = out->len > 0;
          continue;
        }
      if (c == 0xfeff || c == 0x200b || c == 0x2060 || g_unichar_iscntrl (c))
        continue;
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
ovs_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (is_plain_ascii (text))
    return collapse_ascii (text, FALSE);

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return collapse (normal);
}

static char *
strip_marks (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *out = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_ismark (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
ovs_text_fold (const char *text)
{
  g_autofree char *clean = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *folded = NULL;

  if (text != NULL && is_plain_ascii (text))
    return collapse_ascii (text, TRUE);
  clean = ovs_text_clean (text);
  if (is_plain_ascii (clean))
    return g_ascii_strdown (clean, -1);
  bare = strip_marks (clean);
  folded = g_utf8_casefold (bare, -1);
  /* Compatibility forms can decompose into spaces. */
  return ovs_text_clean (folded);
}

char *
ovs_text_header_key (const char *text)
{
  g_autofree char *folded = ovs_text_fold (text);
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
ovs_text_number_key (const char *text)
{
  char *key = ovs_text_fold (text);
  gsize zeros = strspn (key, "0");

  /* A zero before a space stays, or the key would begin with that. */
  if (zeros > 0 && (key[zeros] == '\0' || key[zeros] == ' '))
    zeros--;
  memmove (key, key + zeros, strlen (key + zeros) + 1);
  return key;
}
