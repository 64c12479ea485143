/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/lint-sentences.h"

#include <string.h>

static void
sentence_free (gpointer data)
{
  OvsLintSentence *sentence = data;

  g_free ((char *) sentence->text);
  g_free ((char *) sentence->raw);
  g_free (sentence);
}

/* --- cutting ------------------------------------------------------------------------------------------------------------- */

/* Merge fields are no words: they become blanks, as long as they were. */
static char *
blank_fields (const char *source)
{
  char *text = g_strdup (source);
  gboolean inside = FALSE;

  for (char *p = text; *p != '\0'; p++)
    {
      gboolean closes = *p == '}';

      inside = (inside || *p == '{') && *p != '\n';
      if (inside)
        *p = ' ';
      inside = inside && !closes;
    }
  return text;
}

/* In lower case letter by letter, so that every byte stays where it is; where a letter would become longer or shorter, it stays. */
static char *
lower (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar small = g_unichar_tolower (g_utf8_get_char (p));
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if ((gsize) g_unichar_to_utf8 (small, NULL) == length)
        g_string_append_unichar (result, small);
      else
        g_string_append_len (result, p, (gssize) length);
    }
  return g_string_free (result, FALSE);
}

/* "1. " begins a list. */
static gboolean
is_number (const char *begin, const char *end)
{
  while (begin < end && g_ascii_isspace (*begin))
    begin++;
  if (begin == end)
    return FALSE;
  while (begin < end && g_ascii_isdigit (*begin))
    begin++;
  return begin == end;
}

static gboolean
ends_sentence (const char *begin, const char *p)
{
  gboolean mark = *p == '!' || *p == '?' || (*p == '.' && !is_number (begin, p));

  return mark && (p[1] == ' ' || p[1] == '\n' || p[1] == '\0' || p[1] == '"' || p[1] == ')');
}

static gboolean
is_in_list (const char *line)
{
  const char *point = strchr (line, '.');

  return g_str_has_prefix (line, "- ") || (point != NULL && is_number (line, point));
}

/* The sentence that a list goes with, if @sentence is in one. */
static const char *
find_intro (const GPtrArray *sentences, const OvsLintSentence *sentence)
{
  const OvsLintSentence *last = sentences->len > 0 ? g_ptr_array_index (sentences, sentences->len - 1) : NULL;

  if (last == NULL || (last->line != sentence->line && !is_in_list (sentence->raw)))
    return NULL;
  return g_str_has_suffix (last->text, ":") ? last->text : last->intro;
}

static void
cut (GPtrArray *sentences, const char *source, const char *begin, const char *end, guint line)
{
  OvsLintSentence *sentence;

  while (begin < end && g_ascii_isspace (*begin))
    begin++;
  if (begin == end)
    return;
  sentence = g_new0 (OvsLintSentence, 1);
  sentence->raw = g_strndup (begin, (gsize) (end - begin));
  sentence->text = lower (sentence->raw);
  sentence->start = (guint) (begin - source);
  sentence->line = line;
  sentence->intro = find_intro (sentences, sentence);
  g_ptr_array_add (sentences, sentence);
}

GPtrArray *
ovs_lint_sentences (const char *source)
{
  g_autofree char *text = blank_fields (source);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (sentence_free);
  const char *begin = text;
  guint line = 1;

  for (const char *p = text;; p++)
    {
      if (*p != '\0' && *p != '\n' && !ends_sentence (begin, p))
        continue;
      cut (sentences, text, begin, *p == '\n' || *p == '\0' ? p : p + 1, line);
      line += *p == '\n';
      if (*p == '\0')
        return sentences;
      begin = p + 1;
    }
}

/* --- words --------------------------------------------------------------------------------------------------------------- */

static gboolean
is_letter_before (const char *text, const char *p)
{
  const char *previous = g_utf8_find_prev_char (text, p);

  return previous != NULL && g_unichar_isalnum (g_utf8_get_char (previous));
}

static const char *
find (const char *text, const char *word)
{
  gboolean goes_on = g_str_has_suffix (word, "*");
  g_autofree char *stem = g_strndup (word, strlen (word) - goes_on);

  for (const char *p = strstr (text, stem); p != NULL; p = strstr (p + 1, stem))
    {
      const char *end = p + strlen (stem);

      if (!is_letter_before (text, p) && (goes_on || !g_unichar_isalnum (g_utf8_get_char (end))))
        return p;
    }
  return NULL;
}

const char *
ovs_lint_find_word (const char *text, const char *const *words)
{
  const char *found = NULL;

  for (gsize i = 0; words[i] != NULL && found == NULL; i++)
    found = find (text, words[i]);
  return found;
}

OvsLintFinding *
ovs_lint_add (GPtrArray *findings, OvsLint code, gboolean forbids, const OvsLintSentence *sentence, gsize offset, gsize length, const char *said)
{
  OvsLintFinding *finding = g_new0 (OvsLintFinding, 1);

  finding->code = code;
  finding->forbids = forbids;
  finding->sentence = g_strdup (said);
  if (sentence != NULL)
    {
      finding->line = sentence->line;
      finding->start = sentence->start + (guint) offset;
      finding->end = finding->start + (guint) (length > 0 ? length : strlen (sentence->raw));
    }
  g_ptr_array_add (findings, finding);
  return finding;
}
