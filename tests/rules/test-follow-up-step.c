/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/follow-up-step.h"

#define DAY(n) (OVS_TEST_FIRST + (n))
#define OVS_TEST_FIRST ovs_day_from_ymd (2026, 12, 8)

static OvsFollowUpStep
step (int after, int invitations, gboolean lapsed, int word_after)
{
  const OvsFollowUpDays days = { OVS_FOLLOW_WORD_DAYS, OVS_FOLLOW_INVITE_DAYS };
  OvsFollowUpRow row = { DAY (0), invitations, lapsed, word_after >= 0 ? DAY (word_after) : OVS_NO_DAY, OVS_NO_DAY };

  return ovs_follow_up_step (&row, &days, DAY (after));
}

static void
test_days (void)
{
  g_assert_cmpint (step (0, 1, FALSE, -1), ==, OVS_FOLLOW_UP_NOTHING);
  g_assert_cmpint (step (4, 1, FALSE, -1), ==, OVS_FOLLOW_UP_NOTHING);
  g_assert_cmpint (step (5, 1, FALSE, -1), ==, OVS_FOLLOW_UP_WORD);
  g_assert_cmpint (step (9, 1, FALSE, 5), ==, OVS_FOLLOW_UP_NOTHING);
  g_assert_cmpint (step (13, 1, FALSE, -1), ==, OVS_FOLLOW_UP_WORD);
  g_assert_cmpint (step (14, 1, FALSE, 5), ==, OVS_FOLLOW_UP_INVITE);
  g_assert_cmpint (step (14, 2, FALSE, 5), ==, OVS_FOLLOW_UP_DECIDE);
}

/* A word of before the latest invitation was about the one before it. */
static void
test_word_again (void)
{
  const OvsFollowUpDays days = { 5, 14 };
  OvsFollowUpRow row = { DAY (14), 2, FALSE, DAY (5), OVS_NO_DAY };

  g_assert_cmpint (ovs_follow_up_step (&row, &days, DAY (19)), ==, OVS_FOLLOW_UP_WORD);
}

static void
test_lapsed (void)
{
  g_assert_cmpint (step (0, 1, TRUE, -1), ==, OVS_FOLLOW_UP_INVITE);
  g_assert_cmpint (step (1, 2, TRUE, -1), ==, OVS_FOLLOW_UP_DECIDE);
}

static void
test_put_off (void)
{
  const OvsFollowUpDays days = { 5, 14 };
  OvsFollowUpRow row = { DAY (0), 1, TRUE, OVS_NO_DAY, DAY (20) };

  g_assert_cmpint (ovs_follow_up_step (&row, &days, DAY (19)), ==, OVS_FOLLOW_UP_NOTHING);
  g_assert_cmpint (ovs_follow_up_step (&row, &days, DAY (20)), ==, OVS_FOLLOW_UP_INVITE);
}

static void
test_never (void)
{
  const OvsFollowUpDays days = { 0, 0 };
  OvsFollowUpRow row = { DAY (0), 1, FALSE, OVS_NO_DAY, OVS_NO_DAY };

  g_assert_cmpint (ovs_follow_up_step (&row, &days, DAY (90)), ==, OVS_FOLLOW_UP_NOTHING);
  row.invited_on = OVS_NO_DAY;
  g_assert_cmpint (ovs_follow_up_step (&row, &(OvsFollowUpDays) { 5, 14 }, DAY (90)), ==, OVS_FOLLOW_UP_NOTHING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow-up-step/days", test_days);
  g_test_add_func ("/follow-up-step/word-again", test_word_again);
  g_test_add_func ("/follow-up-step/lapsed", test_lapsed);
  g_test_add_func ("/follow-up-step/put-off", test_put_off);
  g_test_add_func ("/follow-up-step/never", test_never);
  return g_test_run ();
}
