/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-office.h"

static void
fill_by_chance (Office *office, GRand *chance, guint clients)
{
  static const char *const rhythms[] = { NULL, "month", "month", "month", "four-weeks", "week" };
  static const char *const paydays[] = { NULL, "25", "24-12-2026", "15", "31", "27-11-2028", "de 20e", "onzin" };
  static const char *const handlers[] = { NULL, "Petra", "Sanne", "Joost" };

  for (guint i = 0; i < clients; i++)
    {
      OvsPlanClient *client = office_add_client (office, g_rand_int_range (chance, 0, 10) == 0 ? g_rand_int_range (chance, 0, 900) : g_rand_int_range (chance, 0, 80));

      client->payroll = rhythms[g_rand_int_range (chance, 0, G_N_ELEMENTS (rhythms))];
      client->payday = paydays[g_rand_int_range (chance, 0, G_N_ELEMENTS (paydays))];
      client->handler = handlers[g_rand_int_range (chance, 0, G_N_ELEMENTS (handlers))];
      client->simple = g_rand_boolean (chance);
      if (g_rand_boolean (chance))
        client->informed_on = g_rand_boolean (chance) ? OVS_NO_DAY : office->ask.today - g_rand_int_range (chance, -10, 20);
      if (g_rand_int_range (chance, 0, 8) == 0)
        client->contract_ends = office->ask.today + g_rand_int_range (chance, -20, 400);
    }
  for (guint i = 0; i < clients / 6; i++)
    office_tie (office, g_rand_int_range (chance, 0, clients), g_rand_int_range (chance, 0, clients), g_rand_int_range (chance, 0, OVS_N_TIES));
  for (guint i = 0; i < 4; i++)
    {
      OvsDay first = office->ask.today + g_rand_int_range (chance, 0, 200);

      office_block (office, first, first + g_rand_int_range (chance, 0, 20), handlers[g_rand_int_range (chance, 0, G_N_ELEMENTS (handlers))]);
    }
}

static void
expect_same (OvsProposal *one, OvsProposal *other)
{
  g_assert_cmpuint (one->rounds->len, ==, other->rounds->len);
  for (guint i = 0; i < one->rounds->len; i++)
    {
      OvsPlannedRound *round = proposal_round (one, i);
      OvsPlannedRound *same = proposal_round (other, i);

      g_assert_cmpint (round->day, ==, same->day);
      g_assert_cmpuint (round->clients->len, ==, same->clients->len);
      for (guint at = 0; at < round->clients->len; at++)
        g_assert_cmpuint (g_array_index (round->clients, OvsPlannedClient, at).client, ==, g_array_index (same->clients, OvsPlannedClient, at).client);
    }
}

/* Of each year up to 2030, with its own holidays. */
static OvsDay
choose_today (GRand *chance)
{
  return g_rand_int_range (chance, ovs_day_from_ymd (2026, 1, 1), ovs_day_from_ymd (2030, 12, 31));
}

static void
add_standing_by_chance (Office *office, GRand *chance)
{
  guint rounds = g_rand_int_range (chance, 0, 4);
  guint64 most = ovs_capacity_most_invited (&office->ask.capacity);

  for (guint i = 0; i < rounds; i++)
    {
      OvsPlanStanding standing = { i + 1, office->ask.today + i * 40 - 10, MIN (300, most / 2), g_rand_boolean (chance) };

      g_array_append_val (office->standing, standing);
    }
  office->ask.first_number = rounds + 1;
  for (guint i = 0; rounds > 0 && i < office->clients->len / 5; i++)
    {
      OvsPlanStandingTie tie = { g_rand_int_range (chance, 0, office->clients->len), g_rand_int_range (chance, 0, rounds), g_rand_int_range (chance, 0, OVS_N_TIES) };

      g_array_append_val (office->standing_ties, tie);
    }
}

static void
test_any_office (void)
{
  guint joined = 0;

  for (guint32 seed = 1; seed <= 150; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (Office) office = office_new (g_rand_int_range (chance, 1, 60));
      g_autoptr (OvsProposal) proposal = NULL;
      g_autoptr (OvsProposal) again = NULL;

      office->ask.today = choose_today (chance);
      fill_by_chance (office, chance, g_rand_int_range (chance, 1, 150));
      office->ask.gap_days = g_rand_int_range (chance, 0, 15);
      office->ask.from = g_rand_boolean (chance) ? OVS_NO_DAY : office->ask.today + g_rand_int_range (chance, 0, 400);
      add_standing_by_chance (office, chance);
      proposal = office_propose (office);
      again = office_propose (office);
      expect_same (proposal, again);
      for (guint i = 0; i < proposal->rounds->len; i++)
        joined += proposal_round (proposal, i)->stands;
    }
  g_assert_cmpuint (joined, >, 10);
}

/* Of an office that starts on any day of these years: who can go has a round within a few months, on a day that is not told away. */
static void
test_each_start (void)
{
  for (OvsDay today = ovs_day_from_ymd (2026, 1, 1); today < ovs_day_from_ymd (2031, 1, 1); today += 3)
    {
      g_autoptr (Office) office = office_new (30);
      g_autoptr (OvsProposal) proposal = NULL;

      office->ask.today = today;
      office_add_clients (office, 8, 20);
      office_add_client (office, 40)->payroll = "month";
      proposal = office_propose (office);
      g_assert_cmpuint (proposal->left->len, ==, 0);
      g_assert_cmpint (proposal_round (proposal, 0)->day - today, <, 25);
    }
}

/* What a large firm has. */
static void
test_large (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  g_autoptr (Office) office = office_new (60);
  g_autoptr (OvsProposal) proposal = NULL;

  fill_by_chance (office, chance, 2000);
  proposal = office_propose (office);
  g_assert_cmpuint (proposal->rounds->len, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/any-proposal/any-office", test_any_office);
  g_test_add_func ("/any-proposal/each-start", test_each_start);
  g_test_add_func ("/any-proposal/large", test_large);
  return g_test_run ();
}
