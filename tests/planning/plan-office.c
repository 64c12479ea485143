/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-office.h"

#include <string.h>

#include "planning/holidays.h"
#include "planning/payroll-days.h"
#include "rules/boundary.h"

#define FRIDAY 5
#define SATURDAY 6
#define SUNDAY 0

Office *
office_new (guint64 per_day)
{
  Office *office = g_new0 (Office, 1);

  office->clients = g_array_new (FALSE, FALSE, sizeof (OvsPlanClient));
  office->ties = g_array_new (FALSE, FALSE, sizeof (OvsPlanTie));
  office->blocked = g_array_new (FALSE, FALSE, sizeof (OvsPlanBlocked));
  office->standing = g_array_new (FALSE, FALSE, sizeof (OvsPlanStanding));
  office->standing_ties = g_array_new (FALSE, FALSE, sizeof (OvsPlanStandingTie));
  office->texts = g_string_chunk_new (4096);
  office->ask = (OvsPlanAsk){ TODAY, OVS_NO_DAY, OVS_NOTICE_DAYS, OVS_PLAN_GAP_DAYS, 1, ovs_capacity_new (per_day, 0, NULL), office->clients, office->ties,
                              office->blocked, office->standing, office->standing_ties };
  return office;
}

void
office_free (Office *office)
{
  g_array_unref (office->clients);
  g_array_unref (office->ties);
  g_array_unref (office->blocked);
  g_array_unref (office->standing);
  g_array_unref (office->standing_ties);
  g_string_chunk_free (office->texts);
  g_free (office);
}

/* Informed long ago, nothing known of its pay. */
OvsPlanClient *
office_add_client (Office *office, guint64 people)
{
  char number[16];
  OvsPlanClient client = { .id = office->clients->len + 1, .people = people, .informed_on = office->ask.today - 30, .simple = TRUE };

  g_snprintf (number, sizeof number, "%u", 1001 + office->clients->len);
  client.number = g_string_chunk_insert (office->texts, number);
  g_array_append_val (office->clients, client);
  return &g_array_index (office->clients, OvsPlanClient, office->clients->len - 1);
}

void
office_add_clients (Office *office, guint count, guint64 people)
{
  while (count-- > 0)
    office_add_client (office, people);
}

void
office_tie (Office *office, guint a, guint b, OvsTie kind)
{
  OvsPlanTie added = { a, b, kind };

  g_array_append_val (office->ties, added);
}

void
office_block (Office *office, OvsDay first, OvsDay last, const char *handler)
{
  OvsPlanBlocked added = { first, last, handler, "beurs" };

  g_array_append_val (office->blocked, added);
}

OvsPlannedRound *
proposal_round (OvsProposal *proposal, guint at)
{
  g_assert_cmpuint (at, <, proposal->rounds->len);
  return g_ptr_array_index (proposal->rounds, at);
}

/* Returns: the round of a client (nullable). @planned: (out) (optional). */
OvsPlannedRound *
proposal_find (OvsProposal *proposal, guint client, OvsPlannedClient *planned)
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

gboolean
reasons_have (const GArray *reasons, OvsPlanWhy why)
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
  g_assert_cmpint (round->day, >, office->ask.today);
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
  OvsDay known = client->informed_on != OVS_NO_DAY ? client->informed_on : office->ask.today;

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
      if (proposal_round (proposal, i)->stands)
        continue;
      for (guint other = 0; other < office->standing->len; other++)
        g_assert_cmpint (ABS (proposal_round (proposal, i)->day - g_array_index (office->standing, OvsPlanStanding, other).day), >=, office->ask.gap_days);
      if (i > 0 && !proposal_round (proposal, i - 1)->stands)
        g_assert_cmpint (proposal_round (proposal, i)->day - proposal_round (proposal, i - 1)->day, >=, office->ask.gap_days);
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

OvsPlannedRound *
proposal_number (OvsProposal *proposal, gint64 number)
{
  for (guint i = 0; i < proposal->rounds->len; i++)
    if (proposal_round (proposal, i)->number == number)
      return proposal_round (proposal, i);
  return NULL;
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
      OvsPlannedRound *round = proposal_round (proposal, i);

      g_assert_cmpuint (round->people, <=, proposal->most);
      if (!round->stands)
        count (days, &office->ask.capacity, round->day, round->people);
    }
  for (guint i = 0; i < office->standing->len; i++)
    {
      const OvsPlanStanding *standing = &g_array_index (office->standing, OvsPlanStanding, i);
      OvsPlannedRound *joined = proposal_number (proposal, standing->number);

      count (days, &office->ask.capacity, standing->day, standing->people + (joined != NULL ? joined->people : 0));
    }
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, &questions))
    g_assert_cmpuint (GPOINTER_TO_UINT (questions), <=, office->ask.capacity.per_day);
}

static void
expect_stands (const Office *office, OvsPlannedRound *round)
{
  for (guint i = 0; i < office->standing->len; i++)
    {
      const OvsPlanStanding *standing = &g_array_index (office->standing, OvsPlanStanding, i);

      if (standing->number != round->number)
        continue;
      g_assert_true (standing->open);
      g_assert_cmpint (standing->day, ==, round->day);
      g_assert_cmpint (standing->day, >, office->ask.today);
      return;
    }
  g_assert_not_reached ();
}

static void
expect_everybody (const Office *office, OvsProposal *proposal)
{
  g_autofree guint *times = g_new0 (guint, office->clients->len);
  guint made = 0;

  for (guint i = 0; i < proposal->rounds->len; i++)
    {
      OvsPlannedRound *round = proposal_round (proposal, i);
      guint64 people = 0;

      if (i > 0)
        g_assert_cmpint (round->day, >, proposal_round (proposal, i - 1)->day);
      if (round->stands)
        expect_stands (office, round);
      else
        {
          g_assert_cmpint (round->number, ==, office->ask.first_number + made++);
          expect_good_day (office, round);
        }
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

OvsProposal *
office_propose (const Office *office)
{
  OvsProposal *proposal = ovs_proposal_new (&office->ask);

  expect_everybody (office, proposal);
  expect_gaps (office, proposal);
  expect_capacity (office, proposal);
  return proposal;
}
