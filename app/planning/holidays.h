/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** The public holidays of the Netherlands as the government lists them, in the order of a year. */
typedef enum
{
  OVS_HOLIDAY_NEW_YEAR,
  OVS_HOLIDAY_GOOD_FRIDAY,
  OVS_HOLIDAY_EASTER_SUNDAY,
  OVS_HOLIDAY_EASTER_MONDAY,
  OVS_HOLIDAY_KINGS_DAY,
  OVS_HOLIDAY_LIBERATION_DAY,
  OVS_HOLIDAY_ASCENSION,
  OVS_HOLIDAY_WHIT_SUNDAY,
  OVS_HOLIDAY_WHIT_MONDAY,
  OVS_HOLIDAY_CHRISTMAS,
  OVS_HOLIDAY_SECOND_CHRISTMAS,
  OVS_N_HOLIDAYS
} OvsHoliday;

/** Where the list can be read. */
#define OVS_HOLIDAYS_SOURCE "rijksoverheid.nl, officiële feestdagen"

/** Easter Sunday of a year of the Gregorian calendar. */
OvsDay      ovs_holiday_easter       (int year);

/** The day of a holiday. The day of the king is 27 April, or 26 where that is a Sunday; before 2014 that of the queen, 30 or 29 April. */
OvsDay      ovs_holiday_day          (OvsHoliday holiday, int year);

/** Whether @day is a holiday. @holiday: (out) (optional): which; of two on one day the one on which offices are closed. */
gboolean    ovs_holiday_find         (OvsDay day, OvsHoliday *holiday);

/** Whether offices usually work on it that @year: Good Friday, and Liberation Day but for each fifth year. */
gboolean    ovs_holiday_offices_work (OvsHoliday holiday, int year);

/** "good-friday": for `--json` and tests. Returns: (transfer none). */
const char *ovs_holiday_code         (OvsHoliday holiday);

/** Its name in the user's language. Returns: (transfer none). */
const char *ovs_holiday_name         (OvsHoliday holiday);

G_END_DECLS
