/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/lint.h"

#include <glib/gi18n.h>
#include <string.h>

#include "letters/fields.h"
#include "letters/lint-sentences.h"
#include "letters/piece-store.h"
#include "letters/template.h"

/* --- as a template -------------------------------------------------------------------------------------------------------- */

static const char *
begin_of_line (const char *source, guint line)
{
  for (; line > 1 && source != NULL; line--)
    {
      source = strchr (source, '\n');
      source = source != NULL ? source + 1 : NULL;
    }
  return source;
}

static void
mark_line (OvsLintFinding *finding, const char *source, guint line)
{
  const char *begin = begin_of_line (source, line);

  finding->line = line;
  if (begin == NULL)
    return;
  finding->start = (guint) (begin - source);
  finding->end = finding->start + (guint) strcspn (begin, "\n");
}

/* Within its line: the name itself. */
static void
mark_name (OvsLintFinding *finding, const char *source, const char *name)
{
  g_autofree char *line = g_strndup (source + finding->start, finding->end - finding->start);
  const char *found = strstr (line, name);

  if (found == NULL)
    return;
  finding->start += (guint) (found - line);
  finding->end = finding->start + (guint) strlen (name);
}

typedef struct
{
  const char *source;
  GPtrArray *findings;
  gboolean tells_day;
} Fields;

static char *
tell_unknown (const char *name)
{
  const OvsLetterField *nearest = ovs_letter_field_nearest (name);

  if (nearest == NULL)
    return g_strdup_printf (_ ("There is no field {%s}. Choose a field from the list."), name);
  return g_strdup_printf (_ ("There is no field {%s}. Is {%s} meant?"), name, nearest->name);
}

static void
check_field (const char *name, gboolean condition, guint line, gpointer data)
{
  Fields *fields = data;
  const OvsLetterField *field = ovs_letter_field_find (name);
  g_autofree char *said = NULL;
  OvsLintFinding *finding;

  fields->tells_day = fields->tells_day || (!condition && g_str_has_prefix (name, "overstapdatum"));
  if (field != NULL && (condition || !field->flag))
    return;
  said = tell_unknown (name);
  finding = ovs_lint_add (fields->findings, OVS_LINT_UNKNOWN_FIELD, TRUE, NULL, 0, 0, said);
  mark_line (finding, fields->source, line);
  mark_name (finding, fields->source, name);
}

static void
check_part (Fields *fields, const char *part, guint first_line)
{
  g_autoptr (GError) error = NULL;
  guint line = first_line;
  g_autoptr (OvsTemplate) template = ovs_template_parse (part, first_line, &line, &error);

  if (template != NULL)
    ovs_template_foreach_field (template, check_field, fields);
  else
    mark_line (ovs_lint_add (fields->findings, OVS_LINT_NO_TEMPLATE, TRUE, NULL, 0, 0, error->message), fields->source, line);
}

/* The subject and the text are a template each. */
static void
check_template (Fields *fields)
{
  const char *body = strchr (fields->source, '\n');
  g_autofree char *subject = body != NULL ? g_strndup (fields->source, (gsize) (body - fields->source)) : g_strdup (fields->source);

  check_part (fields, subject, 1);
  if (body != NULL)
    check_part (fields, body + 1, 2);
}

static void
check_subject (const char *source, GPtrArray *findings)
{
  gsize length = strcspn (source, "\n");
  gsize mark = strlen (OVS_PIECE_SUBJECT_MARK);
  gboolean marked = g_str_has_prefix (source, OVS_PIECE_SUBJECT_MARK);
  g_autofree char *said = NULL;

  while (marked && mark < length && g_ascii_isspace (source[mark]))
    mark++;
  if (marked && mark < length)
    return;
  said = marked ? g_strdup (_ ("There is no subject. Write behind it what the letter is about."))
                : g_strdup_printf (_ ("The text has to begin with “%s” and what the letter is about."), OVS_PIECE_SUBJECT_MARK);
  mark_line (ovs_lint_add (findings, OVS_LINT_NO_SUBJECT, TRUE, NULL, 0, 0, said), source, 1);
}

/* --- what a mail to the client has to say --------------------------------------------------------------------------------- */

static gboolean
any_says (const GPtrArray *sentences, const char *const *first, const char *const *second)
{
  static const char *const denials[] = { "niet", "geen", "nooit", NULL };

  for (guint i = 0; i < sentences->len; i++)
    {
      const OvsLintSentence *sentence = g_ptr_array_index (sentences, i);

      if (ovs_lint_find_word (sentence->text, first) && ovs_lint_find_word (sentence->text, second) && !ovs_lint_find_word (sentence->text, denials))
        return TRUE;
    }
  return FALSE;
}

static void
check_duties (const GPtrArray *sentences, gboolean tells_day, GPtrArray *findings)
{
  static const char *const old_portal[] = { "werknemerloket", NULL };
  static const char *const blocked[] = { "geblokkeerd", "blokkeren", "blokkeert", "blokkade", NULL };
  static const char *const invitation[] = { "uitnodiging*", "uitgenodigd", "uitnodigen", NULL };
  static const char *const people[] = { "medewerker*", "werknemer*", "personeel", "collega*", "iedereen", NULL };

  if (!any_says (sentences, old_portal, blocked))
    ovs_lint_add (findings, OVS_LINT_NO_BLOCK, TRUE, NULL, 0, 0,
                  _ ("The text no longer says that Werknemerloket is blocked on that day. The client has to know: put it back."));
  if (!any_says (sentences, people, invitation))
    ovs_lint_add (findings, OVS_LINT_NO_INVITATION, TRUE, NULL, 0, 0,
                  _ ("The text no longer says that employees receive an invitation for MijnLoket. The client has to know: put it back."));
  if (!tells_day)
    ovs_lint_add (findings, OVS_LINT_NO_DAY, TRUE, NULL, 0, 0,
                  _ ("The text does not tell the day of the conversion. Write {overstapdatum} where it belongs."));
}

/* --- all together --------------------------------------------------------------------------------------------------------- */

static gint
compare (gconstpointer a, gconstpointer b)
{
  const OvsLintFinding *first = *(const OvsLintFinding *const *) a;
  const OvsLintFinding *second = *(const OvsLintFinding *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->start < second->start ? -1 : first->start > second->start;
}

GPtrArray *
ovs_lint_letter (OvsPiece piece, const char *text, gboolean tells_day)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_lint_finding_free);
  g_autofree char *words = g_strdelimit (g_strdup (text), "{}", ' ');
  g_autoptr (GPtrArray) sentences = NULL;

  if (!ovs_piece_informs (piece))
    return findings;
  sentences = ovs_lint_sentences (words);
  check_duties (sentences, tells_day, findings);
  return findings;
}

GPtrArray *
ovs_lint_text (OvsPiece piece, const char *language, const char *source)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_lint_finding_free);
  g_autoptr (GPtrArray) sentences = ovs_lint_sentences (source);
  Fields fields = { source, findings, FALSE };

  check_subject (source, findings);
  check_template (&fields);
  for (guint i = 0; i < sentences->len; i++)
    {
      const OvsLintSentence *sentence = g_ptr_array_index (sentences, i);

      ovs_lint_secrets (sentence, findings);
      ovs_lint_links (sentence, findings);
      ovs_lint_dates (sentence, findings);
    }
  /* In Polish "u" and "je" are words of another kind. */
  if (language == NULL)
    ovs_lint_forms (sentences, findings);
  if (ovs_piece_informs (piece))
    check_duties (sentences, fields.tells_day, findings);
  g_ptr_array_sort (findings, compare);
  return findings;
}
