/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/day.h"

#include <stdio.h>
#include <string.h>

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* As GDate counts, without its many checks: a list of a million people has some millions of days. */
OvsDay
ovs_day_from_ymd (int year, int month, int day)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  int years = year - 1;

  if (year < OVS_DAY_FIRST_YEAR || year > OVS_DAY_LAST_YEAR || month < 1 || month > 12)
    return OVS_NO_DAY;
  if (day < 1 || day > lengths[month - 1] + (month == 2 && is_leap_year (year)))
    return OVS_NO_DAY;
  return years * 365 + years / 4 - years / 100 + years / 400 + before[month - 1] + (month > 2 && is_leap_year (year)) + day;
}

void
ovs_day_to_ymd (OvsDay day, int *year, int *month, int *day_of_month)
{
  GDate date;

  g_return_if_fail (day > OVS_NO_DAY);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
}

static int
parse_digits (const char *text, gsize count)
{
  int value = 0;

  for (gsize i = 0; i < count; i++)
    value = value * 10 + (text[i] - '0');
  return value;
}

gboolean
ovs_day_parse_iso (const char *text, OvsDay *day)
{
  static const char pattern[] = "dddd-dd-dd";

  *day = OVS_NO_DAY;
  if (text == NULL || strlen (text) != strlen (pattern))
    return FALSE;
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;

  *day = ovs_day_from_ymd (parse_digits (text, 4), parse_digits (text + 5, 2), parse_digits (text + 8, 2));
  return *day != OVS_NO_DAY;
}

static char *
format (OvsDay day, const char *unset, char *(*write) (int year, int month, int day_of_month))
{
  int year, month, day_of_month;

  if (day == OVS_NO_DAY)
    return g_strdup (unset);
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  return write (year, month, day_of_month);
}

static void
put_digits (char *text, gsize count, int value)
{
  while (count-- > 0)
    {
      text[count] = (char) ('0' + value % 10);
      value /= 10;
    }
}

/* By hand: a list of a million people has as many of these. */
const char *
ovs_day_write_iso (OvsDay day, char text[OVS_DAY_ISO_SIZE])
{
  int year, month, day_of_month;

  if (day == OVS_NO_DAY)
    return NULL;
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  put_digits (text, 4, year);
  put_digits (text + 5, 2, month);
  put_digits (text + 8, 2, day_of_month);
  text[4] = text[7] = '-';
  text[10] = '\0';
  return text;
}

static char *
write_dutch (int year, int month, int day_of_month)
{
  return g_strdup_printf ("%d-%d-%d", day_of_month, month, year);
}

static char *
write_file (int year, int month, int day_of_month)
{
  return g_strdup_printf ("%02d-%02d-%04d", day_of_month, month, year);
}

char *
ovs_day_to_iso (OvsDay day)
{
  char text[OVS_DAY_ISO_SIZE];

  return g_strdup (ovs_day_write_iso (day, text));
}

char *
ovs_day_to_dutch (OvsDay day)
{
  return format (day, "", write_dutch);
}

char *
ovs_day_to_file (OvsDay day)
{
  return format (day, "", write_file);
}

int
ovs_day_age (OvsDay birth, OvsDay on)
{
  int birth_year, birth_month, birth_day, year, month, day;

  ovs_day_to_ymd (birth, &birth_year, &birth_month, &birth_day);
  ovs_day_to_ymd (on, &year, &month, &day);

  int age = year - birth_year;
  if (month < birth_month || (month == birth_month && day < birth_day))
    age--;
  return age;
}
