/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <string.h>

/* The letters with accents of Western and Central Europe: à to ſ, two bytes each. None of them is written otherwise in NFC. */
#define LATIN_FIRST 0xc0
#define LATIN_END 0x180

static const char *fold_latin (gunichar c);

/* The letter at @p, 0 for another character. */
static gunichar
latin_at (const char *p)
{
  guchar first = (guchar) p[0];

  if (first < 0xc3 || first > 0xc5)
    return 0;
  return (gunichar) ((first & 0x1f) << 6 | ((guchar) p[1] & 0x3f));
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      {
        if (latin_at (p) == 0 || ((guchar) p[1] & 0xc0) != 0x80)
          return FALSE;
        p++;
      }
  return TRUE;
}

/* What collapse() makes of plain text, in one go and without a look in the tables of Unicode; folded or not. */
static char *
collapse_plain (const char *text, gboolean fold)
{
  char *out = g_malloc (2 * strlen (text) + 1);
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
      if (c < 0x80)
        out[length++] = fold ? g_ascii_tolower ((char) c) : (char) c;
      else if (fold)
        {
          length = (gsize) (g_stpcpy (out + length, fold_latin (latin_at (p++))) - out);
        }
      else
        {
          out[length++] = *p++;
          out[length++] = *p;
        }
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
  g_autofree char *collapsed = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (is_plain (text))
    return collapse_plain (text, FALSE);

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  collapsed = collapse (normal);
  /* Without what stood between them a letter and its mark can become one. */
  return g_utf8_normalize (collapsed, -1, G_NORMALIZE_DEFAULT_COMPOSE);
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

static char *
fold_any (const char *text)
{
  g_autofree char *clean = ovs_text_clean (text);
  g_autofree char *bare = strip_marks (clean);
  g_autofree char *folded = g_utf8_casefold (bare, -1);

  /* Compatibility forms can decompose into spaces. */
  return ovs_text_clean (folded);
}

/* Each letter is looked up in the tables of Unicode once. */
static const char *
fold_latin (gunichar c)
{
  static char letters[LATIN_END - LATIN_FIRST][2 * 2 + 1];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (gunichar letter = LATIN_FIRST; letter < LATIN_END; letter++)
        {
          char text[7] = "";
          g_autofree char *folded = NULL;

          g_unichar_to_utf8 (letter, text);
          folded = fold_any (text);
          g_strlcpy (letters[letter - LATIN_FIRST], folded, sizeof letters[0]);
        }
      g_once_init_leave (&done, 1);
    }
  return letters[c - LATIN_FIRST];
}

char *
ovs_text_fold (const char *text)
{
  return text == NULL || is_plain (text) ? collapse_plain (text != NULL ? text : "", TRUE) : fold_any (text);
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

gboolean
ovs_text_turns_around (gunichar character)
{
  return character == 0x061c || character == 0x200e || character == 0x200f || (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}
