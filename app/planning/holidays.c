/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/holidays.h"

#include <glib/gi18n.h>

#define WEEK 7
/* OvsDay 1, 1 January of the year 1, was a Monday. */
#define IS_SUNDAY(day) ((day) % WEEK == 0)

/* From this year on there is a king. */
#define FIRST_YEAR_OF_THE_KING 2014

/* Everybody has the day off once in five years, as agreed in most sectors. */
#define LUSTRUM 5

/* Days of one month, or so many days from Easter Sunday. */
static const struct
{
  const char *code;
  const char *name;
  int month; /* 0: counted from Easter */
  int day;
} holidays[OVS_N_HOLIDAYS] = {
  [OVS_HOLIDAY_NEW_YEAR] = { "new-year", N_ ("New Year’s Day"), 1, 1 },
  [OVS_HOLIDAY_GOOD_FRIDAY] = { "good-friday", N_ ("Good Friday"), 0, -2 },
  [OVS_HOLIDAY_EASTER_SUNDAY] = { "easter-sunday", N_ ("Easter Sunday"), 0, 0 },
  [OVS_HOLIDAY_EASTER_MONDAY] = { "easter-monday", N_ ("Easter Monday"), 0, 1 },
  [OVS_HOLIDAY_KINGS_DAY] = { "kings-day", N_ ("King’s Day"), 4, 27 },
  [OVS_HOLIDAY_LIBERATION_DAY] = { "liberation-day", N_ ("Liberation Day"), 5, 5 },
  [OVS_HOLIDAY_ASCENSION] = { "ascension", N_ ("Ascension Day"), 0, 39 },
  [OVS_HOLIDAY_WHIT_SUNDAY] = { "whit-sunday", N_ ("Whit Sunday"), 0, 49 },
  [OVS_HOLIDAY_WHIT_MONDAY] = { "whit-monday", N_ ("Whit Monday"), 0, 50 },
  [OVS_HOLIDAY_CHRISTMAS] = { "christmas", N_ ("Christmas Day"), 12, 25 },
  [OVS_HOLIDAY_SECOND_CHRISTMAS] = { "second-christmas", N_ ("Second Christmas Day"), 12, 26 },
};

/* The anonymous Gregorian computus (Butcher, 1876); its letters have no names. */
OvsDay
ovs_holiday_easter (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int d = b / 4;
  int e = b % 4;
  int f = (b + 8) / 25;
  int g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4;
  int k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return ovs_day_from_ymd (year, n / 31, n % 31 + 1);
}

static OvsDay
find_kings_day (int year)
{
  OvsDay day = ovs_day_from_ymd (year, 4, year >= FIRST_YEAR_OF_THE_KING ? 27 : 30);

  return IS_SUNDAY (day) ? day - 1 : day;
}

OvsDay
ovs_holiday_day (OvsHoliday holiday, int year)
{
  if (holiday == OVS_HOLIDAY_KINGS_DAY)
    return find_kings_day (year);
  if (holidays[holiday].month == 0)
    return ovs_holiday_easter (year) + holidays[holiday].day;
  return ovs_day_from_ymd (year, holidays[holiday].month, holidays[holiday].day);
}

gboolean
ovs_holiday_find (OvsDay day, OvsHoliday *holiday)
{
  gboolean found = FALSE;
  int year;

  ovs_day_to_ymd (day, &year, NULL, NULL);
  for (OvsHoliday candidate = 0; candidate < OVS_N_HOLIDAYS; candidate++)
    if (ovs_holiday_day (candidate, year) == day && (!found || !ovs_holiday_offices_work (candidate, year)))
      {
        found = TRUE;
        if (holiday != NULL)
          *holiday = candidate;
      }
  return found;
}

gboolean
ovs_holiday_offices_work (OvsHoliday holiday, int year)
{
  return holiday == OVS_HOLIDAY_GOOD_FRIDAY || (holiday == OVS_HOLIDAY_LIBERATION_DAY && year % LUSTRUM != 0);
}

const char *
ovs_holiday_code (OvsHoliday holiday)
{
  return holidays[holiday].code;
}

const char *
ovs_holiday_name (OvsHoliday holiday)
{
  return _ (holidays[holiday].name);
}
