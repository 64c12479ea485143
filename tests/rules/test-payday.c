/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/payday.h"

typedef struct
{
  const char *payroll;
  const char *payday;
  const char *date;
  OvsTold expected;
  const char *near; /* "" for none */
} Case;

static const Case cases[] = {
  { "month", "24-12-2026", "2026-12-22", OVS_TOLD_YES, "2026-12-24" },
  { "month", "24-12-2026", "2026-12-27", OVS_TOLD_YES, "2026-12-24" },
  { "month", "24-12-2026", "2026-12-28", OVS_TOLD_NO, "2026-12-24" },
  { "month", "2026-12-24", "2027-02-23", OVS_TOLD_YES, "2027-02-24" },
  { "month", "25", "2026-12-24", OVS_TOLD_YES, "2026-12-25" },
  { "month", "de 25e", "2026-12-08", OVS_TOLD_NO, "2026-11-25" },
  { "month", "1e", "2026-12-30", OVS_TOLD_YES, "2027-01-01" },
  { "month", "31", "2027-02-27", OVS_TOLD_YES, "2027-02-28" },
  { "four-weeks", "09-12-2026", "2027-01-07", OVS_TOLD_YES, "2027-01-06" },
  { "four-weeks", "09-12-2026", "2026-11-12", OVS_TOLD_YES, "2026-11-11" },
  { "four-weeks", "09-12-2026", "2026-12-20", OVS_TOLD_NO, "2026-12-09" },
  { "week", "17-12-2026", "2026-12-11", OVS_TOLD_YES, "2026-12-10" },
  { "week", "17-12-2026", "2026-12-13", OVS_TOLD_NO, "2026-12-10" },
  /* One day of an unknown rhythm can be near; being far off tells nothing. */
  { NULL, "17-12-2026", "2026-12-18", OVS_TOLD_YES, "2026-12-17" },
  { NULL, "17-12-2026", "2026-12-01", OVS_TOLD_UNKNOWN, "2026-12-17" },
  { "four-weeks", "25", "2026-12-24", OVS_TOLD_UNKNOWN, "" },
  { "month", "ultimo", "2026-12-24", OVS_TOLD_UNKNOWN, "" },
  { "month", "31-02-2026", "2026-12-24", OVS_TOLD_UNKNOWN, "" },
  { "month", NULL, "2026-12-24", OVS_TOLD_UNKNOWN, "" },
};

static void
test_near (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsDay date, near, expected;

      g_test_message ("%s, %s on %s", cases[i].payroll, cases[i].payday, cases[i].date);
      g_assert_true (ovs_day_parse_iso (cases[i].date, &date));
      ovs_day_parse_iso (cases[i].near, &expected);
      g_assert_cmpint (ovs_payday_near (cases[i].payroll, cases[i].payday, date, &near), ==, cases[i].expected);
      g_assert_cmpint (near, ==, expected);
    }
}

/* The first payday that is still to come, today included; none that is past. */
static void
test_next (void)
{
  static const struct
  {
    const char *payroll, *payday, *date, *next;
  } nexts[] = {
    { "month", "25", "2026-11-05", "2026-11-25" },       { "month", "25", "2026-11-25", "2026-11-25" },
    { "month", "25", "2026-11-26", "2026-12-25" },       { "month", "de 31e", "2026-12-31", "2026-12-31" },
    { "month", "31", "2027-02-01", "2027-02-28" },       { "month", "5", "2026-12-20", "2027-01-05" },
    { "week", "27-11-2026", "2026-11-28", "2026-12-04" }, { "four-weeks", "27-11-2026", "2026-11-28", "2026-12-25" },
    { NULL, "24-12-2026", "2026-11-28", "2026-12-24" },  { NULL, "24-12-2026", "2026-12-25", NULL },
    { "month", NULL, "2026-11-28", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nexts); i++)
    {
      OvsDay date, expected;

      g_test_message ("%s, %s on %s", nexts[i].payroll, nexts[i].payday, nexts[i].date);
      g_assert_true (ovs_day_parse_iso (nexts[i].date, &date));
      ovs_day_parse_iso (nexts[i].next, &expected);
      g_assert_cmpint (ovs_payday_next (nexts[i].payroll, nexts[i].payday, date), ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payday/near", test_near);
  g_test_add_func ("/payday/next", test_next);
  return g_test_run ();
}
