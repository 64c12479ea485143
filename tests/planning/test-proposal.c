/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/proposal.h"

#include <string.h>

#include "planning/holidays.h"
#include "planning/payroll-days.h"
#include "planning/plan-pilot.h"
#include "rules/boundary.h"

#define FRIDAY 5
#define SATURDAY 6
#define SUNDAY 0

/* 24 November 2026, a Tuesday. */
#define TODAY ((OvsDay) 739944)

typedef struct
{
  OvsPlanAsk ask;
  GArray *clients;
  GArray *ties;
  GArray *blocked;
  GArray *standing;
  GStringChunk *texts;
} Office;

static Office *
office_new (guint64 per_day)
{
  Office *office = g_new0 (Office, 1);

  office->clients = g_array_new (FALSE, FALSE, sizeof (OvsPlanClient));
  office->ties = g_array_new (FALSE, FALSE, sizeof (OvsPlanTie));
  office->blocked = g_array_new (FALSE, FALSE, sizeof (OvsPlanBlocked));
  office->standing = g_array_new (FALSE, FALSE, sizeof (OvsPlanStanding));
  office->texts = g_string_chunk_new (4096);
  office->ask = (OvsPlanAsk){ TODAY, OVS_NO_DAY, OVS_NOTICE_DAYS, OVS_PLAN_GAP_DAYS, 1, ovs_capacity_new (per_day, 0, NULL), office->clients, office->ties,
                              office->blocked, office->standing };
  return office;
}

static void
office_free (Office *office)
{
  g_array_unref (office->clients);
  g_array_unref (office->ties);
  g_array_unref (office->blocked);
  g_array_unref (office->standing);
  g_string_chunk_free (office->texts);
  g_free (office);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, office_free)

/* Informed long ago, nothing known of its pay. */
static OvsPlanClient *
add_client (Office *office, guint64 people)
{
  char number[16];
  OvsPlanClient client = { .id = office->clients->len + 1, .people = people, .informed_on = TODAY - 30, .simple = TRUE };

  g_snprintf (number, sizeof number, "%u", 1001 + office->clients->len);
  client.number = g_string_chunk_insert (office->texts, number);
  g_array_append_val (office->clients, client);
  return &g_array_index (office->clients, OvsPlanClient, office->clients->len - 1);
}

static void
add_clients (Office *office, guint count, guint64 people)
{
  while (count-- > 0)
    add_client (office, people);
}

static void
tie (Office *office, guint a, guint b, OvsTie kind)
{
  OvsPlanTie added = { a, b, kind };

  g_array_append_val (office->ties, added);
}

static void
block (Office *office, OvsDay first, OvsDay last, const char *handler)
{
  OvsPlanBlocked added = { first, last, handler, "beurs" };

  g_array_append_val (office->blocked, added);
}

static OvsPlannedRound *
get_round (OvsProposal *proposal, guint at)
{
  g_assert_cmpuint (at, <, proposal->rounds->len);
  return g_ptr_array_index (proposal->rounds, at);
}

/* Returns: the round of a client (nullable). @planned: (out) (optional). */
static OvsPlannedRound *
find_round (OvsProposal *proposal, guint client, OvsPlannedClient *planned)
{
  for (guint i = 0; i < proposal->rounds->len; i++)
    {
      OvsPlannedRound *round = g_ptr_array_index (proposal->rounds, i);

      for (guint at = 0; at < round->clients->len; at++)
        if (g_array_index (round->clients, OvsPlannedClient, at).client == client)
          {
            if (planned != NULL)
              *planned = g_array_index (round->clients, OvsPlannedClient, at);
            return round;
          }
    }
  return NULL;
}

static gboolean
has_reason (const GArray *reasons, OvsPlanWhy why)
{
  for (guint i = 0; i < reasons->len; i++)
    if (g_array_index (reasons, OvsPlanReason, i).why == why)
      return TRUE;
  return FALSE;
}

/* --- what holds for every proposal --- */

static void
expect_told (const OvsPlanReason *reason)
{
  g_autofree char *sentence = ovs_plan_reason_tell (reason);

  g_assert_cmpint (reason->why, !=, OVS_PLAN_NOTHING);
  g_assert_cmpstr (sentence, !=, "");
  g_assert_null (strstr (sentence, "(null)"));
}

static void
expect_good_day (const Office *office, const OvsPlannedRound *round)
{
  int month, day_of_month;

  ovs_day_to_ymd (round->day, NULL, &month, &day_of_month);
  g_assert_cmpint (round->day, >, TODAY);
  g_assert_cmpint (round->day % 7, !=, FRIDAY);
  g_assert_cmpint (round->day % 7, !=, SATURDAY);
  g_assert_cmpint (round->day % 7, !=, SUNDAY);
  g_assert_false (ovs_holiday_find (round->day, NULL));
  g_assert_false (ovs_holiday_find (round->day + 1, NULL));
  g_assert_false (month == 12 && day_of_month >= 18);
  g_assert_null (ovs_plan_day_find_blocked (round->day, office->blocked, NULL));
  g_assert_cmpint (round->day, >=, office->ask.from);
  g_assert_cmpuint (round->day_reasons->len, >, 0);
  for (guint i = 0; i < round->day_reasons->len; i++)
    expect_told (&g_array_index (round->day_reasons, OvsPlanReason, i));
  for (guint i = 0; i < round->look_outs->len; i++)
    expect_told (&g_array_index (round->look_outs, OvsPlanReason, i));
}

static void
expect_good_client (const Office *office, const OvsPlannedRound *round, const OvsPlannedClient *planned)
{
  const OvsPlanClient *client = &g_array_index (office->clients, OvsPlanClient, planned->client);
  OvsDay known = client->informed_on != OVS_NO_DAY ? client->informed_on : TODAY;

  g_assert_cmpint (round->day - known, >=, office->ask.notice_days);
  g_assert_false (ovs_payroll_day_blocks (ovs_payroll_day (client->payroll, client->payday, round->day, NULL)));
  if (client->handler != NULL)
    g_assert_null (ovs_plan_day_find_blocked (round->day, office->blocked, client->handler));
  expect_told (&planned->why);
  if (planned->waited.why != OVS_PLAN_NOTHING)
    expect_told (&planned->waited);
  if (client->contract_ends != OVS_NO_DAY && client->contract_ends < round->day)
    g_assert_cmpint (planned->look_out.why, ==, OVS_PLAN_CONTRACT_ENDED);
}

static void
expect_gaps (const Office *office, OvsProposal *proposal)
{
  for (guint i = 0; i < proposal->rounds->len; i++)
    {
      for (guint other = 0; other < office->standing->len; other++)
        g_assert_cmpint (ABS (get_round (proposal, i)->day - g_array_index (office->standing, OvsPlanStanding, other).day), >=, office->ask.gap_days);
      if (i > 0)
        g_assert_cmpint (get_round (proposal, i)->day - get_round (proposal, i - 1)->day, >=, office->ask.gap_days);
    }
}

static void
count (GHashTable *days, const OvsCapacity *capacity, OvsDay day, guint64 people)
{
  guint64 curve[OVS_CURVE_DAYS];

  ovs_capacity_curve (capacity, people, curve);
  for (guint i = 0; i < OVS_CURVE_DAYS; i++)
    {
      gpointer on = GINT_TO_POINTER (ovs_capacity_working_day (day, i));

      g_hash_table_insert (days, on, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (days, on)) + (guint) curve[i]));
    }
}

/* On no day more questions than can be answered, all rounds together. */
static void
expect_capacity (const Office *office, OvsProposal *proposal)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer day, questions;

  for (guint i = 0; i < proposal->rounds->len; i++)
    {
      OvsPlannedRound *round = get_round (proposal, i);

      g_assert_cmpuint (round->people, <=, proposal->most);
      count (days, &office->ask.capacity, round->day, round->people);
    }
  for (guint i = 0; i < office->standing->len; i++)
    {
      const OvsPlanStanding *standing = &g_array_index (office->standing, OvsPlanStanding, i);

      count (days, &office->ask.capacity, standing->day, standing->people);
    }
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, &questions))
    g_assert_cmpuint (GPOINTER_TO_UINT (questions), <=, office->ask.capacity.per_day);
}

static void
expect_everybody (const Office *office, OvsProposal *proposal)
{
  g_autofree guint *times = g_new0 (guint, office->clients->len);

  for (guint i = 0; i < proposal->rounds->len; i++)
    {
      OvsPlannedRound *round = get_round (proposal, i);
      guint64 people = 0;

      g_assert_cmpint (round->number, ==, office->ask.first_number + i);
      expect_good_day (office, round);
      for (guint at = 0; at < round->clients->len; at++)
        {
          const OvsPlannedClient *planned = &g_array_index (round->clients, OvsPlannedClient, at);

          times[planned->client]++;
          people += g_array_index (office->clients, OvsPlanClient, planned->client).people;
          expect_good_client (office, round, planned);
        }
      g_assert_cmpuint (people, ==, round->people);
    }
  for (guint i = 0; i < proposal->left->len; i++)
    {
      const OvsPlanLeft *left = &g_array_index (proposal->left, OvsPlanLeft, i);

      times[left->client]++;
      expect_told (&left->why);
    }
  for (guint i = 0; i < office->clients->len; i++)
    g_assert_cmpuint (times[i], ==, 1);
}

static OvsProposal *
propose (const Office *office)
{
  OvsProposal *proposal = ovs_proposal_new (&office->ask);

  expect_everybody (office, proposal);
  expect_gaps (office, proposal);
  expect_capacity (office, proposal);
  return proposal;
}

/* --- examples --- */

static void
test_nobody (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = propose (office);

  g_assert_cmpuint (proposal->rounds->len, ==, 0);
  g_assert_cmpuint (proposal->left->len, ==, 0);
}

/* 2,000 people and 30 questions a day: two rounds, as the articles' arithmetic has it, after a trial. */
static void
test_two_rounds (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  add_clients (office, 100, 20);
  proposal = propose (office);
  g_assert_cmpuint (proposal->most, ==, 1500);
  g_assert_cmpuint (proposal->rounds->len, ==, 3);
  g_assert_true (get_round (proposal, 0)->pilot);
  g_assert_cmpuint (get_round (proposal, 0)->clients->len, ==, OVS_PILOT_MOST);
  g_assert_cmpuint (get_round (proposal, 1)->people, >, 1400);
  g_assert_cmpuint (get_round (proposal, 1)->high, ==, (5 * get_round (proposal, 1)->people + 99) / 100);
  g_assert_cmpuint (get_round (proposal, 1)->low, ==, (2 * get_round (proposal, 1)->people + 99) / 100);
}

static void
test_notice (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  g_autoptr (OvsProposal) hasty = NULL;

  for (guint i = 0; i < 3; i++)
    add_client (office, 10)->informed_on = OVS_NO_DAY;
  proposal = propose (office);
  g_assert_cmpint (get_round (proposal, 0)->day, ==, TODAY + 14);
  g_assert_true (has_reason (get_round (proposal, 0)->day_reasons, OVS_PLAN_NOT_INFORMED));
  g_assert_cmpint (g_array_index (get_round (proposal, 0)->day_reasons, OvsPlanReason, 0).number, ==, 3);
  g_assert_false (get_round (proposal, 0)->short_notice);

  office->ask.notice_days = 7;
  hasty = propose (office);
  g_assert_cmpint (get_round (hasty, 0)->day, ==, TODAY + 7);
  g_assert_true (get_round (hasty, 0)->short_notice);
  g_assert_true (has_reason (get_round (hasty, 0)->look_outs, OVS_PLAN_SHORT_NOTICE));
}

/* A Friday, a holiday, the day before one and a blocked week are passed over, and told. */
static void
test_days (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  const GArray *reasons;

  add_client (office, 10);
  /* Ascension is Thursday 6 May 2027, Liberation Day the Wednesday before it. */
  office->ask.from = ovs_day_from_ymd (2027, 5, 4);
  block (office, ovs_day_from_ymd (2027, 5, 10), ovs_day_from_ymd (2027, 5, 12), NULL);
  proposal = propose (office);
  reasons = get_round (proposal, 0)->day_reasons;
  /* Whit Sunday is on 16 May, so Monday 17 is one too. */
  g_assert_cmpint (get_round (proposal, 0)->day, ==, ovs_day_from_ymd (2027, 5, 13));
  g_assert_true (has_reason (reasons, OVS_PLAN_FROM));
  g_assert_true (has_reason (reasons, OVS_PLAN_EVE));
  g_assert_true (has_reason (reasons, OVS_PLAN_HOLIDAY));
  g_assert_true (has_reason (reasons, OVS_PLAN_FRIDAY));
  g_assert_true (has_reason (reasons, OVS_PLAN_BLOCKED));
  g_assert_false (has_reason (reasons, OVS_PLAN_WEEKEND));
}

static void
test_end_of_year (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  add_client (office, 10);
  office->ask.from = ovs_day_from_ymd (2026, 12, 18);
  proposal = propose (office);
  g_assert_cmpint (get_round (proposal, 0)->day, ==, ovs_day_from_ymd (2027, 1, 4));
  g_assert_true (has_reason (get_round (proposal, 0)->day_reasons, OVS_PLAN_YEAR_END));
}

static void
test_payday (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  add_clients (office, 20, 10);
  add_client (office, 10)->payroll = "month";
  office->ask.from = ovs_day_from_ymd (2027, 2, 22);
  proposal = propose (office);
  find_round (proposal, 20, &planned);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_PAYROLL_WEEK);
  g_assert_cmpint (planned.waited.number, ==, 1);
}

static void
test_handler (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  add_clients (office, 20, 10);
  add_client (office, 10)->handler = "Sanne";
  block (office, TODAY, TODAY + 9, "Sanne");
  proposal = propose (office);
  find_round (proposal, 20, &planned);
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_HANDLER_AWAY);
}

/* A few small and simple clients go first, the office itself with them. */
static void
test_pilot (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  add_clients (office, 6, 200);
  add_client (office, 60)->office = TRUE;
  add_clients (office, 2, 12);
  add_client (office, 15)->simple = FALSE;
  add_clients (office, 5, 150);
  proposal = propose (office);
  g_assert_true (get_round (proposal, 0)->pilot);
  g_assert_cmpuint (get_round (proposal, 0)->clients->len, ==, 3);
  find_round (proposal, 6, &planned);
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_PILOT_OFFICE);
  find_round (proposal, 7, &planned);
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_PILOT);
  g_assert_true (find_round (proposal, 9, &planned) == get_round (proposal, 1));
  g_assert_cmpint (planned.waited.why, ==, OVS_PLAN_AFTER_PILOT);
}

/* With a round that stands there is nothing to try any more, and its day and its questions count. */
static void
test_standing (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlanStanding standing = { 4, TODAY + 2, 1500 };

  add_clients (office, 30, 50);
  office->ask.first_number = 5;
  g_array_append_val (office->standing, standing);
  proposal = propose (office);
  g_assert_false (get_round (proposal, 0)->pilot);
  g_assert_cmpint (get_round (proposal, 0)->day, >=, TODAY + 9);
  g_assert_true (has_reason (get_round (proposal, 0)->day_reasons, OVS_PLAN_GAP));
  g_assert_cmpuint (get_round (proposal, 0)->people, <, 1500);
}

static void
test_contract (void)
{
  g_autoptr (Office) office = office_new (2);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  add_clients (office, 5, 60);
  add_client (office, 30)->contract_ends = TODAY + 20;
  add_client (office, 30)->contract_ends = TODAY - 20;
  g_array_index (office->clients, OvsPlanClient, 0).simple = FALSE;
  proposal = propose (office);
  find_round (proposal, 6, &planned);
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_CONTRACT_ENDED);
  g_assert_cmpint (find_round (proposal, 5, &planned)->day, <=, TODAY + 20);
}

static void
test_together (void)
{
  g_autoptr (Office) office = office_new (4);
  g_autoptr (OvsProposal) proposal = NULL;
  OvsPlannedClient planned;

  add_clients (office, 20, 50);
  tie (office, 1, 18, OVS_TIE_OWNER);
  tie (office, 18, 19, OVS_TIE_PERSON);
  /* Together more than one day can bear: who only shares somebody goes apart, the group does not. */
  for (guint i = 2; i < 5; i++)
    tie (office, i, i + 1, i == 4 ? OVS_TIE_PERSON : OVS_TIE_OWNER);
  proposal = propose (office);
  g_assert_cmpuint (proposal->most, ==, 200);
  g_assert_true (find_round (proposal, 1, NULL) == find_round (proposal, 18, &planned));
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_WITH_OWNER);
  g_assert_true (find_round (proposal, 19, &planned) == find_round (proposal, 1, NULL));
  g_assert_cmpint (planned.why.why, ==, OVS_PLAN_WITH_PERSON);
  g_assert_cmpstr (planned.why.text, ==, "1019");
  tie (office, 5, 6, OVS_TIE_OWNER);
  ovs_proposal_free (g_steal_pointer (&proposal));
  proposal = propose (office);
  g_assert_true (find_round (proposal, 2, NULL) == find_round (proposal, 4, &planned));
  g_assert_cmpint (planned.look_out.why, ==, OVS_PLAN_APART);
}

static void
test_too_large (void)
{
  g_autoptr (Office) office = office_new (4);
  g_autoptr (OvsProposal) proposal = NULL;

  add_client (office, 201);
  add_client (office, 0);
  add_client (office, 200);
  proposal = propose (office);
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

  add_clients (office, 3, 10);
  proposal = propose (office);
  g_assert_cmpuint (proposal->rounds->len, ==, 0);
  g_assert_cmpuint (proposal->left->len, ==, 3);
}

static void
test_no_day (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  add_client (office, 10);
  block (office, TODAY, TODAY + 2000, NULL);
  proposal = propose (office);
  g_assert_cmpint (g_array_index (proposal->left, OvsPlanLeft, 0).why.why, ==, OVS_PLAN_NO_DAY);
  g_assert_cmpint (g_array_index (proposal->left, OvsPlanLeft, 0).why.other, ==, OVS_PLAN_BLOCKED);
}

static void
test_half (void)
{
  g_autoptr (Office) office = office_new (30);
  g_autoptr (OvsProposal) proposal = NULL;

  add_client (office, 1000);
  add_clients (office, 4, 10);
  proposal = propose (office);
  g_assert_cmpuint (proposal->rounds->len, ==, 1);
  g_assert_true (has_reason (get_round (proposal, 0)->look_outs, OVS_PLAN_OVER_HALF));
}

/* --- any office --- */

static void
fill_by_chance (Office *office, GRand *chance, guint clients)
{
  static const char *const rhythms[] = { NULL, "month", "month", "month", "four-weeks", "week" };
  static const char *const paydays[] = { NULL, "25", "24-12-2026", "15", "31", "27-11-2026" };
  static const char *const handlers[] = { NULL, "Petra", "Sanne", "Joost" };

  for (guint i = 0; i < clients; i++)
    {
      OvsPlanClient *client = add_client (office, g_rand_int_range (chance, 0, 10) == 0 ? g_rand_int_range (chance, 0, 900) : g_rand_int_range (chance, 0, 80));

      client->payroll = rhythms[g_rand_int_range (chance, 0, G_N_ELEMENTS (rhythms))];
      client->payday = paydays[g_rand_int_range (chance, 0, G_N_ELEMENTS (paydays))];
      client->handler = handlers[g_rand_int_range (chance, 0, G_N_ELEMENTS (handlers))];
      client->simple = g_rand_boolean (chance);
      if (g_rand_boolean (chance))
        client->informed_on = g_rand_boolean (chance) ? OVS_NO_DAY : TODAY - g_rand_int_range (chance, -10, 20);
      if (g_rand_int_range (chance, 0, 8) == 0)
        client->contract_ends = TODAY + g_rand_int_range (chance, -20, 400);
    }
  for (guint i = 0; i < clients / 6; i++)
    tie (office, g_rand_int_range (chance, 0, clients), g_rand_int_range (chance, 0, clients), g_rand_int_range (chance, 0, OVS_N_TIES));
  for (guint i = 0; i < 4; i++)
    {
      OvsDay first = TODAY + g_rand_int_range (chance, 0, 200);

      block (office, first, first + g_rand_int_range (chance, 0, 20), handlers[g_rand_int_range (chance, 0, G_N_ELEMENTS (handlers))]);
    }
}

static void
expect_same (OvsProposal *one, OvsProposal *other)
{
  g_assert_cmpuint (one->rounds->len, ==, other->rounds->len);
  for (guint i = 0; i < one->rounds->len; i++)
    {
      OvsPlannedRound *round = get_round (one, i);
      OvsPlannedRound *same = get_round (other, i);

      g_assert_cmpint (round->day, ==, same->day);
      g_assert_cmpuint (round->clients->len, ==, same->clients->len);
      for (guint at = 0; at < round->clients->len; at++)
        g_assert_cmpuint (g_array_index (round->clients, OvsPlannedClient, at).client, ==, g_array_index (same->clients, OvsPlannedClient, at).client);
    }
}

static void
test_any_office (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (Office) office = office_new (g_rand_int_range (chance, 1, 60));
      g_autoptr (OvsProposal) proposal = NULL;
      g_autoptr (OvsProposal) again = NULL;

      fill_by_chance (office, chance, g_rand_int_range (chance, 1, 150));
      office->ask.gap_days = g_rand_int_range (chance, 0, 15);
      office->ask.from = g_rand_boolean (chance) ? OVS_NO_DAY : TODAY + g_rand_int_range (chance, 0, 400);
      if (g_rand_boolean (chance))
        {
          OvsPlanStanding standing = { 1, TODAY + 20, MIN (300, ovs_capacity_most_invited (&office->ask.capacity)) };

          g_array_append_val (office->standing, standing);
          office->ask.first_number = 2;
        }
      proposal = propose (office);
      again = propose (office);
      expect_same (proposal, again);
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
  proposal = propose (office);
  g_assert_cmpuint (proposal->rounds->len, >, 10);
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
  g_test_add_func ("/proposal/standing", test_standing);
  g_test_add_func ("/proposal/contract", test_contract);
  g_test_add_func ("/proposal/together", test_together);
  g_test_add_func ("/proposal/too-large", test_too_large);
  g_test_add_func ("/proposal/no-capacity", test_no_capacity);
  g_test_add_func ("/proposal/no-day", test_no_day);
  g_test_add_func ("/proposal/half", test_half);
  g_test_add_func ("/proposal/any-office", test_any_office);
  g_test_add_func ("/proposal/large", test_large);
  return g_test_run ();
}
