/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "csv/layout.h"
#include "csv/skip.h"

G_BEGIN_DECLS

/** So many different days are counted. */
#define OVS_CSV_END_DAYS 16

/**
 * OvsCsvEnds:
 * @n: end dates
 * @first: the earliest of them, or %OVS_NO_DAY
 * @days: those that are the last of a month, each with how often it is there
 *
 * What the end dates of a file are.
 */
typedef struct
{
  guint64 n;
  OvsDay first;
  struct
  {
    OvsDay day;
    guint n;
  } days[OVS_CSV_END_DAYS];
} OvsCsvEnds;

/**
 * OvsCsvSurvey:
 * @n_rows: data rows, those that are passed over included
 * @n_skipped: blank lines, totals, repeated headers and titles
 * @skips: the same by kind
 * @n_titles: lines with text above the header, which are no data rows
 * @serial: a bit for each field whose days are all Excel's numbers
 * @n_short_years: days with a year of two digits
 * @n_no_end: end dates that stand for "no end"
 * @n_double: cells encoded twice
 * @n_repaired: characters of such that were set right
 * @n_lost: cells with a character that the encoding does not have
 * @n_odd: cells with a sign in the middle of a word, as other encodings have letters there (`Ren‚e`)
 * @ends: its end dates, without those that are no end
 * @masked: a bit for each field of text with a BSN, a loonheffingennummer or an IBAN in a cell
 * @n_masked: such cells
 * @tallies: (owned): what the cells of each column look like
 *
 * What can be said of a file only when all of it was seen. Zero it to begin.
 */
typedef struct
{
  guint64 n_rows;
  guint64 n_skipped;
  guint64 skips[OVS_CSV_N_SKIPS];
  guint n_titles;
  guint64 serial;
  guint64 n_short_years;
  guint64 n_no_end;
  guint64 n_double;
  guint64 n_repaired;
  guint64 n_lost;
  guint64 n_odd;
  OvsCsvEnds ends;
  guint64 masked;
  guint64 n_masked;
  OvsPersonalTally *tallies;
  guint n_tallies;
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

/**
 * Whether the end dates may be something else, as many people would leave on the same last day of a month after @today: the end of an
 * appointment looks so. @day: (out): the one on which most would; @n: (out): all who would on such a day.
 */
gboolean  ovs_csv_survey_doubts_ends (const OvsCsvSurvey *survey, OvsDay today, OvsDay *day, guint *n);

/** Frees what is in it. */
void      ovs_csv_survey_clear (OvsCsvSurvey *survey);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsCsvSurvey, ovs_csv_survey_clear)

G_END_DECLS
