/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/notes.h"

#include <glib/gi18n.h>

#include "csv/personal-columns.h"

/* Takes @note when @count says that there is something to tell. */
static void
add_note (GStrvBuilder *notes, guint64 count, char *note)
{
  g_autofree char *text = note;

  if (count > 0)
    g_strv_builder_add (notes, text);
}

/* Takes @part when @count says that there is something to tell. */
static void
add_part (GString *parts, guint64 count, char *part)
{
  g_autofree char *text = part;

  if (count > 0)
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", text);
}

static char *
list_skipped (const OvsCsvSurvey *survey)
{
  GString *parts = g_string_new (NULL);
  gulong n_blank = survey->skips[OVS_CSV_SKIP_BLANK], n_totals = survey->skips[OVS_CSV_SKIP_TOTALS],
         n_headers = survey->skips[OVS_CSV_SKIP_HEADER], n_titles = survey->skips[OVS_CSV_SKIP_TITLE] + survey->n_titles;

  add_part (parts, n_titles, g_strdup_printf (ngettext ("%lu title line", "%lu title lines", n_titles), n_titles));
  add_part (parts, n_headers, g_strdup_printf (ngettext ("%lu repeated header", "%lu repeated headers", n_headers), n_headers));
  add_part (parts, n_totals, g_strdup_printf (ngettext ("%lu line of totals", "%lu lines of totals", n_totals), n_totals));
  add_part (parts, n_blank, g_strdup_printf (ngettext ("%lu blank line", "%lu blank lines", n_blank), n_blank));
  return g_string_free (parts, FALSE);
}

/* So many people, and not one who left: that is no accident. */
#define NOBODY_LEFT 20

static void
add_ends (GStrvBuilder *notes, const OvsCsvSurvey *survey, const OvsCsvMapping *mapping, OvsDay today)
{
  int column = mapping->columns[OVS_FIELD_END_DATE];
  guint n;
  OvsDay most;
  g_autofree char *day = NULL;

  if (column < 0)
    return;
  if (ovs_csv_survey_doubts_ends (survey, today, &most, &n))
    {
      day = ovs_day_to_file (most);
      add_note (notes, n,
                g_strdup_printf (_ ("%u people would leave on the last day of a month to come, most of them on %s. Make sure that “%s” is the "
                                    "day of leaving and not the end of an appointment."),
                                 n, day, mapping->headers[column]));
    }
  add_note (notes, survey->n_rows - survey->n_skipped >= NOBODY_LEFT && (survey->ends.n == 0 || survey->ends.first > today),
            g_strdup (_ ("Nobody in this file has left: perhaps it was exported with only who is in service. Who left in 2025 cannot be told "
                         "then.")));
}

char **
ovs_csv_notes_list (const OvsCsvSurvey *survey, const OvsCsvMapping *mapping, OvsDay today)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *skipped = list_skipped (survey);
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
            g_strdup (_ ("Days are written as Excel's day numbers. Compare a few of them with the source: in a file from a Mac they may be four years off.")));
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
  add_note (notes, survey->n_masked,
            g_strdup_printf (ngettext ("In %lu cell there is a BSN, a wage tax number or an IBAN; it comes in without that number (•••).",
                                       "In %lu cells there is a BSN, a wage tax number or an IBAN; they come in without that number (•••).",
                                       (gulong) survey->n_masked),
                             (gulong) survey->n_masked));
  add_ends (notes, survey, mapping, today);
  add_note (notes, *skipped != '\0', g_strdup_printf (_ ("Passed over: %s."), skipped));
  return g_strv_builder_end (notes);
}
