/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/field-values.h"

#include <string.h>

#include "base/text.h"
#include "dossier/actor.h"
#include "dossier/settings.h"
#include "dossier/tickets.h"
#include "dossier/waves.h"
#include "letters/day-words.h"
#include "letters/fields.h"
#include "letters/hand-in-list.h"
#include "rules/boundary.h"
#include "rules/load.h"

/* A client answers this many days before its round. */
#define DAYS_TO_HANDLE_ANSWER 7

/* A value may have so many characters on a line. */
#define LONGEST_LINE 200

struct _OvsFieldValues
{
  GHashTable *values; /* (owned) (element-type utf8 utf8) */
  OvsDay round_day;
  gint64 round;
};

static void
clear (gpointer data)
{
  g_hash_table_unref (((OvsFieldValues *) data)->values);
}

OvsFieldValues *
ovs_field_values_ref (OvsFieldValues *values)
{
  return g_atomic_rc_box_acquire (values);
}

void
ovs_field_values_free (OvsFieldValues *values)
{
  if (values != NULL)
    g_atomic_rc_box_release_full (values, clear);
}

const char *
ovs_field_values_lookup (const char *name, gpointer data)
{
  const OvsFieldValues *values = data;
  const char *value = g_hash_table_lookup (values->values, name);

  if (value != NULL)
    return value;
  return ovs_letter_field_find (name) != NULL ? "" : NULL;
}

OvsDay
ovs_field_values_get_round_day (const OvsFieldValues *values)
{
  return values->round_day;
}

gint64
ovs_field_values_get_round (const OvsFieldValues *values)
{
  return values->round;
}

/* --- putting ----------------------------------------------------------------------------------------------------- */

/* (transfer full) */
static char *
one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (!ovs_text_turns_around (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  clean = ovs_text_clean (kept->str);
  return g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), LONGEST_LINE));
}

static void
put (OvsFieldValues *values, const char *name, const char *text)
{
  if (text != NULL)
    g_hash_table_insert (values->values, (gpointer) name, one_line (text));
}

static void
put_lines (OvsFieldValues *values, const char *name, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = one_line (lines[i]);

      if (*line != '\0')
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", line);
    }
  g_hash_table_insert (values->values, (gpointer) name, g_strdup (kept->str));
}

static void
put_number (OvsFieldValues *values, const char *name, gint64 number)
{
  g_hash_table_insert (values->values, (gpointer) name, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
put_flag (OvsFieldValues *values, const char *name, gboolean flag)
{
  g_hash_table_insert (values->values, (gpointer) name, g_strdup (flag ? "1" : ""));
}

static void
put_day (OvsFieldValues *values, const char *name, OvsDay day)
{
  g_hash_table_insert (values->values, (gpointer) name, ovs_day_words_dutch (day));
}

/* --- the office --------------------------------------------------------------------------------------------------- */

static void
put_setting (OvsFieldValues *values, OvsTx *tx, const char *name, const char *setting)
{
  g_autofree char *text = ovs_settings_get (tx, setting);

  put (values, name, text);
}

/* Where there is no value, that of another field. */
static void
put_default (OvsFieldValues *values, const char *name, const char *other)
{
  if (*ovs_field_values_lookup (name, values) == '\0')
    put (values, name, ovs_field_values_lookup (other, values));
}

static void
put_office (OvsFieldValues *values, OvsTx *tx)
{
  g_autofree char *address = ovs_settings_get (tx, OVS_SETTING_OFFICE_ADDRESS);
  g_autofree char *actor = ovs_actor_get ();

  put_setting (values, tx, "kantoor", OVS_SETTING_FIRM);
  put_lines (values, "kantoor_adres", address);
  put_setting (values, tx, "kantoor_telefoon", OVS_SETTING_OFFICE_PHONE);
  put_setting (values, tx, "kantoor_email", OVS_SETTING_OFFICE_EMAIL);
  put_setting (values, tx, "hulp_contact", OVS_SETTING_HELP_CONTACT);
  put_setting (values, tx, "hulp_telefoon", OVS_SETTING_HELP_PHONE);
  put_setting (values, tx, "hulp_uren", OVS_SETTING_HELP_HOURS);
  put_default (values, "hulp_contact", "kantoor");
  put_default (values, "hulp_telefoon", "kantoor_telefoon");
  put (values, "afzender", actor);
  put_flag (values, "vertrekkers_toegang", ovs_tx_today (tx) < OVS_LEAVERS_2025_ACCESS_ENDS);
}

/* --- the round ---------------------------------------------------------------------------------------------------- */

static void
put_round (OvsFieldValues *values, OvsTx *tx, gint64 number, OvsDay day)
{
  OvsDay today = ovs_tx_today (tx);
  g_autofree char *long_day = ovs_day_words_dutch_long (day);
  g_autofree char *english = ovs_day_words_english (day);
  g_autofree char *polish = ovs_day_words_polish (day);

  values->round = number;
  values->round_day = day;
  if (number != 0)
    put_number (values, "ronde", number);
  if (day == OVS_NO_DAY)
    return;
  put_day (values, "overstapdatum", day);
  put (values, "overstapdatum_lang", long_day);
  put (values, "overstapdatum_en", english);
  put (values, "overstapdatum_pl", polish);
  if (day - 1 > today)
    put_day (values, "antwoord_voor", day - DAYS_TO_HANDLE_ANSWER > today ? day - DAYS_TO_HANDLE_ANSWER : day - 1);
}

static void
take_round (const OvsWaveRow *row, gpointer data)
{
  OvsFieldValues *values = data;

  values->round = row->number;
  values->round_day = row->date;
}

static void
add_round_line (const OvsWaveRow *row, gpointer data)
{
  g_autofree char *day = ovs_day_words_dutch_long (row->date);
  guint64 low, high;

  ovs_load_questions ((guint64) MAX (row->to_invite, 0), &low, &high);
  g_string_append_printf (data, "- Ronde %" G_GINT64_FORMAT ": %s, %" G_GINT64_FORMAT " %s, %" G_GINT64_FORMAT " %s",
                          row->number, row->date != OVS_NO_DAY ? day : "nog geen dag", row->employers, row->employers == 1 ? "klant" : "klanten",
                          row->employees, row->employees == 1 ? "medewerker" : "medewerkers");
  if (high > 0)
    g_string_append_printf (data, ", %" G_GUINT64_FORMAT " tot %" G_GUINT64_FORMAT " vragen verwacht", low, high);
  g_string_append_c (data, '\n');
}

static void
put_rounds (OvsFieldValues *values, OvsTx *tx)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  ovs_waves_foreach (tx, add_round_line, lines);
  put_lines (values, "rondelijst", lines->str);
}

static void
put_list (OvsFieldValues *values, OvsTx *tx, gint64 wave)
{
  g_autoptr (OvsHandInList) list = ovs_hand_in_list_read (tx, wave);
  g_autofree char *number = NULL;
  OvsDay handed_in_on = OVS_NO_DAY;

  ovs_tickets_latest (tx, OVS_SUBJECT_CLIENT_LIST, &number, &handed_in_on);
  put_lines (values, "klantlijst", list->lines);
  put_number (values, "aantal_klanten", list->clients->len);
  put_day (values, "vroegste_datum", list->date);
  put_default (values, "vroegste_datum", "overstapdatum");
  if (*ovs_field_values_lookup ("vroegste_datum", values) == '\0')
    put (values, "vroegste_datum", "in overleg");
  put_day (values, "ingediend", handed_in_on);
}

static void
put_whole (OvsFieldValues *values, OvsTx *tx, OvsPiece piece, gint64 wave)
{
  if (wave > 0 && ovs_waves_get (tx, wave, take_round, values))
    put_round (values, tx, values->round, values->round_day);
  if (ovs_piece_reader (piece) == OVS_READER_OFFICE)
    put_rounds (values, tx);
  if (ovs_piece_reader (piece) == OVS_READER_LOKET && wave > 0)
    put_list (values, tx, wave);
  put_default (values, "ondertekening", "afzender");
}

/* --- the client --------------------------------------------------------------------------------------------------- */

/* "P.J. " goes: a salutation has no initials. */
static const char *
skip_initials (const char *name)
{
  const char *rest = name;

  for (;;)
    {
      const char *end = rest;

      while (g_unichar_isupper (g_utf8_get_char (end)) && *g_utf8_next_char (end) == '.')
        end = g_utf8_next_char (end) + 1;
      if (end == rest)
        return *rest != '\0' ? rest : name;
      rest = end + (*end == ' ');
    }
}

/* "Geachte heer Van Dijk" of "dhr. P. van Dijk". Returns: (nullable). */
static char *
formal_salutation (const char *name)
{
  static const struct
  {
    const char *title;
    const char *salutation;
  } titles[] = {
    { "de heer ", "heer" },   { "dhr. ", "heer" },     { "dhr ", "heer" },    { "heer ", "heer" },     { "mevrouw ", "mevrouw" },
    { "mevr. ", "mevrouw" }, { "mevr ", "mevrouw" }, { "mw. ", "mevrouw" }, { "mw ", "mevrouw" },
  };

  if (strstr (name, " en ") != NULL || strchr (name, '/') != NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_ascii_strncasecmp (name, titles[i].title, strlen (titles[i].title)) == 0)
      {
        const char *surname = skip_initials (name + strlen (titles[i].title));
        g_autofree char *first = g_utf8_substring (surname, 0, *surname != '\0' ? 1 : 0);
        g_autofree char *capital = g_utf8_strup (first, -1);

        return g_strdup_printf ("Geachte %s %s%s", titles[i].salutation, capital, surname + strlen (first));
      }
  return NULL;
}

static void
put_contact (OvsFieldValues *values, const OvsLetterFacts *facts)
{
  g_autofree char *name = facts->contact_name != NULL && !facts->contact_left ? one_line (facts->contact_name) : g_strdup ("");
  g_autofree char *salutation = *name != '\0' ? formal_salutation (name) : g_strdup ("Geachte heer, mevrouw");

  if (salutation == NULL)
    salutation = g_strconcat ("Beste ", name, NULL);
  put (values, "contactpersoon", name);
  put (values, "aanhef", salutation);
}

static void
put_client (OvsFieldValues *values, OvsTx *tx, OvsPiece piece, const OvsLetterFacts *facts)
{
  put (values, "klant", facts->name);
  put (values, "klantnummer", facts->number);
  put_contact (values, facts);
  put (values, "behandelaar", facts->handler);
  put (values, "ondertekening", facts->handler);
  put_default (values, "ondertekening", "afzender");
  put_round (values, tx, facts->wave_number, facts->wave_on);
  if (piece == OVS_PIECE_MISSING_DATA && facts->answer_on >= ovs_tx_today (tx))
    put_day (values, "antwoord_voor", facts->answer_on);
  put_day (values, "oude_overstapdatum", facts->told_day);
  put_number (values, "aantal_medewerkers", facts->in_service);
  put_number (values, "aantal_zonder_email", facts->without_email);
  put_number (values, "aantal_vragen", facts->to_ask);
  put_number (values, "aantal_uitgenodigd", facts->invited);
  put_number (values, "aantal_niet_uitgenodigd", facts->not_invited);
  put_number (values, "aantal_over", facts->over);
  put_number (values, "aantal_open", facts->waiting);
  put_number (values, "aantal_zonder_toegang", facts->stranded);
  put_number (values, "aantal_vertrekkers", facts->left_in_2025);
  put_flag (values, "gebruikt_verlof", facts->uses_leave);
  put_flag (values, "gebruikt_declaraties", facts->uses_expenses);
  put_flag (values, "gebruikt_wijzigingen", facts->uses_changes);
}

OvsFieldValues *
ovs_field_values_read (OvsTx *tx, OvsPiece piece, const OvsLetterFacts *facts, gint64 wave)
{
  OvsFieldValues *values = g_atomic_rc_box_new0 (OvsFieldValues);

  values->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  put_office (values, tx);
  if (facts != NULL)
    put_client (values, tx, piece, facts);
  else
    put_whole (values, tx, piece, wave);
  return values;
}
