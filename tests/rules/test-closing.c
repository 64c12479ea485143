/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/closing.h"

static OvsEndState
derive (OvsDisposition disposition, OvsOutcome outcome, OvsAccess mijnloket, gboolean active)
{
  const OvsEndStateRow row = { .disposition = disposition, .outcome = outcome, .mijnloket = mijnloket, .active = active };

  return ovs_end_state_derive (&row);
}

/* What became of an invitation weighs more than how he is judged since: a blocked Werknemerloket leaves him out, and he still waits. */
static void
test_submitted (void)
{
  g_assert_cmpint (derive (OVS_DISPOSITION_DONE, OVS_OUTCOME_INVITED, OVS_ACCESS_ACTIVE, TRUE), ==, OVS_END_OVER);
  g_assert_cmpint (derive (OVS_DISPOSITION_DONE, OVS_OUTCOME_INVITED, OVS_ACCESS_INVITE_PENDING, TRUE), ==, OVS_END_WAITING);
  g_assert_cmpint (derive (OVS_DISPOSITION_LEFT_OUT, OVS_OUTCOME_INVITED, OVS_ACCESS_INVITE_EXPIRED, TRUE), ==, OVS_END_WAITING);
  g_assert_cmpint (derive (OVS_DISPOSITION_LEFT_OUT, OVS_OUTCOME_FALLOUT, OVS_ACCESS_NONE, TRUE), ==, OVS_END_FALLOUT);
  g_assert_cmpint (derive (OVS_DISPOSITION_LEFT_OUT, OVS_OUTCOME_FALLOUT, OVS_ACCESS_NONE, FALSE), ==, OVS_END_LEFT);
  g_assert_cmpint (derive (OVS_DISPOSITION_LEFT_OUT, OVS_OUTCOME_INVITED, OVS_ACCESS_INVITE_PENDING, FALSE), ==, OVS_END_LEFT);
}

/* As long as Loket has not told, nobody has an end state, whatever else is so. */
static void
test_unknown (void)
{
  OvsEndStateRow row = { .outcome = OVS_OUTCOME_UNKNOWN, .no_access_needed = TRUE };

  g_assert_cmpint (ovs_end_state_derive (&row), ==, OVS_END_UNKNOWN);
  row.active = TRUE;
  g_assert_cmpint (ovs_end_state_derive (&row), ==, OVS_END_UNKNOWN);
}

static void
test_not_submitted (void)
{
  g_assert_cmpint (derive (OVS_DISPOSITION_READY, OVS_OUTCOME_NOT_SUBMITTED, OVS_ACCESS_UNKNOWN, TRUE), ==, OVS_END_NOT_INVITED);
  g_assert_cmpint (derive (OVS_DISPOSITION_STOPPER, OVS_OUTCOME_NOT_SUBMITTED, OVS_ACCESS_NONE, TRUE), ==, OVS_END_NOT_INVITED);
  g_assert_cmpint (derive (OVS_DISPOSITION_LEFT_OUT, OVS_OUTCOME_NOT_SUBMITTED, OVS_ACCESS_NONE, TRUE), ==, OVS_END_NOT_PART);
  g_assert_cmpint (derive (OVS_DISPOSITION_DONE, OVS_OUTCOME_NOT_SUBMITTED, OVS_ACCESS_ACTIVE, FALSE), ==, OVS_END_OVER);
  g_assert_cmpint (derive (OVS_DISPOSITION_DONE, OVS_OUTCOME_NOT_SUBMITTED, OVS_ACCESS_INVITE_PENDING, TRUE), ==, OVS_END_WAITING);
}

/* On Loket's own uitvallijst without anything asked by this program. */
static void
test_listed (void)
{
  OvsEndStateRow row = { .listed = TRUE, .active = TRUE, .mijnloket = OVS_ACCESS_NONE };

  g_assert_cmpint (ovs_end_state_derive (&row), ==, OVS_END_FALLOUT);
  row.mijnloket = OVS_ACCESS_INVITE_PENDING;
  g_assert_cmpint (ovs_end_state_derive (&row), ==, OVS_END_WAITING);
  row.no_access_needed = TRUE;
  g_assert_cmpint (ovs_end_state_derive (&row), ==, OVS_END_NO_ACCESS);
  row.mijnloket = OVS_ACCESS_ACTIVE;
  g_assert_cmpint (ovs_end_state_derive (&row), ==, OVS_END_OVER);
}

static void
test_obstacles (void)
{
  OvsClosingFacts facts = { .ends = { [OVS_END_OVER] = 40, [OVS_END_NO_ACCESS] = 1, [OVS_END_LEFT] = 2, [OVS_END_NOT_PART] = 7 } };
  g_autofree char *words = NULL;

  g_assert_cmpint (ovs_closing_people (&facts), ==, 50);
  g_assert_cmpuint (ovs_closing_judge (&facts), ==, 0);
  facts.product_500 = OVS_TOLD_UNKNOWN;
  g_assert_cmpint (ovs_obstacle_first (ovs_closing_judge (&facts)), ==, OVS_OBSTACLE_PRODUCT_UNKNOWN);
  facts.product_500 = OVS_TOLD_YES;
  g_assert_cmpint (ovs_obstacle_first (ovs_closing_judge (&facts)), ==, OVS_OBSTACLE_PRODUCT);
  facts.ends[OVS_END_WAITING] = 3;
  g_assert_cmpint (ovs_obstacle_first (ovs_closing_judge (&facts)), ==, OVS_OBSTACLE_WAITING);
  words = ovs_closing_say (&facts, ovs_closing_judge (&facts));
  g_assert_cmpstr (words, ==, "3 are waiting · Product 500 is still on");
}

/* Nobody is overruled who still waits, and a client of which nobody is known is not closed by itself. */
static void
test_overruling (void)
{
  OvsClosingFacts facts = { .product_500 = OVS_TOLD_YES };
  OvsObstacles obstacles = ovs_closing_judge (&facts);

  g_assert_cmpuint (obstacles, ==, OVS_OBSTACLE_BIT (OVS_OBSTACLE_NOBODY_KNOWN) | OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT));
  g_assert_cmpuint (obstacles & ~OVS_OBSTACLES_TO_OVERRULE, ==, 0);
  g_assert_cmpuint (ovs_closing_reopens (obstacles, TRUE), ==, 0);
  g_assert_cmpuint (ovs_closing_reopens (obstacles, FALSE), ==, OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT));
  for (int state = 0; state < OVS_N_END_STATES; state++)
    {
      OvsClosingFacts one = { .product_500 = OVS_TOLD_NO };

      one.ends[state] = 1;
      g_assert_true (ovs_end_state_is_open ((OvsEndState) state) == ((ovs_closing_judge (&one) & ~OVS_OBSTACLES_TO_OVERRULE) != 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/submitted", test_submitted);
  g_test_add_func ("/closing/unknown", test_unknown);
  g_test_add_func ("/closing/not-submitted", test_not_submitted);
  g_test_add_func ("/closing/listed", test_listed);
  g_test_add_func ("/closing/obstacles", test_obstacles);
  g_test_add_func ("/closing/overruling", test_overruling);
  return g_test_run ();
}
