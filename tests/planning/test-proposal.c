/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-office.h"
#include "planning/plan-pilot.h"

static void
test_nobody (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = office_propose (office);

  g_assert_cmpuint (proposal->rounds->len, ==, 0);
  g_assert_cmpuint (proposal->left->len, ==, 0);
}

/* 2,000 people and 30 questions a day: two rounds, as the articles' arithmetic has it, after a trial. */
static void
test_two_rounds (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_clients (office, 100, 20);
  proposal = office_propose (office);
  g_assert_cmpuint (proposal->most, ==, 1500);
  g_assert_cmpuint (proposal->rounds->len, ==, 3);
  g_assert_true (proposal_round (proposal, 0)->pilot);
  g_assert_cmpuint (proposal_round (proposal, 0)->clients->len, ==, OVS_PILOT_MOST);
  g_assert_cmpuint (proposal_round (proposal, 1)->people, >, 1400);
  g_assert_cmpuint (proposal_round (proposal, 1)->high, ==, (5 * proposal_round (proposal, 1)->people + 99) / 100);
  g_assert_cmpuint (proposal_round (proposal, 1)->low, ==, (2 * proposal_round (proposal, 1)->people + 99) / 100);
}

static void
test_notice (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  g_autoptr (OvsProposal) hasty = NULL;

  for (guint i = 0; i < 3; i++)
    office_add_client (office, 10)->informed_on = OVS_NO_DAY;
  proposal = office_propose (office);
  g_assert_cmpint (proposal_round (proposal, 0)->day, ==, TODAY + 14);
  g_assert_true (reasons_have (proposal_round (proposal, 0)->day_reasons, OVS_PLAN_NOT_INFORMED));
  g_assert_cmpint (g_array_index (proposal_round (proposal, 0)->day_reasons, OvsPlanReason, 0).number, ==, 3);
  g_assert_false (proposal_round (proposal, 0)->short_notice);

  office->ask.notice_days = 7;
  hasty = office_propose (office);
  g_assert_cmpint (proposal_round (hasty, 0)->day, ==, TODAY + 7);
  g_assert_true (proposal_round (hasty, 0)->short_notice);
  g_assert_true (reasons_have (proposal_round (hasty, 0)->look_outs, OVS_PLAN_SHORT_NOTICE));
}

/* A Friday, a holiday, the day before one and a blocked week are passed over, and told. */
static void
test_days (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  const GArray *reasons;

  office_add_client (office, 10);
  /* Ascension is Thursday 6 May 2027, Liberation Day the Wednesday before it. */
  office->ask.from = ovs_day_from_ymd (2027, 5, 4);
  office_block (office, ovs_day_from_ymd (2027, 5, 10), ovs_day_from_ymd (2027, 5, 12), NULL);
  proposal = office_propose (office);
  reasons = proposal_round (proposal, 0)->day_reasons;
  /* Whit Sunday is on 16 May, so Monday 17 is one too. */
  g_assert_cmpint (proposal_round (proposal, 0)->day, ==, ovs_day_from_ymd (2027, 5, 13));
  g_assert_true (reasons_have (reasons, OVS_PLAN_FROM));
  g_assert_true (reasons_have (reasons, OVS_PLAN_EVE));
  g_assert_true (reasons_have (reasons, OVS_PLAN_HOLIDAY));
  g_assert_true (reasons_have (reasons, OVS_PLAN_FRIDAY));
  g_assert_true (reasons_have (reasons, OVS_PLAN_BLOCKED));
  g_assert_false (reasons_have (reasons, OVS_PLAN_WEEKEND));
}

static void
test_end_of_year (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_client (office, 10);
  office->ask.from = ovs_day_from_ymd (2026, 12, 18);
  proposal = office_propose (office);
  g_assert_cmpint (proposal_round (proposal, 0)->day, ==, ovs_day_from_ymd (2027, 1, 4));
  g_assert_true (reasons_have (proposal_round (proposal, 0)->day_reasons, OVS_PLAN_YEAR_END));
}

static void
test_payday (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  office_add_clients (office, 20, 10);
  office_add_client (office, 10)->payroll = "month";
  office->ask.from = ovs_day_from_ymd (2027, 2, 22);
  proposal = office_propose (office);
  proposal_find (proposal, 20, &planned);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_PAYROLL_WEEK);
  g_assert_cmpint (planned.waited.number, ==, 1);
}

static void
test_handler (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  office_add_clients (office, 20, 10);
  office_add_client (office, 10)->handler = "Sanne";
  office_block (office, TODAY, TODAY + 9, "Sanne");
  proposal = office_propose (office);
  proposal_find (proposal, 20, &planned);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_HANDLER_AWAY);
}

/* A few small and simple clients go first, the office itself with them. */
static void
test_pilot (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  office_add_clients (office, 6, 200);
  office_add_client (office, 60)->office = TRUE;
  office_add_clients (office, 2, 12);
  office_add_client (office, 15)->simple = FALSE;
  office_add_clients (office, 5, 150);
  proposal = office_propose (office);
  g_assert_true (proposal_round (proposal, 0)->pilot);
  g_assert_cmpuint (proposal_round (proposal, 0)->clients->len, ==, 3);
  proposal_find (proposal, 6, &planned);
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_PILOT_OFFICE);
  proposal_find (proposal, 7, &planned);
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_PILOT);
  g_assert_true (proposal_find (proposal, 9, &planned) == proposal_round (proposal, 1));
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_AFTER_PILOT);
}

/* Clients of a few groups are as many clients; and a large one is no trial. */
static void
test_pilot_of_groups (void)
{
  g_autoptr (Office) office = office_new (60);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_clients (office, 12, 60);
  for (guint i = 0; i < 12; i++)
    office_tie (office, i / 3 * 3, i, OVS_TIE_OWNER);
  proposal = office_propose (office);
  g_assert_false (proposal_round (proposal, 0)->pilot);

  for (guint i = 0; i < 3; i++)
    g_array_index (office->clients, OvsPlanClient, i).people = 9;
  ovs_proposal_free (g_steal_pointer (&proposal));
  proposal = office_propose (office);
  g_assert_true (proposal_round (proposal, 0)->pilot);
  g_assert_cmpuint (proposal_round (proposal, 0)->clients->len, ==, 3);
  g_assert_cmpuint (proposal_round (proposal, 0)->people, ==, 27);
}

/* With a round that stands there is nothing to try any more, and its day and its questions count. */
static void
test_standing (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlanStanding standing = { 4, TODAY + 2, 1500 };

  office_add_clients (office, 30, 50);
  office->ask.first_number = 5;
  g_array_append_val (office->standing, standing);
  proposal = office_propose (office);
  g_assert_false (proposal_round (proposal, 0)->pilot);
  g_assert_cmpint (proposal_round (proposal, 0)->day, >=, TODAY + 9);
  g_assert_true (reasons_have (proposal_round (proposal, 0)->day_reasons, OVS_PLAN_GAP));
  g_assert_cmpuint (proposal_round (proposal, 0)->people, <, 1500);
}

/* Who belongs with a round that stands comes to it, where its own days, the frozen round and the room allow it. */
static void
test_joins (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlanStanding standings[] = { { 1, TODAY + 20, 100, TRUE }, { 2, TODAY + 48, 1500, TRUE }, { 3, TODAY + 76, 100, FALSE } };
  OvsPlanStandingTie ties[] = { { 0, 0, OVS_TIE_PERSON }, { 1, 0, OVS_TIE_OWNER }, { 2, 1, OVS_TIE_ADDRESS }, { 3, 2, OVS_TIE_OWNER }, { 4, 0, OVS_TIE_OWNER } };
  OvsPlannedClient planned;

  office_add_clients (office, 8, 20);
  office_tie (office, 1, 5, OVS_TIE_OWNER);
  g_array_index (office->clients, OvsPlanClient, 4).informed_on = TODAY + 10;
  g_array_append_vals (office->standing, standings, G_N_ELEMENTS (standings));
  g_array_append_vals (office->standing_ties, ties, G_N_ELEMENTS (ties));
  office->ask.first_number = 4;
  proposal = office_propose (office);

  g_assert_true (proposal_find (proposal, 0, &planned)->stands);
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_JOINS);
  g_assert_cmpint (proposal_find (proposal, 1, &planned)->number, ==, 1);
  g_assert_cmpint (planned.why.other, ==, OVS_TIE_OWNER);
  /* With its group. */
  g_assert_cmpint (proposal_find (proposal, 5, &planned)->number, ==, 1);
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_WITH_OWNER);
  g_assert_cmpuint (proposal_number (proposal, 1)->people, ==, 60);
  g_assert_cmpuint (proposal_number (proposal, 1)->high, ==, 3);
  g_assert_true (reasons_have (proposal_number (proposal, 1)->day_reasons, OVS_PLAN_STANDS));

  g_assert_false (proposal_find (proposal, 2, &planned)->stands);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_NO_ROOM);
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_ELSEWHERE);
  proposal_find (proposal, 3, &planned);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_FROZEN);
  g_assert_cmpint (planned.waited.number, ==, 3);
  proposal_find (proposal, 4, &planned);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_KNOWS_TOO_LATE);
  g_assert_cmpint (planned.waited.number, ==, 1);
  proposal_find (proposal, 7, &planned);
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_NOTHING);
}

static void
test_contract (void)
{
  g_autoptr (Office) office = office_new (2);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  office_add_clients (office, 5, 60);
  office_add_client (office, 30)->contract_ends = TODAY + 20;
  office_add_client (office, 30)->contract_ends = TODAY - 20;
  g_array_index (office->clients, OvsPlanClient, 0).simple = FALSE;
  proposal = office_propose (office);
  proposal_find (proposal, 6, &planned);
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_CONTRACT_ENDED);
  g_assert_cmpint (proposal_find (proposal, 5, &planned)->day, <=, TODAY + 20);
}

static void
test_together (void)
{
  g_autoptr (Office) office = office_new (4);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  office_add_clients (office, 20, 50);
  office_tie (office, 1, 18, OVS_TIE_OWNER);
  office_tie (office, 18, 19, OVS_TIE_PERSON);
  /* Together more than one day can bear: who only shares somebody goes apart, the group does not. */
  for (guint i = 2; i < 5; i++)
    office_tie (office, i, i + 1, i == 4 ? OVS_TIE_PERSON : OVS_TIE_OWNER);
  proposal = office_propose (office);
  g_assert_cmpuint (proposal->most, ==, 200);
  g_assert_true (proposal_find (proposal, 1, NULL) == proposal_find (proposal, 18, &planned));
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_WITH_OWNER);
  g_assert_true (proposal_find (proposal, 19, &planned) == proposal_find (proposal, 1, NULL));
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_WITH_PERSON);
  g_assert_cmpstr (planned.why.text, ==, "1019");
  office_tie (office, 5, 6, OVS_TIE_OWNER);
  ovs_proposal_free (g_steal_pointer (&proposal));
  proposal = office_propose (office);
  g_assert_true (proposal_find (proposal, 2, NULL) == proposal_find (proposal, 4, &planned));
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_APART);
  g_assert_cmpstr (planned.look_out.text, ==, "1006");
  proposal_find (proposal, 2, &planned);
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_NOTHING);
}

/* Of a group that is too large for one day, those who share people stay together. */
static void
test_large_group (void)
{
  g_autoptr (Office) office = office_new (4);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  office_add_clients (office, 9, 90);
  for (guint i = 1; i < 9; i++)
    office_tie (office, 0, i, OVS_TIE_OWNER);
  office_tie (office, 2, 7, OVS_TIE_PERSON);
  proposal = office_propose (office);
  g_assert_true (proposal_find (proposal, 2, NULL) == proposal_find (proposal, 7, &planned));
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_WITH_PERSON);
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_APART);
  g_assert_cmpstr (planned.look_out.text, ==, "1001");
}

static void
test_too_large (void)
{
  g_autoptr (Office) office = office_new (4);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_client (office, 201);
  office_add_client (office, 0);
  office_add_client (office, 200);
  proposal = office_propose (office);
  g_assert_cmpuint (proposal->left->len, ==, 2);
  g_assert_cmpint (g_array_index (proposal->left, OvsPlanLeft, 0).why.why, ==, OVS_PLAN_TOO_LARGE);
  g_assert_cmpint (g_array_index (proposal->left, OvsPlanLeft, 1).why.why, ==, OVS_PLAN_NOBODY);
}

/* Nobody answers questions: nobody can go, and that is told. */
static void
test_no_capacity (void)
{
  g_autoptr (Office) office = office_new (0);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_clients (office, 3, 10);
  proposal = office_propose (office);
  g_assert_cmpuint (proposal->rounds->len, ==, 0);
  g_assert_cmpuint (proposal->left->len, ==, 3);
}

static void
test_no_day (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_client (office, 10);
  office_block (office, TODAY, TODAY + 2000, NULL);
  proposal = office_propose (office);
  g_assert_cmpint (g_array_index (proposal->left, OvsPlanLeft, 0).why.why, ==, OVS_PLAN_NO_DAY);
  g_assert_cmpint (g_array_index (proposal->left, OvsPlanLeft, 0).why.other, ==, OVS_PLAN_BLOCKED);
}

static void
test_half (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  office_add_client (office, 1000);
  office_add_clients (office, 4, 10);
  proposal = office_propose (office);
  g_assert_cmpuint (proposal->rounds->len, ==, 1);
  g_assert_true (reasons_have (proposal_round (proposal, 0)->look_outs, OVS_PLAN_OVER_HALF));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/nobody", test_nobody);
  g_test_add_func ("/proposal/two-rounds", test_two_rounds);
  g_test_add_func ("/proposal/notice", test_notice);
  g_test_add_func ("/proposal/days", test_days);
  g_test_add_func ("/proposal/end-of-year", test_end_of_year);
  g_test_add_func ("/proposal/payday", test_payday);
  g_test_add_func ("/proposal/handler", test_handler);
  g_test_add_func ("/proposal/pilot", test_pilot);
  g_test_add_func ("/proposal/pilot-of-groups", test_pilot_of_groups);
  g_test_add_func ("/proposal/standing", test_standing);
  g_test_add_func ("/proposal/joins", test_joins);
  g_test_add_func ("/proposal/contract", test_contract);
  g_test_add_func ("/proposal/together", test_together);
  g_test_add_func ("/proposal/large-group", test_large_group);
  g_test_add_func ("/proposal/too-large", test_too_large);
  g_test_add_func ("/proposal/no-capacity", test_no_capacity);
  g_test_add_func ("/proposal/no-day", test_no_day);
  g_test_add_func ("/proposal/half", test_half);
  return g_test_run ();
}
