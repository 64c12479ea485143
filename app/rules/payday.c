/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/payday.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/boundary.h"

#define WEEK 7
#define FOUR_WEEKS 28
/* No number of days: the same day of each month. */
#define MONTH 0
#define UNKNOWN_RHYTHM (-1)

static int
read_rhythm (const char *payroll)
{
  if (g_strcmp0 (payroll, "month") == 0)
    return MONTH;
  if (g_strcmp0 (payroll, "four-weeks") == 0)
    return FOUR_WEEKS;
  return g_strcmp0 (payroll, "week") == 0 ? WEEK : UNKNOWN_RHYTHM;
}

/* d-m-jjjj, or the other way round. */
static OvsDay
read_whole_day (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "-/.", -1);
  int numbers[3];

  if (g_strv_length (parts) != G_N_ELEMENTS (numbers))
    return OVS_NO_DAY;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = atoi (parts[i]);
  return numbers[0] > 31 ? ovs_day_from_ymd (numbers[0], numbers[1], numbers[2]) : ovs_day_from_ymd (numbers[2], numbers[1], numbers[0]);
}

/* 25, 25e, de 25e: 0 for anything else. */
static int
read_day_of_month (const char *text)
{
  const char *digits = text + strcspn (text, "0123456789");
  char *end;
  long number = strtol (digits, &end, 10);

  return number >= 1 && number <= 31 && strpbrk (end, "0123456789") == NULL ? (int) number : 0;
}

/* The @day_of_month, or the last day of a shorter month; @month may be one too far on either side. */
static OvsDay
in_month (int year, int month, int day_of_month)
{
  OvsDay day = OVS_NO_DAY;

  if (month == 0)
    return in_month (year - 1, 12, day_of_month);
  if (month == 13)
    return in_month (year + 1, 1, day_of_month);
  for (int last = day_of_month; day == OVS_NO_DAY && last > 0; last--)
    day = ovs_day_from_ymd (year, month, last);
  return day;
}

static OvsDay
nearest_in_months (int day_of_month, OvsDay date)
{
  OvsDay nearest = OVS_NO_DAY;
  int year, month;

  ovs_day_to_ymd (date, &year, &month, NULL);
  for (int around = month - 1; around <= month + 1; around++)
    {
      OvsDay day = in_month (year, around, day_of_month);

      if (nearest == OVS_NO_DAY || abs (day - date) < abs (nearest - date))
        nearest = day;
    }
  return nearest;
}

static OvsDay
nearest_in_steps (OvsDay payday, int step, OvsDay date)
{
  int past = ((date - payday) % step + step) % step;

  return past <= step / 2 ? date - past : date - past + step;
}

static OvsDay
find_nearest (int rhythm, const char *text, OvsDay date)
{
  OvsDay day = read_whole_day (text);
  int day_of_month = day == OVS_NO_DAY ? read_day_of_month (text) : 0;

  if (day != OVS_NO_DAY && rhythm == MONTH)
    ovs_day_to_ymd (day, NULL, NULL, &day_of_month);
  if (rhythm == MONTH)
    return day_of_month > 0 ? nearest_in_months (day_of_month, date) : OVS_NO_DAY;
  if (day == OVS_NO_DAY)
    return OVS_NO_DAY;
  return rhythm == UNKNOWN_RHYTHM ? day : nearest_in_steps (day, rhythm, date);
}

OvsTold
ovs_payday_near (const char *payroll, const char *payday, OvsDay date, OvsDay *near)
{
  g_autofree char *text = ovs_text_fold (payday);
  int rhythm = read_rhythm (payroll);
  int margin = rhythm == WEEK ? 1 : OVS_DAYS_AROUND_PAYDAY;

  *near = find_nearest (rhythm, text, date);
  if (*near != OVS_NO_DAY && abs (*near - date) <= margin)
    return OVS_TOLD_YES;
  /* Without a rhythm one day far off tells nothing of the others. */
  return *near == OVS_NO_DAY || rhythm == UNKNOWN_RHYTHM ? OVS_TOLD_UNKNOWN : OVS_TOLD_NO;
}

OvsDay
ovs_payday_next (const char *payroll, const char *payday, OvsDay date)
{
  g_autofree char *text = ovs_text_fold (payday);
  int rhythm = read_rhythm (payroll);
  OvsDay day = find_nearest (rhythm, text, date);
  int year, month, day_of_month;

  if (day == OVS_NO_DAY || day >= date)
    return day;
  if (rhythm == UNKNOWN_RHYTHM)
    return OVS_NO_DAY;
  if (rhythm != MONTH)
    return day + rhythm;
  /* The nearest one is past, so the next lies at most a month on: it is the nearest to a day before that. */
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  return find_nearest (rhythm, text, in_month (year, month + 1, MIN (day_of_month, 28)));
}
