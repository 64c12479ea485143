/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/day.h"

typedef struct
{
  const char *birth;
  const char *on;
  int age;
} AgeCase;

static const AgeCase ages[] = {
  { "2000-06-15", "2026-06-14", 25 }, { "2000-06-15", "2026-06-15", 26 }, { "2000-06-15", "2026-06-16", 26 },
  { "2004-02-29", "2025-02-28", 20 }, { "2004-02-29", "2025-03-01", 21 }, { "2004-02-29", "2024-02-29", 20 },
  { "2026-11-22", "2026-11-21", -1 },
};

static OvsDay
day (const char *iso)
{
  OvsDay value;

  g_assert_true (ovs_day_parse_iso (iso, &value));
  return value;
}

static void
test_age (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    g_assert_cmpint (ovs_day_age (day (ages[i].birth), day (ages[i].on)), ==, ages[i].age);
}

static void
test_impossible (void)
{
  static const char *texts[]
      = { "", "2026-02-29", "2026-02-31", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01T00:00", "01-01-2026", "0000-01-01" };
  OvsDay value;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (ovs_day_parse_iso (texts[i], &value));
  g_assert_false (ovs_day_parse_iso (NULL, &value));
  g_assert_cmpint (ovs_day_from_ymd (2026, 2, 29), ==, OVS_NO_DAY);
  g_assert_cmpint (ovs_day_from_ymd (2024, 2, 29), !=, OVS_NO_DAY);
}

/* Day by day as GDate counts, over all years. */
static void
test_counted (void)
{
  GDate end;

  g_date_clear (&end, 1);
  g_date_set_dmy (&end, 31, G_DATE_DECEMBER, OVS_DAY_LAST_YEAR);
  for (OvsDay value = 1; value <= (OvsDay) g_date_get_julian (&end); value++)
    {
      int year, month, day_of_month;

      ovs_day_to_ymd (value, &year, &month, &day_of_month);
      if (ovs_day_from_ymd (year, month, day_of_month) != value)
        g_assert_cmpint (ovs_day_from_ymd (year, month, day_of_month), ==, value);
    }
}

static void
test_written (void)
{
  g_autofree char *iso = ovs_day_to_iso (day ("2026-02-03"));
  g_autofree char *dutch = ovs_day_to_dutch (day ("2026-02-03"));
  g_autofree char *file = ovs_day_to_file (day ("2026-02-03"));
  g_autofree char *none = ovs_day_to_dutch (OVS_NO_DAY);

  g_assert_cmpstr (iso, ==, "2026-02-03");
  g_assert_cmpstr (dutch, ==, "3-2-2026");
  g_assert_cmpstr (file, ==, "03-02-2026");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (ovs_day_to_iso (OVS_NO_DAY));
}

static void
test_arithmetic (void)
{
  g_assert_cmpint (day ("2024-03-01") - day ("2024-02-28"), ==, 2);
  g_assert_cmpint (day ("2026-03-01") - day ("2026-02-28"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/age", test_age);
  g_test_add_func ("/day/impossible", test_impossible);
  g_test_add_func ("/day/counted", test_counted);
  g_test_add_func ("/day/written", test_written);
  g_test_add_func ("/day/arithmetic", test_arithmetic);
  return g_test_run ();
}
