/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/layout.h"

G_BEGIN_DECLS

/**
 * OvsCsvSurvey:
 * @n_rows: data rows, those that are passed over included
 * @n_skipped: blank lines, totals, repeated headers
 * @serial: a bit for each field whose days are all Excel's numbers
 * @n_short_years: days with a year of two digits
 * @n_no_end: end dates that stand for "no end"
 * @n_double: cells encoded twice
 * @n_repaired: characters of such that were set right
 * @n_lost: cells with a character that the encoding does not have
 * @n_odd: cells with a sign in the middle of a word, as other encodings have letters there (`Ren‚e`)
 *
 * What can be said of a file only when all of it was seen.
 */
typedef struct
{
  guint64 n_rows;
  guint64 n_skipped;
  guint64 serial;
  guint64 n_short_years;
  guint64 n_no_end;
  guint64 n_double;
  guint64 n_repaired;
  guint64 n_lost;
  guint64 n_odd;
} OvsCsvSurvey;

/**
 * Goes through all rows of @input once. FALSE with an %OVS_CSV_ERROR when something in it refuses the file as a whole:
 * American dates, and numbers that a spreadsheet made into exponents or dates.
 */
gboolean  ovs_csv_survey_take  (OvsCsvSurvey *survey,
                                OvsCsvInput *input,
                                const OvsCsvLayout *layout,
                                GCancellable *cancellable,
                                GError **error);

/** What a user should know of it, in finished sentences. Returns: (transfer full) (array zero-terminated=1). */
char    **ovs_csv_survey_notes (const OvsCsvSurvey *survey);

G_END_DECLS
