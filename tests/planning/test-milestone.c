/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/milestone.h"

/* Tuesday 8 December 2026. */
#define ROUND (ovs_day_from_ymd (2026, 12, 8))

static void
expect_due (OvsMilestone milestone, OvsDay round, const char *due)
{
  g_autofree char *found = ovs_day_to_iso (ovs_milestone_due (milestone, round));

  g_assert_cmpstr (found, ==, due);
}

static void
test_due (void)
{
  expect_due (OVS_MILESTONE_OVERVIEW, ROUND, "2026-11-10");
  expect_due (OVS_MILESTONE_CLIENT_MAIL, ROUND, "2026-11-24");
  expect_due (OVS_MILESTONE_CONVERSION, ROUND, "2026-12-08");
  /* T−16 and T−2 are Sundays: the Friday before. T−3 is a Saturday. */
  expect_due (OVS_MILESTONE_ANSWERS, ROUND, "2026-11-20");
  expect_due (OVS_MILESTONE_HAND_IN, ROUND, "2026-12-04");
  expect_due (OVS_MILESTONE_FREEZE, ROUND, "2026-12-04");
  /* After the round: the working day that follows. T+5 is a Sunday. */
  expect_due (OVS_MILESTONE_FOLLOW_UP, ROUND, "2026-12-14");
  g_assert_cmpint (ovs_milestone_last (OVS_MILESTONE_FOLLOW_UP, ROUND), ==, ROUND + 7);
  g_assert_cmpint (ovs_milestone_due (OVS_MILESTONE_CLOSE, OVS_NO_DAY), ==, OVS_NO_DAY);
}

static void
test_holidays (void)
{
  /* T+3 of 22 December is Christmas, a Friday; Monday is the first day that offices work. */
  expect_due (OVS_MILESTONE_FALLOUT, ovs_day_from_ymd (2026, 12, 22), "2026-12-28");
  /* T−14 of 8 January 2027 is Christmas: the day before. */
  expect_due (OVS_MILESTONE_CLIENT_MAIL, ovs_day_from_ymd (2027, 1, 8), "2026-12-24");
  /* A round on a Sunday stays where it was chosen. */
  expect_due (OVS_MILESTONE_CONVERSION, ovs_day_from_ymd (2026, 12, 6), "2026-12-06");
}

/* Whatever the day, nothing is due later than it says before the round, nor sooner after it, nor on a day off. */
static void
test_all_days (void)
{
  static const int offsets[OVS_N_MILESTONES] = { -28, -21, -16, -14, -7, -7, -3, -2, 0, 1, 3, 5, 14, 30 };
  OvsDay last = ovs_day_from_ymd (2030, 12, 31);

  for (OvsDay day = ovs_day_from_ymd (2026, 1, 1); day <= last; day++)
    for (int i = 0; i < OVS_N_MILESTONES; i++)
      {
        OvsDay due = ovs_milestone_due ((OvsMilestone) i, day);
        int distance = (int) (due - day);

        g_assert_true (offsets[i] < 0 ? distance <= offsets[i] : distance >= offsets[i]);
        g_assert_cmpint (ABS (distance - offsets[i]), <=, 4);
        g_assert_true (offsets[i] == 0 || (due - 1) % 7 < 5);
        g_assert_cmpint (ovs_milestone_last ((OvsMilestone) i, day), >=, due);
      }
}

static void
expect (OvsMilestone milestone, const OvsMilestoneRound *round, const OvsMilestoneFact *fact, OvsMilestoneState state)
{
  g_assert_cmpstr (ovs_milestone_state_code (ovs_milestone_judge (milestone, round, fact)), ==, ovs_milestone_state_code (state));
}

static void
test_states (void)
{
  OvsMilestoneRound round = { ROUND, ROUND - 15, OVS_ROUTE_LOKET };
  OvsMilestoneFact nothing = { 0 };
  OvsMilestoneFact open = { TRUE, 3 };
  OvsMilestoneFact ticked = { .ticked_on = ROUND - 20, .ticked_by = "Petra" };
  OvsMilestoneFact all = { TRUE, 0, ROUND - 30 };

  expect (OVS_MILESTONE_CLIENT_MAIL, &round, &open, OVS_MILESTONE_AHEAD);
  expect (OVS_MILESTONE_CLIENT_MAIL, &round, &all, OVS_MILESTONE_DONE);
  round.today++;
  expect (OVS_MILESTONE_CLIENT_MAIL, &round, &open, OVS_MILESTONE_DUE);
  round.today++;
  expect (OVS_MILESTONE_CLIENT_MAIL, &round, &open, OVS_MILESTONE_LATE);
  expect (OVS_MILESTONE_OVERVIEW, &round, &nothing, OVS_MILESTONE_LATE);
  expect (OVS_MILESTONE_OVERVIEW, &round, &ticked, OVS_MILESTONE_DONE);
  /* Without a day nothing is late. */
  round.day = OVS_NO_DAY;
  expect (OVS_MILESTONE_OVERVIEW, &round, &nothing, OVS_MILESTONE_AHEAD);
}

static void
test_around_the_round (void)
{
  OvsMilestoneRound round = { ROUND, ROUND + 2, OVS_ROUTE_API };
  OvsMilestoneFact nobody = { TRUE, 0 };
  OvsMilestoneFact open = { TRUE, 3 };

  /* Nothing was sent: that the uitvallijst is empty tells nothing, and there is nobody to follow. */
  expect (OVS_MILESTONE_CONVERSION, &round, &open, OVS_MILESTONE_LATE);
  expect (OVS_MILESTONE_RESULTS, &round, &nobody, OVS_MILESTONE_AHEAD);
  expect (OVS_MILESTONE_HAND_IN, &round, &open, OVS_MILESTONE_NOT_NEEDED);
  round.begun = round.finished = TRUE;
  expect (OVS_MILESTONE_CONVERSION, &round, &open, OVS_MILESTONE_DONE);
  expect (OVS_MILESTONE_RESULTS, &round, &nobody, OVS_MILESTONE_DONE);
  expect (OVS_MILESTONE_RESULTS, &round, &open, OVS_MILESTONE_LATE);
  /* What was not ticked off before the round is no longer asked for. */
  expect (OVS_MILESTONE_OVERVIEW, &round, &(OvsMilestoneFact){ 0 }, OVS_MILESTONE_PASSED);
}

static void
test_words (void)
{
  OvsMilestoneRound round = { ROUND, ROUND - 12, OVS_ROUTE_LOKET };
  OvsMilestoneFact fact = { TRUE, 2 };
  OvsMilestoneFact more = { TRUE, 1, ROUND - 20 };
  g_autofree char *late = ovs_milestone_say (OVS_MILESTONE_CLIENT_MAIL, &round, &fact);
  g_autofree char *done = NULL;

  g_assert_cmpstr (late, ==, "2 days late, 2 clients");
  ovs_milestone_fact_add (&fact, &more);
  g_assert_cmpint (fact.open, ==, 3);
  fact = (OvsMilestoneFact){ .ticked_on = ROUND - 13, .ticked_by = "Petra" };
  done = ovs_milestone_say (OVS_MILESTONE_EMPLOYEES, &round, &fact);
  g_assert_cmpstr (done, ==, "done 25-11-2026, Petra");
}

static void
test_codes (void)
{
  OvsMilestone found;

  for (int i = 0; i < OVS_N_MILESTONES; i++)
    {
      g_assert_true (ovs_milestone_from_code (ovs_milestone_code ((OvsMilestone) i), &found));
      g_assert_cmpint (found, ==, i);
      g_assert_cmpstr (ovs_milestone_tell (found, OVS_ROUTE_HAND), !=, "");
    }
  g_assert_false (ovs_milestone_from_code ("party", &found));
  g_assert_false (ovs_milestone_from_code (NULL, &found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/milestone/due", test_due);
  g_test_add_func ("/milestone/holidays", test_holidays);
  g_test_add_func ("/milestone/all-days", test_all_days);
  g_test_add_func ("/milestone/states", test_states);
  g_test_add_func ("/milestone/around-the-round", test_around_the_round);
  g_test_add_func ("/milestone/words", test_words);
  g_test_add_func ("/milestone/codes", test_codes);
  return g_test_run ();
}
