/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/wrong-file.h"

static void
test_shares (void)
{
  /* Exactly the share is allowed, and so is anything below the floor. */
  g_assert_false (ovs_brake_exceeds (OVS_BRAKE_UNKNOWN_EMPLOYERS, 2, 10));
  g_assert_true (ovs_brake_exceeds (OVS_BRAKE_UNKNOWN_EMPLOYERS, 3, 10));
  g_assert_false (ovs_brake_exceeds (OVS_BRAKE_UNKNOWN_EMPLOYERS, 4, 4));
  g_assert_true (ovs_brake_exceeds (OVS_BRAKE_UNKNOWN_EMPLOYERS, 5, 5));
  g_assert_false (ovs_brake_exceeds (OVS_BRAKE_PEOPLE_GONE, 1, 10));
  g_assert_true (ovs_brake_exceeds (OVS_BRAKE_PEOPLE_GONE, 2, 10));
  g_assert_false (ovs_brake_exceeds (OVS_BRAKE_PEOPLE_GONE, 9, 9));
  g_assert_false (ovs_brake_exceeds (OVS_BRAKE_BUSINESS_DOMAIN, 500000, 1000000));
  g_assert_true (ovs_brake_exceeds (OVS_BRAKE_BUSINESS_DOMAIN, 500001, 1000000));
  g_assert_false (ovs_brake_exceeds (OVS_BRAKE_PEOPLE_GONE, 0, 0));
}

static void
test_age (void)
{
  OvsDay today = ovs_day_from_ymd (2026, 4, 30);

  g_assert_false (ovs_brake_too_old (OVS_BRAKE_OLD_OVERVIEW, ovs_day_from_ymd (2026, 2, 28), today));
  g_assert_true (ovs_brake_too_old (OVS_BRAKE_OLD_OVERVIEW, ovs_day_from_ymd (2026, 2, 27), today));
  g_assert_false (ovs_brake_too_old (OVS_BRAKE_OLD_OVERVIEW, OVS_NO_DAY, today));
  g_assert_true (ovs_brake_too_old (OVS_BRAKE_OLD_OVERVIEW, ovs_day_from_ymd (2025, 11, 14), ovs_day_from_ymd (2026, 1, 15)));
}

static void
test_names (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean other;
  } cases[] = {
    { "Bakkerij Jansen", "Garage de Wit", TRUE },
    { "Bakkerij Jansen", "Bakkerij Jansen B.V.", FALSE },
    { "Bakkerij Jansen", "JANSEN BAKKERIJ BV", FALSE },
    { "Café Zee", "cafe zee", FALSE },
    { "Van der Berg Holding B.V.", "Van der Meer Holding B.V.", TRUE },
    { "Jansen-Smit", "Smit", FALSE },
    { "Bakkerij", "", FALSE },
    { "B.V.", "N.V.", FALSE },
    { NULL, "Garage", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ovs_brake_is_other_name (cases[i].a, cases[i].b), ==, cases[i].other);
}

static void
test_codes (void)
{
  OvsBrake brake;

  for (guint i = 0; i < OVS_N_BRAKES; i++)
    {
      g_assert_true (ovs_brake_lookup (ovs_brake_get ((OvsBrake) i)->code, &brake));
      g_assert_cmpuint (brake, ==, i);
    }
  g_assert_false (ovs_brake_lookup ("alles", &brake));
  g_assert_false (ovs_brake_lookup (NULL, &brake));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/case-3-shares", test_shares);
  g_test_add_func ("/rules/case-3-age", test_age);
  g_test_add_func ("/rules/case-9-names", test_names);
  g_test_add_func ("/rules/wrong-file-codes", test_codes);
  return g_test_run ();
}
