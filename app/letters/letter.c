/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/letter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/settings.h"
#include "letters/fields.h"
#include "letters/letter-checks.h"

void
ovs_letter_free (OvsLetter *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->employer_number);
  g_free (letter->employer_name);
  g_free (letter->recipient_name);
  g_free (letter->recipient);
  g_free (letter->subject);
  g_free (letter->text);
  ovs_field_values_free (letter->values);
  g_array_unref (letter->filled);
  g_ptr_array_unref (letter->problems);
  g_free (letter->toolkit_file);
  g_free (letter->advice);
  g_ptr_array_unref (letter->enclosed);
  g_free (letter);
}

gboolean
ovs_letter_may_go (const OvsLetter *letter, OvsWay way)
{
  gboolean on_paper = way == OVS_WAY_PAPER || way == OVS_WAY_COPY;

  return letter->problems->len == (on_paper && letter->lacks_address ? 1 : 0);
}

/* --- fields that lack ------------------------------------------------------------------------------------------------- */

static char *
tell_unknown (const char *name)
{
  const OvsLetterField *nearest = ovs_letter_field_nearest (name);

  if (nearest == NULL)
    return g_strdup_printf (_ ("There is no field {%s}. Choose a field from the list."), name);
  return g_strdup_printf (_ ("There is no field {%s}. Is {%s} meant?"), name, nearest->name);
}

static char *
tell_empty (const OvsLetterField *field, gboolean for_client)
{
  if (field->about == OVS_LETTER_FIELD_CLIENT && !for_client)
    return g_strdup_printf (_ ("{%s} is known of a client only, and this piece is not for one client. Take it out of the text."), field->name);
  if (field->about == OVS_LETTER_FIELD_ROUND && for_client)
    return g_strdup_printf (_ ("{%s} is empty: the client has no round with a day that is still to come."), field->name);
  if (field->about == OVS_LETTER_FIELD_ROUND)
    return g_strdup_printf (_ ("{%s} is empty: choose a round with a day."), field->name);
  if (field->about == OVS_LETTER_FIELD_OFFICE)
    return g_strdup_printf (_ ("{%s} is empty: fill it in under Office in the preferences (%s)."), field->name, ovs_letter_field_meaning (field));
  return g_strdup_printf (_ ("{%s} is empty for this client (%s)."), field->name, ovs_letter_field_meaning (field));
}

static void
add_lack (OvsLetter *letter, GHashTable *told, const char *name)
{
  const OvsLetterField *field = ovs_letter_field_find (name);

  if (!g_hash_table_add (told, g_strdup (name)))
    return;
  g_ptr_array_add (letter->problems, field == NULL || field->flag ? tell_unknown (name) : tell_empty (field, letter->employer != 0));
}

static void
add_lacks (OvsLetter *letter, GHashTable *told, const char *text, const GArray *filled)
{
  for (guint i = 0; i < filled->len; i++)
    {
      const OvsLetterSpan *span = &g_array_index (filled, OvsLetterSpan, i);
      g_autofree char *name = span->lacks ? g_strndup (text + span->start + 1, span->end - span->start - 2) : NULL;

      if (name != NULL)
        add_lack (letter, told, name);
    }
}

typedef struct
{
  OvsLetter *letter;
  GHashTable *told;
  gboolean tells_help; /* it tells whom to call */
} FieldCheck;

/* A part that depends on a field that does not exist would always, or never, be there. */
static void
check_field (const char *name, gboolean condition, guint line, gpointer data)
{
  FieldCheck *check = data;

  check->tells_help = check->tells_help || g_str_equal (name, "hulp_telefoon");
  if (condition && ovs_letter_field_find (name) == NULL)
    add_lack (check->letter, check->told, name);
}

/* --- composing ---------------------------------------------------------------------------------------------------------- */

/* Whether the day of the round stands in it, in one of the ways in which it is written. */
static gboolean
tells_day (const OvsLetter *letter, OvsFieldValues *values)
{
  static const char *const days[] = { "overstapdatum", "overstapdatum_lang", "overstapdatum_en", "overstapdatum_pl" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *day = ovs_field_values_lookup (days[i], values);

      if (day != NULL && *day != '\0' && (strstr (letter->text, day) != NULL || strstr (letter->subject, day) != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
fill (OvsLetter *letter, const OvsPieceText *text, OvsFieldValues *values)
{
  g_autoptr (GArray) in_subject = g_array_new (FALSE, FALSE, sizeof (OvsLetterSpan));
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FieldCheck check = { letter, told, FALSE };

  letter->subject = ovs_template_fill (text->subject, ovs_field_values_lookup, values, in_subject);
  letter->text = ovs_template_fill (text->body, ovs_field_values_lookup, values, letter->filled);
  add_lacks (letter, told, letter->subject, in_subject);
  add_lacks (letter, told, letter->text, letter->filled);
  ovs_template_foreach_field (text->subject, check_field, &check);
  ovs_template_foreach_field (text->body, check_field, &check);
  if (tells_day (letter, values))
    letter->round_day = ovs_field_values_get_round_day (values);
  letter->wave = ovs_field_values_get_round (values);
  if (check.tells_help && *ovs_field_values_lookup ("hulp_telefoon", values) == '\0')
    letter->advice = g_strdup (_ ("It tells no telephone number for questions. Fill one in under Office in the preferences."));
}

/* What may not go out whoever it is for; fields have been told of already, each once. */
static void
add_findings (OvsLetter *letter, const OvsPieceText *text)
{
  for (guint i = 0; i < text->findings->len; i++)
    {
      const OvsLintFinding *finding = g_ptr_array_index (text->findings, i);

      if (finding->code == OVS_LINT_UNKNOWN_FIELD || !ovs_lint_forbids (finding, letter->round_day))
        continue;
      g_ptr_array_add (letter->problems, finding->line > 0 ? g_strdup_printf (_ ("Line %u of the text: %s"), finding->line, finding->sentence)
                                                           : g_strdup (finding->sentence));
    }
}

static gboolean
has_finding (const OvsPieceText *text, OvsLint code)
{
  for (guint i = 0; i < text->findings->len; i++)
    if (((const OvsLintFinding *) g_ptr_array_index (text->findings, i))->code == code)
      return TRUE;
  return FALSE;
}

/* What the text says, but not in this letter of it: a part of it was left out. Without a day it is told already that the field is empty. */
static void
add_omissions (OvsLetter *letter, const OvsPieceText *text)
{
  g_autofree char *whole = g_strconcat (letter->subject, "\n", letter->text, NULL);
  gboolean day_is_told = letter->round_day != OVS_NO_DAY || ovs_field_values_get_round_day (letter->values) == OVS_NO_DAY;
  g_autoptr (GPtrArray) findings = ovs_lint_letter (letter->piece, whole, day_is_told);

  for (guint i = 0; i < findings->len; i++)
    {
      const OvsLintFinding *finding = g_ptr_array_index (findings, i);

      if (!has_finding (text, finding->code))
        g_ptr_array_add (letter->problems, g_strdup (finding->sentence));
    }
}

static void
take_checks (OvsLetter *letter, OvsLetterChecks *checks)
{
  letter->recipient_name = g_steal_pointer (&checks->recipient_name);
  letter->recipient = g_steal_pointer (&checks->recipient);
  if (checks->problems != NULL)
    g_ptr_array_extend_and_steal (letter->problems, g_steal_pointer (&checks->problems));
  letter->lacks_address = checks->lacks_address;
  letter->needless = checks->needless;
}

static OvsLetter *
letter_new (OvsTx *tx, const OvsPieceText *text, gint64 employer, const OvsLetterFacts *facts)
{
  OvsLetter *letter = g_new0 (OvsLetter, 1);

  letter->piece = text->piece;
  letter->language = text->language;
  letter->employer = employer;
  letter->employer_number = g_strdup (facts->number);
  letter->employer_name = g_strdup (facts->name);
  letter->filled = g_array_new (FALSE, FALSE, sizeof (OvsLetterSpan));
  letter->problems = g_ptr_array_new_with_free_func (g_free);
  letter->made_on = ovs_tx_today (tx);
  letter->toolkit_file = g_strdup (text->toolkit_file);
  letter->enclosed = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_letter_free);
  return letter;
}

/* --- what goes along ---------------------------------------------------------------------------------------------------- */

/* The Dutch one always; others where the office wants them. */
static gboolean
is_wanted (OvsTx *tx, const OvsPieceText *text)
{
  g_autofree char *languages = text->language != NULL ? ovs_settings_get (tx, OVS_SETTING_FLYER_LANGUAGES) : NULL;
  g_auto (GStrv) wanted = g_strsplit (languages != NULL ? languages : "", " ", -1);

  return text->language == NULL || g_strv_contains ((const char *const *) wanted, text->language);
}

static void
tell_problems (OvsLetter *letter, const OvsLetter *enclosed)
{
  for (guint i = 0; i < enclosed->problems->len; i++)
    g_ptr_array_add (letter->problems,
                     g_strdup_printf ("%s: %s", ovs_piece_title (enclosed->piece), (const char *) g_ptr_array_index (enclosed->problems, i)));
}

/* A file of the toolkit goes as it is. */
static void
enclose (OvsLetter *letter, OvsTx *tx, const OvsPieceText *text, const OvsLetterFacts *facts)
{
  OvsLetter *enclosed;

  if (!is_wanted (tx, text))
    return;
  if (text->trouble != NULL && text->toolkit_file == NULL)
    {
      g_ptr_array_add (letter->problems, g_strdup (text->trouble));
      return;
    }
  enclosed = letter_new (tx, text, letter->employer, facts);
  enclosed->values = ovs_field_values_ref (letter->values);
  if (text->trouble == NULL)
    fill (enclosed, text, enclosed->values);
  if (text->toolkit_file == NULL)
    {
      add_findings (enclosed, text);
      tell_problems (letter, enclosed);
    }
  g_ptr_array_add (letter->enclosed, enclosed);
}

OvsLetter *
ovs_letter_compose (OvsTx *tx, const OvsPieceText *text, gint64 employer, gint64 wave)
{
  g_auto (OvsLetterFacts) facts = { 0 };
  g_auto (OvsLetterChecks) checks = { 0 };
  OvsLetter *letter;

  if (employer != 0 && !ovs_letter_facts_read (tx, employer, &facts))
    return NULL;
  letter = letter_new (tx, text, employer, &facts);
  if (employer != 0)
    ovs_letter_checks_make (text->piece, &facts, wave, letter->made_on, &checks);
  take_checks (letter, &checks);
  letter->values = ovs_field_values_read (tx, text->piece, employer != 0 ? &facts : NULL, wave);
  fill (letter, text, letter->values);
  add_findings (letter, text);
  add_omissions (letter, text);
  for (guint i = 0; employer != 0 && i < text->enclosed->len; i++)
    enclose (letter, tx, g_ptr_array_index (text->enclosed, i), &facts);
  return letter;
}

char *
ovs_letter_file_name (const OvsLetter *letter)
{
  g_autofree char *number = ovs_text_file_word (letter->employer_number);
  g_autofree char *client = ovs_text_file_word (letter->employer_name);
  g_autofree char *day = ovs_day_to_iso (letter->round_day);
  g_autoptr (GString) name = g_string_new (ovs_piece_file_word (letter->piece));
  const char *const parts[] = { letter->language, number, client, day };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "-%s", parts[i]);
  return g_strdup (name->str);
}
