/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/capacity.h"

#include <string.h>

/* Two colleagues, three hours, twelve minutes: the example of the articles' arithmetic. */
static void
test_example (void)
{
  guint64 per_day = ovs_capacity_of_people (2, 180, 12);
  OvsCapacity capacity = ovs_capacity_new (per_day, 0, NULL);
  guint64 low, high;

  g_assert_cmpuint (per_day, ==, 30);
  g_assert_cmpuint (ovs_capacity_most_invited (&capacity), ==, 1500);
  ovs_capacity_questions (&capacity, 2000, &low, &high);
  g_assert_cmpuint (low, ==, 40);
  g_assert_cmpuint (high, ==, 100);
  ovs_capacity_questions (&capacity, 0, &low, &high);
  g_assert_cmpuint (low + high, ==, 0);
  ovs_capacity_questions (&capacity, 30, &low, &high);
  g_assert_cmpuint (low, ==, 1);
  g_assert_cmpuint (high, ==, 2);
  g_assert_cmpuint (ovs_capacity_of_people (2, 180, 0), ==, 0);
}

static void
test_own (void)
{
  OvsQuestionRate own = { 37, 850 };
  OvsQuestionRate nobody = { 0, 40 };
  OvsCapacity capacity = ovs_capacity_new (30, 40, &own);
  g_autofree char *told = NULL;
  guint64 low, high;

  g_assert_true (ovs_capacity_is_own (&capacity));
  g_assert_cmpuint (ovs_capacity_most_invited (&capacity), ==, 30 * 100 * 850 / (37 * 40));
  ovs_capacity_questions (&capacity, 850, &low, &high);
  g_assert_cmpuint (low, ==, 37);
  g_assert_cmpuint (high, ==, 37);
  told = ovs_capacity_tell (&capacity);
  g_assert_nonnull (strstr (told, "850"));
  /* Both are told. */
  g_assert_nonnull (strstr (told, "2"));

  /* That nobody asked is no figure to plan with. */
  capacity = ovs_capacity_new (30, 40, &nobody);
  g_assert_false (ovs_capacity_is_own (&capacity));
  g_assert_cmpuint (ovs_capacity_most_invited (&capacity), ==, 1500);
}

/* Over many sizes: the sum is what is expected, and the largest round that fits does not exceed what the office can bear. */
static void
test_curve (void)
{
  for (guint per_day = 1; per_day < 60; per_day += 3)
    for (guint share = OVS_PEAK_SHARE_LEAST; share <= 100; share += 5)
      {
        OvsCapacity capacity = ovs_capacity_new (per_day, share, NULL);
        guint64 most = ovs_capacity_most_invited (&capacity);

        for (guint64 invited = 0; invited <= most; invited += MAX (1, most / 7))
          {
            guint64 questions[OVS_CURVE_DAYS];
            guint64 sum = 0;
            guint64 low, high;

            ovs_capacity_curve (&capacity, invited, questions);
            for (guint day = 0; day < OVS_CURVE_DAYS; day++)
              sum += questions[day];
            ovs_capacity_questions (&capacity, invited, &low, &high);
            g_assert_cmpuint (sum, ==, high);
            for (guint day = 0; day < OVS_CURVE_DAYS; day++)
              g_assert_cmpuint (questions[day], <=, per_day);
          }
      }
}

static void
test_working_days (void)
{
  OvsDay thursday = ovs_day_from_ymd (2026, 12, 24);

  g_assert_cmpint (ovs_capacity_working_day (thursday, 0), ==, thursday);
  /* Christmas and the weekend are passed over. */
  g_assert_cmpint (ovs_capacity_working_day (thursday, 1), ==, ovs_day_from_ymd (2026, 12, 28));
  g_assert_cmpint (ovs_capacity_working_day (ovs_day_from_ymd (2027, 3, 25), 1), ==, ovs_day_from_ymd (2027, 3, 26));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capacity/example", test_example);
  g_test_add_func ("/capacity/own", test_own);
  g_test_add_func ("/capacity/curve", test_curve);
  g_test_add_func ("/capacity/working-days", test_working_days);
  return g_test_run ();
}
