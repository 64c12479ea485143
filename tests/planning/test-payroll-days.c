/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/payroll-days.h"

static void
expect (const char *payroll, const char *payday, int month, int day_of_month, OvsPayrollDay kind)
{
  OvsDay near;
  OvsPayrollDay found = ovs_payroll_day (payroll, payday, ovs_day_from_ymd (2026, month, day_of_month), &near);

  g_assert_cmpint (found, ==, kind);
  g_assert_cmpint (near != OVS_NO_DAY, ==, kind == OVS_PAYROLL_PAYS);
}

static void
test_month (void)
{
  expect ("month", "25", 12, 8, OVS_PAYROLL_FREE);
  expect ("month", "25", 12, 22, OVS_PAYROLL_PAYS);
  expect ("month", "25", 12, 28, OVS_PAYROLL_PAYS);
  expect ("month", "25", 12, 29, OVS_PAYROLL_FREE);
  /* The last day of a shorter month. */
  expect ("month", "31", 12, 1, OVS_PAYROLL_PAYS);
}

/* Without a payday the usual part of the month. */
static void
test_month_without_a_day (void)
{
  expect ("month", NULL, 12, 19, OVS_PAYROLL_FREE);
  expect ("month", NULL, 12, 20, OVS_PAYROLL_IN_WEEK);
  expect ("month", "", 12, 28, OVS_PAYROLL_IN_WEEK);
  expect ("month", "eind van de maand", 12, 29, OVS_PAYROLL_FREE);
}

static void
test_weeks (void)
{
  expect ("four-weeks", "4-12-2026", 12, 7, OVS_PAYROLL_PAYS);
  expect ("four-weeks", "4-12-2026", 12, 8, OVS_PAYROLL_FREE);
  expect ("four-weeks", "6-11-2026", 12, 4, OVS_PAYROLL_PAYS);
  expect ("week", "4-12-2026", 12, 10, OVS_PAYROLL_PAYS);
  expect ("week", "4-12-2026", 12, 9, OVS_PAYROLL_FREE);
  expect ("week", NULL, 12, 9, OVS_PAYROLL_UNKNOWN);
}

static void
test_unknown (void)
{
  expect (NULL, NULL, 12, 22, OVS_PAYROLL_UNKNOWN);
  expect (NULL, "24-12-2026", 12, 22, OVS_PAYROLL_PAYS);
  expect (NULL, "24-12-2026", 12, 1, OVS_PAYROLL_UNKNOWN);
  g_assert_false (ovs_payroll_day_blocks (OVS_PAYROLL_UNKNOWN));
  g_assert_true (ovs_payroll_day_blocks (OVS_PAYROLL_IN_WEEK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payroll-days/month", test_month);
  g_test_add_func ("/payroll-days/month-without-a-day", test_month_without_a_day);
  g_test_add_func ("/payroll-days/weeks", test_weeks);
  g_test_add_func ("/payroll-days/unknown", test_unknown);
  return g_test_run ();
}
