/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/survey.h"

#include "csv/cell.h"
#include "csv/days.h"
#include "csv/error.h"
#include "csv/repair.h"
#include "csv/skip.h"
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
refuse_date (const Walk *walk, const OvsRecord *record, OvsField field, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NUMBERS,
               _ ("In the file “%s” there is a date where a number should be (line %lu, column “%s”). Export "
                  "the file again and do not open it in Excel."),
               walk->name, (gulong) record->line, get_header (walk, field));
  return FALSE;
}

static gboolean
see_day (Walk *walk, const OvsRecord *record, OvsField field, const char *text, GError **error)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;
  OvsDayParts parts;

  if (ovs_cell_is_empty_word (text))
    return TRUE;
  if (ovs_day_from_serial (text) != OVS_NO_DAY)
    {
      walk->survey->serial |= bit;
      return TRUE;
    }
  walk->other |= bit;
  switch (ovs_day_text_parse (text, &parts))
    {
    case OVS_DAY_TEXT_AMERICAN:
      return refuse_american (walk, record, field, error);
    case OVS_DAY_TEXT_DAY:
      walk->survey->n_short_years += parts.short_year;
      walk->survey->n_no_end +=
          ovs_field_get_value_type (field) == OVS_VALUE_END_DAY && ovs_value_is_no_end (parts.day);
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
see_number (Walk *walk, const OvsRecord *record, OvsField field, const char *text, GError **error)
{
  /* Digits only: the usual number. */
  if (text[strspn (text, "0123456789")] == '\0')
    return TRUE;
  if (ovs_cell_is_exponent (text))
    return refuse_exponent (walk, record, field, error);
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

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;
  return *text == '\0';
}

static void
see_text (Walk *walk, const char *text)
{
  if (is_ascii (text))
    return;
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

      if (cell == NULL || cell[0] == '\0')
        continue;
      if (ovs_field_is_day (field))
        seen = see_day (walk, record, field, ovs_cell_clean (cell, walk->owned), error);
      else if (ovs_field_get_value_type (field) == OVS_VALUE_NUMBER)
        seen = see_number (walk, record, field, ovs_cell_clean (cell, walk->owned), error);
      else
        see_text (walk, cell);
      if (!seen)
        return FALSE;
    }
  g_ptr_array_set_size (walk->owned, 0);
  return TRUE;
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

  *survey = (OvsCsvSurvey){ 0 };
  if (tokeniser == NULL)
    return FALSE;
  for (guint i = 0; i < layout->mapping->n_columns; i++)
    see_text (&walk, layout->mapping->headers[i]);
  while ((record = ovs_tokeniser_next (tokeniser, cancellable, &reason)) != NULL)
    {
      survey->n_rows++;
      if (ovs_csv_skips (layout->mapping, record))
        survey->n_skipped++;
      else if (!see_record (&walk, record, error))
        return FALSE;
    }
  survey->serial &= ~walk.other;
  survey->n_repaired = ovs_csv_input_get_n_repaired (input);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Takes @note when @count says that there is something to tell. */
static void
add_note (GStrvBuilder *notes, guint64 count, char *note)
{
  g_autofree char *text = note;

  if (count > 0)
    g_strv_builder_add (notes, text);
}

char **
ovs_csv_survey_notes (const OvsCsvSurvey *survey)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  gulong n_short = survey->n_short_years, n_no_end = survey->n_no_end, n_double = survey->n_double,
         n_lost = survey->n_lost, n_repaired = survey->n_repaired, n_odd = survey->n_odd;

  add_note (notes, n_short,
            g_strdup_printf (ngettext ("%lu day has a year of two digits: a birth date was taken as the "
                                       "latest in the past, another day as 20yy.",
                                       "%lu days have a year of two digits: birth dates were taken as the "
                                       "latest in the past, other days as 20yy.",
                                       n_short),
                             n_short));
  add_note (notes, n_no_end,
            g_strdup_printf (ngettext ("%lu date of 01-01-1900 or 31-12-9999 was taken as no end.",
                                       "%lu dates of 01-01-1900 or 31-12-9999 were taken as no end.",
                                       n_no_end),
                             n_no_end));
  add_note (notes, survey->serial,
            g_strdup (_ ("Days are written as Excel's day numbers. Compare a few of them with the source.")));
  add_note (notes, n_double,
            g_strdup_printf (ngettext ("%lu cell looks encoded twice (RenÃ©e for Renée). It was read as it "
                                       "is; have it repaired, or export the file again.",
                                       "%lu cells look encoded twice (RenÃ©e for Renée). They were read as "
                                       "they are; have them repaired, or export the file again.",
                                       n_double),
                             n_double));
  add_note (notes, n_repaired,
            g_strdup_printf (ngettext ("%lu letter that was encoded twice was repaired (RenÃ©e to Renée), as was chosen.",
                                       "%lu letters that were encoded twice were repaired (RenÃ©e to Renée), as was chosen.",
                                       n_repaired),
                             n_repaired));
  add_note (notes, n_odd,
            g_strdup_printf (ngettext ("%lu cell has a sign within a word (Ren‚e for Renée). Perhaps the file has another encoding, such as cp850.",
                                       "%lu cells have signs within words (Ren‚e for Renée). Perhaps the file has another encoding, such as cp850.",
                                       n_odd),
                             n_odd));
  add_note (notes, n_lost,
            g_strdup_printf (ngettext ("%lu cell has a character that the encoding does not know. Check it, "
                                       "or choose another encoding.",
                                       "%lu cells have characters that the encoding does not know. Check "
                                       "them, or choose another encoding.",
                                       n_lost),
                             n_lost));
  return g_strv_builder_end (notes);
}
