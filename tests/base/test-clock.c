/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"

static void
test_day_of_amsterdam (void)
{
  static const struct
  {
    const char *instant;
    const char *day;
  } cases[] = {
    { "2026-09-30T21:59:59Z", "2026-09-30" }, /* summer time: two hours ahead of UTC */
    { "2026-09-30T22:00:00Z", "2026-10-01" },
    { "2026-12-31T22:59:59Z", "2026-12-31" }, /* winter time: one hour */
    { "2026-12-31T23:00:00Z", "2027-01-01" },
    { "2026-12-01T09:00:00+01:00", "2026-12-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 instant;
      g_autofree char *day = NULL;

      g_assert_true (ovs_clock_parse_iso (cases[i].instant, &instant));
      day = ovs_day_to_iso (ovs_clock_day_of (instant));
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
test_set (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  gint64 then, now;

  g_assert_true (ovs_clock_parse_iso ("2027-02-01T12:00:00Z", &then));
  ovs_clock_set_now (clock, then);
  now = ovs_clock_now (clock);
  g_assert_cmpint (now, >=, then);
  g_assert_cmpint (now - then, <, 60 * G_USEC_PER_SEC);
}

static void
test_follow (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  gint64 now = ovs_clock_now (clock);

  g_assert_false (ovs_clock_follow (clock, now + G_USEC_PER_SEC));
  g_assert_cmpint (ovs_clock_get_offset (clock), ==, 0);
  g_assert_true (ovs_clock_follow (clock, now + 86400 * (gint64) G_USEC_PER_SEC));
  g_assert_cmpint (ovs_clock_now (clock) - now, >=, 86400 * (gint64) G_USEC_PER_SEC);
}

static void
test_written (void)
{
  gint64 instant;
  g_autofree char *iso = NULL;
  g_autofree char *dutch = NULL;
  g_autofree char *file = NULL;

  g_assert_true (ovs_clock_parse_iso ("2026-12-01T09:05:00Z", &instant));
  iso = ovs_clock_to_iso (instant);
  dutch = ovs_clock_to_dutch (instant);
  g_assert_cmpstr (iso, ==, "2026-12-01T09:05:00Z");
  g_assert_cmpstr (dutch, ==, "1-12-2026 10:05");
  file = ovs_clock_to_file (instant);
  g_assert_cmpstr (file, ==, "01-12-2026 10:05:00");
  g_assert_false (ovs_clock_parse_iso ("1-12-2026", &instant));
  g_assert_false (ovs_clock_parse_iso (NULL, &instant));
}

static void
test_hold (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  gint64 moment = ovs_clock_start_of (ovs_day_from_ymd (2026, 10, 1)), shift = 3 * G_TIME_SPAN_DAY;

  ovs_clock_set_now (clock, g_get_real_time () + shift);
  ovs_clock_hold (clock, moment);
  g_assert_cmpint (ovs_clock_now (clock), ==, moment);
  g_usleep (2000);
  g_assert_cmpint (ovs_clock_now (clock), ==, moment);
  ovs_clock_hold (clock, 0);
  g_assert_cmpint (ABS (ovs_clock_now (clock) - g_get_real_time () - shift), <, G_TIME_SPAN_MINUTE);
}

/* Midnight in Amsterdam, also on the days on which summer time begins and ends. */
static void
test_start_of_day (void)
{
  static const struct
  {
    int month, day;
    const char *instant;
  } cases[] = {
    { 1, 1, "2025-12-31T23:00:00Z" },  { 3, 29, "2026-03-28T23:00:00Z" },  { 3, 30, "2026-03-29T22:00:00Z" },
    { 10, 1, "2026-09-30T22:00:00Z" }, { 10, 25, "2026-10-24T22:00:00Z" }, { 10, 26, "2026-10-25T23:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsDay day = ovs_day_from_ymd (2026, cases[i].month, cases[i].day);
      g_autofree char *iso = ovs_clock_to_iso (ovs_clock_start_of (day));

      g_assert_cmpstr (iso, ==, cases[i].instant);
      g_assert_cmpint (ovs_clock_day_of (ovs_clock_start_of (day)), ==, day);
      g_assert_cmpint (ovs_clock_day_of (ovs_clock_start_of (day) - 1), ==, day - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/day-of-amsterdam", test_day_of_amsterdam);
  g_test_add_func ("/clock/set", test_set);
  g_test_add_func ("/clock/follow", test_follow);
  g_test_add_func ("/clock/written", test_written);
  g_test_add_func ("/clock/hold", test_hold);
  g_test_add_func ("/clock/start-of-day", test_start_of_day);
  return g_test_run ();
}
