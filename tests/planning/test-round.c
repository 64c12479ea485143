/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/round.h"

#define TODAY 740000

static void
expect (const OvsRoundFacts *facts, const char *codes)
{
  guint warnings = ovs_round_judge (facts);
  g_autoptr (GString) found = g_string_new (NULL);

  for (int warning = 0; warning < OVS_N_ROUND_WARNINGS; warning++)
    if (warnings & OVS_ROUND_WARNING_BIT (warning))
      {
        g_autofree char *sentence = ovs_round_warning_tell (warning, facts);

        g_assert_cmpstr (sentence, !=, "");
        g_string_append_printf (found, "%s ", ovs_round_warning_code (warning));
      }
  g_assert_cmpstr (found->str, ==, codes);
}

static void
test_day (void)
{
  OvsRoundFacts facts = { .day = OVS_NO_DAY, .today = TODAY, .to_invite = 1 };

  ovs_notice_add (&facts.notice, TODAY - 30);
  expect (&facts, "without-day ");
  g_assert_true (ovs_round_is_early (&facts));
  facts.day = TODAY - 1;
  expect (&facts, "before-today ");
  g_assert_false (ovs_round_is_early (&facts));
  facts.day = TODAY;
  expect (&facts, "");
  g_assert_false (ovs_round_is_early (&facts));
  facts.day = TODAY + 1;
  g_assert_true (ovs_round_is_early (&facts));
  /* On the day itself it is too late for advice. */
  facts.bar = (OvsPlanReason){ OVS_PLAN_BLOCKED, TODAY + 1, .text = "beurs" };
  expect (&facts, "unsuitable-day ");
  facts.day = TODAY;
  expect (&facts, "");
}

static void
test_notice (void)
{
  OvsRoundFacts facts = { .day = TODAY + 20, .today = TODAY, .to_invite = 1 };

  ovs_notice_add (&facts.notice, OVS_NO_DAY);
  expect (&facts, "not-informed ");
  facts.day = TODAY + 13;
  expect (&facts, "too-soon-after-informing ");

  facts.notice = (OvsNotice){ 0 };
  ovs_notice_add (&facts.notice, TODAY - 1);
  facts.day = TODAY + 12;
  expect (&facts, "too-soon-after-informing ");
  facts.day = TODAY + 13;
  expect (&facts, "");
  /* On its day it is not too soon; now it would be. */
  g_assert_true (ovs_round_is_hasty (&facts));
}

static void
test_ties (void)
{
  OvsRoundFacts facts = { .day = TODAY + 20, .today = TODAY, .to_invite = 1, .ties = { 1, 2, 3 } };

  expect (&facts, "shares-address shares-person shares-owner ");
}

static void
test_state (void)
{
  OvsRoundFacts facts = { .day = TODAY - 3, .today = TODAY, .to_invite = 4, .ties = { 1 } };

  g_assert_cmpint (ovs_round_state (&facts), ==, OVS_ROUND_PLANNED);
  facts.frozen = TRUE;
  g_assert_cmpint (ovs_round_state (&facts), ==, OVS_ROUND_FROZEN);
  facts.submitted = 1;
  g_assert_cmpint (ovs_round_state (&facts), ==, OVS_ROUND_APPLIED);
  expect (&facts, "before-today shares-address ");
  /* What is over is not warned of. */
  facts.to_invite = 0;
  expect (&facts, "");
}

/* Handed in to Loket as a whole; who changed since is told, also when nobody is left to hand in. */
static void
test_handed_in (void)
{
  OvsRoundFacts facts = { .day = TODAY + 3, .today = TODAY, .frozen = TRUE, .submitted = 2, .handed_in = 2, .changed = 3 };

  g_assert_cmpint (ovs_round_state (&facts), ==, OVS_ROUND_HANDED_IN);
  expect (&facts, "changed-since-handing-in ");
  facts.handed_in = 1;
  g_assert_cmpint (ovs_round_state (&facts), ==, OVS_ROUND_APPLIED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round/day", test_day);
  g_test_add_func ("/round/notice", test_notice);
  g_test_add_func ("/round/ties", test_ties);
  g_test_add_func ("/round/state", test_state);
  g_test_add_func ("/round/handed-in", test_handed_in);
  return g_test_run ();
}
