/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/notice.h"

#define TODAY 740000

static void
expect (const OvsNotice *notice, OvsDay day, OvsEarliest why)
{
  OvsEarliest found;

  g_assert_cmpint (ovs_notice_earliest (notice, TODAY, &found), ==, day);
  g_assert_cmpint (found, ==, why);
}

static void
test_earliest (void)
{
  OvsNotice notice = { 0 };

  expect (&notice, TODAY, OVS_EARLIEST_TODAY);
  ovs_notice_add (&notice, TODAY - 14);
  expect (&notice, TODAY, OVS_EARLIEST_TODAY);
  ovs_notice_add (&notice, TODAY - 13);
  expect (&notice, TODAY + 1, OVS_EARLIEST_INFORMED);
  ovs_notice_add (&notice, OVS_NO_DAY);
  expect (&notice, TODAY + 14, OVS_EARLIEST_NOT_INFORMED);
  /* Somebody is to be informed even later. */
  ovs_notice_add (&notice, TODAY + 3);
  expect (&notice, TODAY + 17, OVS_EARLIEST_INFORMED);
  g_assert_cmpuint (notice.clients, ==, 4);
  g_assert_cmpuint (notice.not_informed, ==, 1);
}

static void
test_short (void)
{
  OvsNotice notice = { 0 };

  g_assert_false (ovs_notice_is_short (&notice, TODAY));
  ovs_notice_add (&notice, TODAY);
  g_assert_true (ovs_notice_is_short (&notice, TODAY + 13));
  g_assert_false (ovs_notice_is_short (&notice, TODAY + 14));
  ovs_notice_add (&notice, OVS_NO_DAY);
  g_assert_true (ovs_notice_is_short (&notice, TODAY + 100));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/earliest", test_earliest);
  g_test_add_func ("/notice/short", test_short);
  return g_test_run ();
}
