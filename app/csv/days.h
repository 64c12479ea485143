/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** What the text of a cell is, taken as a day. */
typedef enum
{
  OVS_DAY_TEXT_DAY,        /* a day, day before month or the ISO way, a time of 00:00 behind it or none */
  OVS_DAY_TEXT_ZERO,       /* 00-00-0000: an empty day of an old program */
  OVS_DAY_TEXT_AMERICAN,   /* a day only when the month stands first: 12/25/2025 */
  OVS_DAY_TEXT_IMPOSSIBLE, /* written as a day, but there is none such: 31-02-2025 */
  OVS_DAY_TEXT_OTHER,      /* no day at all */
} OvsDayText;

/**
 * OvsDayParts:
 * @day: or %OVS_NO_DAY
 * @short_year: whether the year had two digits; @day is then of the years 2000 to 2099
 * @has_time: whether a time other than 00:00 stands behind it
 */
typedef struct
{
  OvsDay day;
  gboolean short_year;
  gboolean has_time;
} OvsDayParts;

/**
 * Reads the text of a cell as a day: d-m-jjjj with - / or . between, jjjj-mm-dd, d-mmm-jjjj (`3-mrt-2024`), two digits of
 * a year. @text: without white space around it.
 */
OvsDayText ovs_day_text_parse   (const char *text, OvsDayParts *parts);

/** The latest day in the past (or @today) that @day, of a year of two digits, can be: 12-3-57 is of 1957 or of 2057. */
OvsDay     ovs_day_in_past      (OvsDay day, OvsDay today);

/** Excel's number of a day (7000 to 60000, 1919 to 2064), or %OVS_NO_DAY when @text is none. */
OvsDay     ovs_day_from_serial  (const char *text);

/** Whether @text is a day, or a code that a spreadsheet made into one (`10-dec`, `mei-01`). */
gboolean   ovs_day_text_is_date (const char *text);

G_END_DECLS
