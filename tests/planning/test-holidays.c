/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/holidays.h"

#include <stdlib.h>
#include <string.h>

/* As rijksoverheid.nl lists them for these years. */
static const struct
{
  int year;
  const char *days[OVS_N_HOLIDAYS];
} published[] = {
  { 2026, { "01-01", "04-03", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25", "12-26" } },
  { 2027, { "01-01", "03-26", "03-28", "03-29", "04-27", "05-05", "05-06", "05-16", "05-17", "12-25", "12-26" } },
  { 2028, { "01-01", "04-14", "04-16", "04-17", "04-27", "05-05", "05-25", "06-04", "06-05", "12-25", "12-26" } },
  { 2029, { "01-01", "03-30", "04-01", "04-02", "04-27", "05-05", "05-10", "05-20", "05-21", "12-25", "12-26" } },
  { 2030, { "01-01", "04-19", "04-21", "04-22", "04-27", "05-05", "05-30", "06-09", "06-10", "12-25", "12-26" } },
};

static void
test_published (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    for (OvsHoliday holiday = 0; holiday < OVS_N_HOLIDAYS; holiday++)
      {
        g_autofree char *expected = g_strdup_printf ("%d-%s", published[i].year, published[i].days[holiday]);
        g_autofree char *found = ovs_day_to_iso (ovs_holiday_day (holiday, published[i].year));

        g_assert_cmpstr (found, ==, expected);
      }
}

/* Every day of a year is one of them, or is none. */
static void
test_find (void)
{
  for (int year = 2000; year < 2100; year++)
    {
      guint found = 0;

      for (OvsDay day = ovs_day_from_ymd (year, 1, 1); day <= ovs_day_from_ymd (year, 12, 31); day++)
        {
          OvsHoliday holiday;

          if (!ovs_holiday_find (day, &holiday))
            continue;
          g_assert_cmpint (ovs_holiday_day (holiday, year), ==, day);
          g_assert_cmpstr (ovs_holiday_name (holiday), !=, "");
          found++;
        }
      /* Two can fall on one day. */
      g_assert_cmpuint (found, >=, OVS_N_HOLIDAYS - 2);
      g_assert_cmpuint (found, <=, OVS_N_HOLIDAYS);
    }
  g_assert_false (ovs_holiday_find (ovs_day_from_ymd (2026, 12, 8), NULL));
}

static void
test_offices (void)
{
  OvsHoliday holiday;

  g_assert_true (ovs_holiday_offices_work (OVS_HOLIDAY_GOOD_FRIDAY, 2030));
  g_assert_true (ovs_holiday_offices_work (OVS_HOLIDAY_LIBERATION_DAY, 2027));
  g_assert_false (ovs_holiday_offices_work (OVS_HOLIDAY_LIBERATION_DAY, 2030));
  g_assert_false (ovs_holiday_offices_work (OVS_HOLIDAY_KINGS_DAY, 2027));
  /* Ascension fell on Liberation Day in 2016: offices were closed. */
  g_assert_true (ovs_holiday_find (ovs_day_from_ymd (2016, 5, 5), &holiday));
  g_assert_cmpint (holiday, ==, OVS_HOLIDAY_ASCENSION);
}

/* A Sunday moves it to the day before. */
static void
test_kings_day (void)
{
  g_assert_cmpint (ovs_holiday_day (OVS_HOLIDAY_KINGS_DAY, 2025), ==, ovs_day_from_ymd (2025, 4, 26));
  g_assert_cmpint (ovs_holiday_day (OVS_HOLIDAY_KINGS_DAY, 2031), ==, ovs_day_from_ymd (2031, 4, 26));
  g_assert_cmpint (ovs_holiday_day (OVS_HOLIDAY_KINGS_DAY, 2013), ==, ovs_day_from_ymd (2013, 4, 30));
  g_assert_cmpint (ovs_holiday_day (OVS_HOLIDAY_KINGS_DAY, 2006), ==, ovs_day_from_ymd (2006, 4, 29));
}

/* For the comparison with a list that is not ours: one line per holiday. */
static int
print_years (const char *first, const char *last)
{
  for (int year = atoi (first); year <= atoi (last); year++)
    for (OvsHoliday holiday = 0; holiday < OVS_N_HOLIDAYS; holiday++)
      {
        g_autofree char *day = ovs_day_to_iso (ovs_holiday_day (holiday, year));

        g_print ("%s %s %s\n", day, ovs_holiday_code (holiday), ovs_holiday_offices_work (holiday, year) ? "work" : "closed");
      }
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--print") == 0)
    return print_years (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/published", test_published);
  g_test_add_func ("/holidays/find", test_find);
  g_test_add_func ("/holidays/offices", test_offices);
  g_test_add_func ("/holidays/kings-day", test_kings_day);
  return g_test_run ();
}
