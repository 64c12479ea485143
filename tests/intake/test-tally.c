/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/tally.h"

static void
test_moving (void)
{
  g_autoptr (OvsTally) tally = ovs_tally_new ();

  g_assert_cmpint (ovs_tally_get_class (tally, 1000), ==, OVS_TALLY_ABSENT);
  ovs_tally_count (tally, 7, OVS_TALLY_UNCHANGED, 2);
  ovs_tally_count (tally, 3, OVS_TALLY_ADDED, 1);
  ovs_tally_count (tally, 7, OVS_TALLY_CHANGED, 1);
  g_assert_cmpuint (ovs_tally_get_rows (tally, OVS_TALLY_UNCHANGED), ==, 0);
  g_assert_cmpuint (ovs_tally_get_rows (tally, OVS_TALLY_CHANGED), ==, 3);
  g_assert_cmpuint (ovs_tally_get_rows (tally, OVS_TALLY_ADDED), ==, 1);
  g_assert_cmpint (ovs_tally_get_limit (tally), ==, 8);
}

static void
test_seen (void)
{
  g_autoptr (OvsTally) tally = ovs_tally_new ();

  ovs_tally_see (tally, 1);
  g_assert_cmpint (ovs_tally_get_class (tally, 1), ==, OVS_TALLY_SEEN);
  ovs_tally_count (tally, 1, OVS_TALLY_CHANGED, 1);
  ovs_tally_see (tally, 1);
  g_assert_cmpint (ovs_tally_get_class (tally, 1), ==, OVS_TALLY_CHANGED);
}

/* Every row is counted, also of a record that has more of them than can be moved. */
static void
test_endless (void)
{
  g_autoptr (OvsTally) tally = ovs_tally_new ();

  ovs_tally_count (tally, 1, OVS_TALLY_UNCHANGED, 3000000);
  ovs_tally_count (tally, 1, OVS_TALLY_UNCHANGED, 3000000);
  ovs_tally_count (tally, 1, OVS_TALLY_CHANGED, 1);
  g_assert_cmpuint (ovs_tally_get_rows (tally, OVS_TALLY_UNCHANGED) +
                        ovs_tally_get_rows (tally, OVS_TALLY_CHANGED),
                    ==, 6000001);
}

static void
test_zeros (void)
{
  g_autoptr (OvsTally) tally = ovs_tally_new ();
  g_autofree char *long_number = g_strnfill (300, '0');

  g_assert_true (ovs_tally_check_number (tally, 1, "007"));
  g_assert_true (ovs_tally_check_number (tally, 1, "007"));
  g_assert_false (ovs_tally_check_number (tally, 1, "07"));
  g_assert_true (ovs_tally_check_number (tally, 2, "7"));
  g_assert_false (ovs_tally_check_number (tally, 2, long_number));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/moving", test_moving);
  g_test_add_func ("/tally/seen", test_seen);
  g_test_add_func ("/tally/endless", test_endless);
  g_test_add_func ("/tally/zeros", test_zeros);
  return g_test_run ();
}
