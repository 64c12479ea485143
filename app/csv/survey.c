/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/survey.h"

#include "csv/cell.h"
#include "csv/days.h"
#include "csv/error.h"
#include "csv/repair.h"
#include "csv/value.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  OvsCsvSurvey *survey;
  const OvsCsvLayout *layout;
  const char *name; /* of the file */
  guint64 other;    /* a bit for each field with a day that is no number of Excel */
  GPtrArray *owned; /* (element-type utf8) */
} Walk;

static const char *
get_header (const Walk *walk, OvsField field)
{
  return walk->layout->mapping->headers[walk->layout->mapping->columns[field]];
}

static gboolean
refuse_american (const Walk *walk, const OvsRecord *record, OvsField field, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_AMERICAN,
               _ ("The dates in the file “%s” have the month before the day (line %lu, column “%s”). Export "
                  "it again with Dutch dates, dd-mm-yyyy."),
               walk->name, (gulong) record->line, get_header (walk, field));
  return FALSE;
}

static gboolean
refuse_exponent (const Walk *walk, const OvsRecord *record, OvsField field, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NUMBERS,
               _ ("In the file “%s” a spreadsheet has shortened a number, so that digits are lost (line %lu, "
                  "column “%s”). Export the file again and do not open it in Excel."),
               walk->name, (gulong) record->line, get_header (walk, field));
  return FALSE;
}

static gboolean
refuse_decimals (const Walk *walk, const OvsRecord *record, OvsField field, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NUMBERS,
               _ ("In the file “%s” a spreadsheet has put decimals behind a number (line %lu, column “%s”). Export the file again and do "
                  "not open it in Excel."),
               walk->name, (gulong) record->line, get_header (walk, field));
  return FALSE;
}

static gboolean
refuse_date (const Walk *walk, const OvsRecord *record, OvsField field, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NUMBERS,
               _ ("In the file “%s” there is a date where a number should be (line %lu, column “%s”). Export "
                  "the file again and do not open it in Excel."),
               walk->name, (gulong) record->line, get_header (walk, field));
  return FALSE;
}

static gboolean
is_month_end (OvsDay day)
{
  int year, month, next, unused;

  ovs_day_to_ymd (day, &year, &month, &unused);
  ovs_day_to_ymd (day + 1, &year, &next, &unused);
  return next != month;
}

static void
see_end (OvsCsvEnds *ends, OvsDay day)
{
  if (ovs_value_is_no_end (day))
    return;
  ends->n++;
  if (ends->n == 1 || day < ends->first)
    ends->first = day;
  for (guint i = 0; is_month_end (day) && i < OVS_CSV_END_DAYS; i++)
    if (ends->days[i].n == 0 || ends->days[i].day == day)
      {
        ends->days[i].day = day;
        ends->days[i].n++;
        return;
      }
}

static gboolean
see_day (Walk *walk, const OvsRecord *record, OvsField field, const char *text, GError **error)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;
  OvsDay serial;
  OvsDayParts parts;

  if (ovs_cell_is_empty_word (text))
    return TRUE;
  serial = ovs_day_from_serial (text);
  if (serial != OVS_NO_DAY)
    {
      if (field == OVS_FIELD_END_DATE)
        see_end (&walk->survey->ends, serial);
      walk->survey->serial |= bit;
      return TRUE;
    }
  walk->other |= bit;
  switch (ovs_day_text_parse (text, &parts))
    {
    case OVS_DAY_TEXT_AMERICAN:
      return refuse_american (walk, record, field, error);
    case OVS_DAY_TEXT_DAY:
      if (field == OVS_FIELD_END_DATE)
        see_end (&walk->survey->ends, parts.day);
      walk->survey->n_short_years += parts.short_year;
      walk->survey->n_no_end +=
          ovs_field_get_value_type (field) == OVS_VALUE_END_DAY && ovs_value_is_no_end (parts.day);
      return TRUE;
    default:
      return TRUE;
    }
}

/* A text must not carry in what no column may. */
static void
see_personal (Walk *walk, OvsField field, const char *text, gboolean keep_numbers)
{
  if (ovs_personal_find (text, keep_numbers) == OVS_PERSONAL_NONE)
    return;
  walk->survey->masked |= G_GUINT64_CONSTANT (1) << field;
  walk->survey->n_masked++;
}

static gboolean
see_number (Walk *walk, const OvsRecord *record, OvsField field, const char *text, GError **error)
{
  /* Digits only: the usual number. */
  if (text[strspn (text, "0123456789")] == '\0')
    return TRUE;
  if (ovs_personal_find (text, TRUE) != OVS_PERSONAL_NONE)
    walk->survey->masked |= G_GUINT64_CONSTANT (1) << field;
  if (ovs_cell_is_exponent (text))
    return refuse_exponent (walk, record, field, error);
  if (ovs_cell_is_decimal (text))
    return refuse_decimals (walk, record, field, error);
  if (ovs_day_text_is_date (text))
    return refuse_date (walk, record, field, error);
  return TRUE;
}

/* What DOS writes for é, ë, ê, ä, ï and ç, read as Windows-1252. */
static gboolean
has_sign_in_word (const char *text)
{
  static const char *const signs[] = { "‚", "‰", "ˆ", "„", "‹", "‡" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (text, signs[i]);

      if (sign != NULL && sign > text && g_ascii_isalpha (sign[-1]))
        return TRUE;
    }
  return FALSE;
}

/* In one pass, for it is done a million times: most texts are plain, and hold no number worth a look. */
static gboolean
is_plain (const char *text, guint *n_digits)
{
  guchar all = 0;

  *n_digits = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      all |= (guchar) *p;
      *n_digits += g_ascii_isdigit (*p);
    }
  return all < 0x80;
}

static void
see_text (Walk *walk, const char *text)
{
  walk->survey->n_odd += has_sign_in_word (text);
  walk->survey->n_double += ovs_repair_finds (text);
  walk->survey->n_lost += strstr (text, "\xef\xbf\xbd") != NULL;
}

static gboolean
see_record (Walk *walk, const OvsRecord *record, GError **error)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      OvsField field = (OvsField) i;
      const char *cell = ovs_csv_mapping_cell (walk->layout->mapping, record, field);
      gboolean seen = TRUE;
      guint n_digits;

      if (cell == NULL || cell[0] == '\0')
        continue;
      if (ovs_field_is_day (field))
        seen = see_day (walk, record, field, ovs_cell_clean (cell, walk->owned), error);
      else if (ovs_field_get_value_type (field) == OVS_VALUE_NUMBER)
        seen = see_number (walk, record, field, ovs_cell_clean (cell, walk->owned), error);
      else
        {
          if (!is_plain (cell, &n_digits))
            see_text (walk, cell);
          if (n_digits >= OVS_PERSONAL_DIGITS)
            see_personal (walk, field, cell, !ovs_field_hides_numbers (field));
        }
      if (!seen)
        return FALSE;
    }
  g_ptr_array_set_size (walk->owned, 0);
  return TRUE;
}

/* Every column, also one that means nothing here: it may be shown, or go out with refused rows. */
static void
see_columns (Walk *walk, const OvsRecord *record)
{
  OvsPersonalTally *tallies = walk->survey->tallies;
  guint n = MIN (record->n_cells, walk->survey->n_tallies);

  for (guint i = 0; i < n; i++)
    if (!tallies[i].settled)
      ovs_personal_tally_see (&tallies[i], ovs_record_get (record, i));
}

gboolean
ovs_csv_survey_take (OvsCsvSurvey *survey,
                     OvsCsvInput *input,
                     const OvsCsvLayout *layout,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (OvsTokeniser) tokeniser = ovs_csv_layout_begin (layout, input, cancellable, error);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) reason = NULL;
  Walk walk = { survey, layout, ovs_csv_input_get_name (input), 0, owned };
  const OvsRecord *record;
  OvsCsvSkip skip;

  ovs_csv_survey_clear (survey);
  survey->n_titles = g_strv_length (layout->mapping->titles);
  survey->n_tallies = layout->mapping->n_columns;
  survey->tallies = g_new0 (OvsPersonalTally, survey->n_tallies);
  if (tokeniser == NULL)
    return FALSE;
  for (guint i = 0; i < layout->mapping->n_columns; i++)
    see_text (&walk, layout->mapping->headers[i]);
  while ((record = ovs_tokeniser_next (tokeniser, cancellable, &reason)) != NULL)
    {
      survey->n_rows++;
      skip = ovs_csv_skips (layout->mapping, record);
      survey->n_skipped += skip != OVS_CSV_SKIP_NOT;
      survey->skips[skip]++;
      if (skip != OVS_CSV_SKIP_NOT)
        continue;
      see_columns (&walk, record);
      if (!see_record (&walk, record, error))
        return FALSE;
    }
  survey->serial &= ~walk.other;
  survey->n_repaired = ovs_csv_input_get_n_repaired (input);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Fewer may well leave together. */
#define MANY_ENDS 10

gboolean
ovs_csv_survey_doubts_ends (const OvsCsvSurvey *survey, OvsDay today, OvsDay *day, guint *n)
{
  const OvsCsvEnds *ends = &survey->ends;
  guint most = 0;

  *n = 0;
  *day = OVS_NO_DAY;
  for (guint i = 0; i < OVS_CSV_END_DAYS; i++)
    {
      if (ends->days[i].n == 0 || ends->days[i].day <= today)
        continue;
      *n += ends->days[i].n;
      if (ends->days[i].n > most)
        {
          most = ends->days[i].n;
          *day = ends->days[i].day;
        }
    }
  return *n >= MANY_ENDS && most >= 3 && (guint64) *n * 2 >= ends->n;
}

void
ovs_csv_survey_clear (OvsCsvSurvey *survey)
{
  g_free (survey->tallies);
  *survey = (OvsCsvSurvey){ 0 };
}
