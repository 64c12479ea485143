/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/name.h"

#include <string.h>

/* Dutch prefixes, also when they are written with a capital. */
static const char *const dutch_prefixes[] = {
  "van", "de",  "der",   "den",  "het", "'t",   "’t",  "'s",   "’s",   "ten", "ter", "te", "in", "op",
  "aan", "bij", "onder", "over", "uit", "uijt", "tot", "voor", "v.d.", "vd",  "v/d", "v.", "d.", NULL,
};

/* Prefixes from elsewhere: with a capital they are part of the name (Ben Ali, El Amrani). */
static const char *const other_prefixes[] = {
  "von", "vom", "zu",    "zum", "zur", "la",  "le",  "les", "du", "des", "da", "dos", "das",
  "di",  "del", "della", "el",  "al",  "ben", "bin", "af",  "av", "d'",  "l'", NULL,
};

static const char *const titles[] = {
  "dhr",     "dhr.", "mevr", "mevr.", "mw",   "mw.", "mej.",  "hr.", "heer",
  "mevrouw", "drs.", "dr.",  "ir.",   "ing.", "mr.", "prof.", "fam.", "familie", NULL,
};

/* Behind a name. Shorter ones may as well be initials. */
static const char *const degrees[] = { "MSc", "BSc", "LLM", "LLB", "PhD", "MBA", NULL };

static gboolean
is_listed (const char *const *list, const char *token)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_ascii_strcasecmp (list[i], token) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_prefix (const char *token)
{
  return is_listed (dutch_prefixes, token) || g_strv_contains (other_prefixes, token);
}

/* "J.", "J.P.", "Chr.", "IJ.", "J.P": a capital, at most three more letters, a full stop. */
static gboolean
is_initials (const char *token)
{
  guint small = 0;
  gboolean stop = FALSE;

  if (!g_unichar_isupper (g_utf8_get_char (token)))
    return FALSE;
  for (const char *p = token; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.')
        stop = TRUE;
      else if (!g_unichar_isalpha (c))
        return FALSE;
      small = c == '.' || g_unichar_isupper (c) ? 0 : small + 1;
      if (small > 3)
        return FALSE;
    }
  return stop || g_utf8_strlen (token, -1) == 1;
}

/* "JP" behind a comma. */
static gboolean
is_bare_initials (const char *token)
{
  for (const char *p = token; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return g_utf8_strlen (token, -1) <= 5;
}

/* "JP" without full stops, at the beginning or at the end: no name is without a vowel. */
static gboolean
has_no_vowel (const char *token)
{
  return is_bare_initials (token) && strpbrk (token, "AEIOUY") == NULL && g_utf8_strlen (token, -1) > 1;
}

static char *
join (char **tokens, guint from, guint to, const char *between)
{
  GString *out = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (out, "%s%s", i > from ? between : "", tokens[i]);
  return g_string_free (out, FALSE);
}

/* Also "J.P.de" and "J.P.Jansen", where a space was forgotten. */
static void
add_token (GStrvBuilder *tokens, const char *word)
{
  const char *stop = strrchr (word, '.');
  g_autofree char *initials = stop != NULL ? g_strndup (word, (gsize) (stop + 1 - word)) : NULL;

  if (stop == NULL || !is_initials (initials) || g_utf8_strlen (stop + 1, -1) < 2)
    {
      g_strv_builder_add (tokens, word);
      return;
    }
  g_strv_builder_add (tokens, initials);
  g_strv_builder_add (tokens, stop + 1);
}

/* The words of @text without titles in front and without what stands in parentheses. */
static char **
take_tokens (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) tokens = g_strv_builder_new ();
  gboolean front = TRUE;
  gboolean inside = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      gboolean opens = word[0] == '(';

      if (is_listed (degrees, word))
        continue;
      front = front &&
              (is_listed (titles, word) || (g_ascii_strcasecmp (word, "de") == 0 && words[i + 1] != NULL &&
                                            g_ascii_strcasecmp (words[i + 1], "heer") == 0));
      inside = inside || opens;
      if (!front && !inside && word[0] != '\0')
        add_token (tokens, word);
      if (inside && g_str_has_suffix (word, ")"))
        inside = FALSE;
    }
  return g_strv_builder_end (tokens);
}

static guint
count_while (char **tokens, guint from, guint to, gboolean (*matches) (const char *token))
{
  guint i = from;

  while (i < to && matches (tokens[i]))
    i++;
  return i;
}

/* The prefixes in front of a last name, which keeps at least one word. */
static void
set_last_name (OvsNameParts *parts, char **tokens, guint from, guint to)
{
  guint start = count_while (tokens, from, to > from ? to - 1 : to, is_prefix);

  parts->prefix = join (tokens, from, start, " ");
  parts->last_name = join (tokens, start, to, " ");
}

/* Prefixes behind a last name, which keeps at least one word: "Vries de". */
static void
set_turned_last_name (OvsNameParts *parts, char **tokens, guint n_tokens)
{
  guint end = n_tokens;

  while (end > 1 && is_prefix (tokens[end - 1]))
    end--;
  if (end == n_tokens)
    {
      set_last_name (parts, tokens, 0, n_tokens);
      return;
    }
  parts->prefix = join (tokens, end, n_tokens, " ");
  parts->last_name = join (tokens, 0, end, " ");
}

/* `Vries, J.P. de`, `Vries, de J.P.`, `Vries, de, J.P.` and `Vries de, J.P.` */
static gboolean
split_at_comma (const char *text, OvsNameParts *parts)
{
  const char *comma = strchr (text, ',');
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *front = NULL;
  g_autofree char *back = NULL;
  guint n_before, n_after, first, initials, end;

  if (comma == NULL)
    return FALSE;
  front = g_strndup (text, (gsize) (comma - text));
  back = g_strdelimit (g_strdup (comma + 1), ",", ' ');
  before = take_tokens (front);
  after = take_tokens (back);
  n_before = g_strv_length (before);
  n_after = g_strv_length (after);
  if (n_before == 0 || n_after == 0)
    return FALSE;

  first = count_while (after, 0, n_after, is_prefix);
  initials = count_while (after, first, n_after, is_initials);
  if (initials == first && first < n_after && is_bare_initials (after[first]))
    initials++;
  end = n_after;
  while (end > initials && is_prefix (after[end - 1]))
    end--;

  parts->initials = join (after, first, initials, "");
  if (end < n_after || first > 0)
    {
      parts->prefix = end < n_after ? join (after, end, n_after, " ") : join (after, 0, first, " ");
      parts->last_name = join (before, 0, n_before, " ");
    }
  else
    set_turned_last_name (parts, before, n_before);
  return TRUE;
}

/* `J.P. de Vries` and `Vries - Bakker J.P. de`. */
static gboolean
split_at_initials (char **tokens, guint n_tokens, OvsNameParts *parts)
{
  guint first = 0, behind, end;

  while (first < n_tokens && !is_initials (tokens[first]))
    first++;
  behind = count_while (tokens, first, n_tokens, is_initials);
  if (first == n_tokens && n_tokens > 1 && (has_no_vowel (tokens[0]) || has_no_vowel (tokens[n_tokens - 1])))
    {
      first = has_no_vowel (tokens[0]) ? 0 : n_tokens - 1;
      behind = first + 1;
    }
  end = count_while (tokens, behind, n_tokens, is_prefix);
  if (first == n_tokens || (first == 0 && behind == n_tokens) || (first > 0 && end < n_tokens))
    return FALSE;

  parts->initials = join (tokens, first, behind, "");
  if (first == 0)
    set_last_name (parts, tokens, behind, n_tokens);
  else if (behind < n_tokens)
    {
      parts->prefix = join (tokens, behind, n_tokens, " ");
      parts->last_name = join (tokens, 0, first, " ");
    }
  else
    set_turned_last_name (parts, tokens, first);
  return TRUE;
}

/* `Jan de Vries`: the prefix tells where the last name begins. */
static void
split_at_prefix (char **tokens, guint n_tokens, OvsNameParts *parts)
{
  guint first = 0;

  while (first < n_tokens && !is_prefix (tokens[first]))
    first++;
  parts->initials = g_strdup ("");
  set_last_name (parts, tokens, first + 1 < n_tokens ? first : 0, n_tokens);
}

void
ovs_name_split (const char *text, OvsNameParts *parts)
{
  g_auto (GStrv) tokens = NULL;
  guint n_tokens;

  *parts = (OvsNameParts){ 0 };
  if (split_at_comma (text, parts))
    return;
  tokens = take_tokens (text);
  n_tokens = g_strv_length (tokens);
  if (!split_at_initials (tokens, n_tokens, parts))
    split_at_prefix (tokens, n_tokens, parts);
}

void
ovs_name_parts_clear (OvsNameParts *parts)
{
  g_clear_pointer (&parts->initials, g_free);
  g_clear_pointer (&parts->prefix, g_free);
  g_clear_pointer (&parts->last_name, g_free);
}
