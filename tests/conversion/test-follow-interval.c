/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/follow-interval.h"

static void
test_backs_off (void)
{
  guint minutes = OVS_FOLLOW_FIRST;
  const guint expected[] = { 30, 60, 120, 240, 240 };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      minutes = ovs_follow_interval_next (minutes, OVS_FOLLOW_FIRST, FALSE);
      g_assert_cmpuint (minutes, ==, expected[i]);
    }
}

static void
test_begins_anew (void)
{
  g_assert_cmpuint (ovs_follow_interval_next (240, OVS_FOLLOW_FIRST, TRUE), ==, OVS_FOLLOW_FIRST);
  g_assert_cmpuint (ovs_follow_interval_next (0, 5, FALSE), ==, 5);
}

static void
test_never_sooner_than_was_set (void)
{
  g_assert_cmpuint (ovs_follow_interval_next (600, 600, FALSE), ==, 600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-interval/backs-off", test_backs_off);
  g_test_add_func ("/follow-interval/begins-anew", test_begins_anew);
  g_test_add_func ("/follow-interval/never-sooner", test_never_sooner_than_was_set);
  return g_test_run ();
}
