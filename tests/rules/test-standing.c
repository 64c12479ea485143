/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/standing.h"

#define ON OVS_ACCESS_ACTIVE
#define OFF OVS_ACCESS_BLOCKED
#define NONE OVS_ACCESS_NONE
#define SENT OVS_ACCESS_INVITE_PENDING
#define GONE OVS_ACCESS_INVITE_EXPIRED
#define FAIL OVS_ACCESS_INVITE_FAILED

typedef struct
{
  const char *what;
  OvsStandingRow row; /* submitted, confirmed, unsettled, block confirmed, block unsettled, before, werknemerloket, mijnloket, active,
                         reinstated */
  OvsOutcome outcome;
  gboolean blocked, both, stranded, perhaps;
} Case;

static const Case cases[] = {
  { "not submitted", { 0, 0, 0, 0, 0, ON, ON, NONE, 1, 0 }, OVS_OUTCOME_NOT_SUBMITTED, 0, 0, 0, 0 },
  { "invited and blocked", { 1, 1, 0, 1, 0, ON, OFF, SENT, 1, 0 }, OVS_OUTCOME_INVITED, 1, 0, 0, 0 },
  { "blocked by Loket itself", { 1, 1, 0, 0, 0, ON, OFF, SENT, 1, 0 }, OVS_OUTCOME_INVITED, 1, 0, 0, 0 },
  { "over", { 1, 1, 0, 1, 0, ON, OFF, ON, 1, 0 }, OVS_OUTCOME_INVITED, 1, 0, 0, 0 },
  { "block failed", { 1, 1, 0, 0, 0, ON, ON, SENT, 1, 0 }, OVS_OUTCOME_INVITED, 0, 1, 0, 0 },
  { "fallout keeps the old portal", { 1, 0, 0, 0, 0, ON, ON, FAIL, 1, 0 }, OVS_OUTCOME_FALLOUT, 0, 0, 0, 0 },
  { "fallout, but blocked", { 1, 0, 0, 0, 0, ON, OFF, FAIL, 1, 0 }, OVS_OUTCOME_FALLOUT, 1, 0, 1, 0 },
  { "expired after the block", { 1, 1, 0, 1, 0, ON, OFF, GONE, 1, 0 }, OVS_OUTCOME_INVITED, 1, 0, 1, 0 },
  { "the same, no longer employed", { 1, 1, 0, 1, 0, ON, OFF, GONE, 0, 0 }, OVS_OUTCOME_INVITED, 1, 0, 0, 0 },
  { "blocked before is another story", { 1, 0, 0, 0, 0, OFF, OFF, FAIL, 1, 0 }, OVS_OUTCOME_FALLOUT, 0, 0, 0, 0 },
  { "no answer", { 1, 0, 1, 0, 0, ON, ON, NONE, 1, 0 }, OVS_OUTCOME_UNKNOWN, 0, 0, 0, 0 },
  { "block without an answer, expired", { 1, 1, 0, 0, 1, ON, ON, GONE, 1, 0 }, OVS_OUTCOME_INVITED, 0, 0, 0, 1 },
  { "block without an answer, waiting", { 1, 1, 0, 0, 1, ON, ON, SENT, 1, 0 }, OVS_OUTCOME_INVITED, 0, 1, 0, 0 },
  { "a second one without an answer", { 1, 1, 1, 1, 0, ON, OFF, SENT, 1, 0 }, OVS_OUTCOME_INVITED, 1, 0, 0, 0 },
  { "ended with the conversion", { 1, 0, 0, 0, 0, ON, NONE, FAIL, 1, 0 }, OVS_OUTCOME_FALLOUT, 0, 0, 1, 0 },
  { "unknown access before counts as access", { 1, 0, 0, 0, 0, OVS_ACCESS_UNKNOWN, OFF, FAIL, 1, 0 }, OVS_OUTCOME_FALLOUT, 1, 0, 1, 0 },
  { "pending elsewhere, not by us", { 0, 0, 0, 0, 0, ON, ON, SENT, 1, 0 }, OVS_OUTCOME_NOT_SUBMITTED, 0, 1, 0, 0 },
  { "given back, invitation alive", { 1, 1, 0, 1, 0, ON, ON, SENT, 1, 1 }, OVS_OUTCOME_INVITED, 0, 1, 0, 0 },
  { "given back, invitation lapsed", { 1, 1, 0, 1, 0, ON, ON, GONE, 1, 1 }, OVS_OUTCOME_INVITED, 0, 0, 0, 0 },
  { "given back, and blocked later by somebody else", { 1, 1, 0, 1, 0, ON, OFF, GONE, 1, 1 }, OVS_OUTCOME_INVITED, 0, 0, 0, 0 },
};

static void
test_derive (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsStanding standing = ovs_standing_derive (&cases[i].row);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (standing.outcome, ==, cases[i].outcome);
      g_assert_cmpint (standing.blocked, ==, cases[i].blocked);
      g_assert_cmpint (standing.both_portals, ==, cases[i].both);
      g_assert_cmpint (standing.stranded, ==, cases[i].stranded);
      g_assert_cmpint (standing.perhaps_stranded, ==, cases[i].perhaps);
    }
}

typedef struct
{
  const char *what;
  OvsStandingRow row;
  OvsReinstate reinstate;
} ReinstateCase;

static const ReinstateCase reinstates[] = {
  { "blocked by us", { 1, 1, 0, 1, 0, ON, OFF, SENT, 1, 0 }, OVS_REINSTATE_POSSIBLE },
  { "over: the account stays", { 1, 1, 0, 1, 0, ON, OFF, ON, 1, 0 }, OVS_REINSTATE_POSSIBLE },
  { "blocked by Loket with the invitation", { 1, 1, 0, 0, 0, ON, OFF, SENT, 1, 0 }, OVS_REINSTATE_POSSIBLE },
  { "perhaps blocked", { 1, 1, 0, 0, 1, ON, OVS_ACCESS_OTHER, SENT, 1, 0 }, OVS_REINSTATE_POSSIBLE },
  { "fell out, and was blocked all the same", { 1, 0, 0, 0, 0, ON, OFF, FAIL, 1, 0 }, OVS_REINSTATE_POSSIBLE },
  { "no longer employed", { 1, 1, 0, 1, 0, ON, OFF, SENT, 0, 0 }, OVS_REINSTATE_POSSIBLE },
  { "blocked before", { 1, 1, 0, 0, 0, OFF, OFF, SENT, 1, 0 }, OVS_REINSTATE_BLOCKED_BEFORE },
  { "whether it was open before is not known", { 1, 1, 0, 0, 0, OVS_ACCESS_UNKNOWN, OFF, SENT, 1, 0 }, OVS_REINSTATE_BLOCKED_BEFORE },
  { "blocked, never submitted", { 0, 0, 0, 0, 0, OVS_ACCESS_UNKNOWN, OFF, NONE, 1, 0 }, OVS_REINSTATE_BLOCKED_BEFORE },
  { "blocked again after it was given back", { 1, 1, 0, 1, 0, ON, OFF, SENT, 1, 1 }, OVS_REINSTATE_BLOCKED_BEFORE },
  { "open", { 1, 1, 0, 0, 0, ON, ON, SENT, 1, 0 }, OVS_REINSTATE_OPEN },
  { "given back already", { 1, 1, 0, 1, 0, ON, ON, SENT, 1, 1 }, OVS_REINSTATE_OPEN },
  { "never had it", { 1, 1, 0, 0, 0, NONE, NONE, SENT, 1, 0 }, OVS_REINSTATE_NOT_CONCERNED },
  { "the whole account is blocked", { 1, 1, 0, 1, 0, ON, OVS_ACCESS_USER_BLOCKED, SENT, 1, 0 }, OVS_REINSTATE_USER_BLOCKED },
  { "ended in Loket", { 1, 1, 0, 1, 0, ON, NONE, SENT, 1, 0 }, OVS_REINSTATE_ENDED },
  { "a word that nobody knows", { 1, 1, 0, 0, 0, ON, OVS_ACCESS_OTHER, SENT, 1, 0 }, OVS_REINSTATE_UNKNOWN },
};

static void
test_reinstate (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reinstates); i++)
    {
      g_test_message ("%s", reinstates[i].what);
      g_assert_cmpint (ovs_standing_derive (&reinstates[i].row).reinstate, ==, reinstates[i].reinstate);
    }
}

static void
test_may_block (void)
{
  g_assert_true (ovs_standing_may_block (ON, SENT));
  g_assert_true (ovs_standing_may_block (ON, ON));
  g_assert_false (ovs_standing_may_block (ON, GONE));
  g_assert_false (ovs_standing_may_block (ON, FAIL));
  g_assert_false (ovs_standing_may_block (ON, OVS_ACCESS_UNKNOWN));
  g_assert_false (ovs_standing_may_block (OFF, SENT));
  g_assert_false (ovs_standing_may_block (OVS_ACCESS_UNKNOWN, SENT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/derive", test_derive);
  g_test_add_func ("/standing/reinstate", test_reinstate);
  g_test_add_func ("/standing/may-block", test_may_block);
  return g_test_run ();
}
