/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fates.h"

#include "practice/store.h"

/* Who has everyday trouble, over many seeds. */

#define PEOPLE 1000
#define SEEDS 30

typedef struct
{
  OvsPracticeState state;
} World;

static void
set_up (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OvsPracticeDb *db = ovs_practice_store_open (NULL, &error);

  g_assert_no_error (error);
  world->state = (OvsPracticeState){ .db = db, .clock = ovs_clock_new (), .behaviour = ovs_practice_behaviour_new () };
  world->state.behaviour->trouble = OVS_PRACTICE_TROUBLE_OF_THE_ARTICLES;
  ovs_practice_db_begin (db);
  ovs_practice_db_run (db,
                       "INSERT INTO employer (uuid, number, name, branch, legal_form, street, house_number, postal_code, city)"
                       " VALUES ('r', 20001, '', '', '', '', 1, '', '')",
                       "");
  for (int i = 1; i <= PEOPLE; i++)
    ovs_practice_db_run (db,
                         "INSERT INTO employee (uuid, employer, number, initials, last_name, formatted_name, female, bsn, wnl, ess, email)"
                         " VALUES (?1, 1, ?1, 'A.', 'Jansen', 'A. Jansen', 1, '', 'HasAccessToClient', 'InvitePending', 'p' || ?1 || '@gmail.com')",
                         "i", i);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_practice_db_end (world->state.db, &error);
  g_assert_no_error (error);
  ovs_practice_db_close (world->state.db);
  ovs_practice_behaviour_free (world->state.behaviour);
  g_object_unref (world->state.clock);
}

/* Everybody is invited for the first time, in the order of numbers or the other way round. */
static void
invite (World *world, int seed, gboolean backwards)
{
  world->state.behaviour->trouble_seed = seed;
  ovs_practice_db_run (world->state.db, "DELETE FROM fate", "");
  for (int i = 1; i <= PEOPLE; i++)
    ovs_practice_fates_give (&world->state, backwards ? PEOPLE + 1 - i : i);
}

static char *
fates_of_all (World *world)
{
  GString *all = g_string_new (NULL);

  for (int i = 1; i <= PEOPLE; i++)
    g_string_append_c (all, "ASFBXQ"[ovs_practice_fates_load (&world->state, i)]);
  return g_string_free (all, FALSE);
}

static void
count (const char *fates, guint *counts)
{
  for (; *fates != '\0'; fates++)
    counts[strchr ("ASFBXQ", *fates) - "ASFBXQ"]++;
}

/* 95 to 98 % have none, in every office that is large enough to tell; each kind has its share of the others. */
static void
test_articles (World *world, gconstpointer data)
{
  guint all[OVS_PRACTICE_N_FATES] = { 0 };
  double trouble;

  for (int seed = 1; seed <= SEEDS; seed++)
    {
      guint counts[OVS_PRACTICE_N_FATES] = { 0 };
      g_autofree char *fates = NULL;

      invite (world, seed, FALSE);
      fates = fates_of_all (world);
      count (fates, counts);
      count (fates, all);
      g_assert_cmpuint (counts[OVS_PRACTICE_FATE_ACTIVATES], >=, PEOPLE * 945 / 1000);
      g_assert_cmpuint (counts[OVS_PRACTICE_FATE_ACTIVATES], <=, PEOPLE * 985 / 1000);
    }
  g_assert_cmpuint (all[OVS_PRACTICE_FATE_ACTIVATES], >=, SEEDS * PEOPLE * 95 / 100);
  g_assert_cmpuint (all[OVS_PRACTICE_FATE_ACTIVATES], <=, SEEDS * PEOPLE * 98 / 100);
  trouble = SEEDS * PEOPLE - all[OVS_PRACTICE_FATE_ACTIVATES];
  for (int fate = OVS_PRACTICE_FATE_SILENT; fate < OVS_PRACTICE_N_FATES; fate++)
    {
      g_assert_cmpfloat (all[fate] / trouble, >, 0.05);
      g_assert_cmpfloat (all[fate] / trouble, <, 0.40);
    }
}

/* The seed decides, and who it is: not the order in which people are invited, nor the moment. */
static void
test_seed_decides (World *world, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;

  invite (world, 7, FALSE);
  first = fates_of_all (world);
  ovs_clock_set_now (world->state.clock, ovs_clock_now (world->state.clock) + G_TIME_SPAN_DAY);
  invite (world, 7, TRUE);
  again = fates_of_all (world);
  invite (world, 8, FALSE);
  other = fates_of_all (world);
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

/* What somebody was going to do, he does no more when he is invited again while trouble is off. */
static void
test_off (World *world, gconstpointer data)
{
  invite (world, 7, FALSE);
  g_assert_cmpint (ovs_practice_db_number (world->state.db, 0, "SELECT count (*) FROM fate WHERE due_at IS NOT NULL", ""), >, 0);
  world->state.behaviour->trouble = -1;
  for (int i = 1; i <= PEOPLE; i++)
    ovs_practice_fates_give (&world->state, i);
  g_assert_cmpint (ovs_practice_db_number (world->state.db, 0, "SELECT count (*) FROM fate WHERE due_at IS NOT NULL", ""), ==, 0);
  ovs_practice_db_run (world->state.db, "DELETE FROM fate", "");
  ovs_practice_fates_give (&world->state, 1);
  g_assert_cmpint (ovs_practice_db_number (world->state.db, 0, "SELECT count (*) FROM fate", ""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/practice/fates/articles", World, NULL, set_up, test_articles, tear_down);
  g_test_add ("/practice/fates/seed-decides", World, NULL, set_up, test_seed_decides, tear_down);
  g_test_add ("/practice/fates/off", World, NULL, set_up, test_off, tear_down);
  return g_test_run ();
}
