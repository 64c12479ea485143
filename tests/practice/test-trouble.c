/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"
#include "practice/client.h"

#define PEOPLE 300

/* An office of one client, everybody of whom that can be is invited while @behaviour holds. */
static Client *
invite_all (const char *behaviour)
{
  OvsPracticeWanted wanted = { .employers = 1, .employees = PEOPLE, .seed = 3, .start = ovs_day_from_ymd (2026, 9, 1) };
  Client *client = client_new_wanted (NULL, &wanted);
  g_autofree char *employer = client_biggest_employer (client);
  g_autoptr (GPtrArray) ids = client_to_migrate (client, employer);
  g_autofree char *body = actions_for (ids, 0, ids->len, "SendInvite");
  g_autoptr (Reply) kept = NULL;

  client_post (client, "/practice/activate", "{\"share\": 1}");
  client_post (client, "/practice/behaviour", behaviour);
  client_do (client, employer, "essaccessstatus", body, &kept);
  return client;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Who did what, in an order of its own. */
static char *
story_of (Client *client)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Reply) kept = NULL;
  JsonArray *events = client_list (client, "/practice/events", &kept);

  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *one = json_array_get_object_element (events, i);

      if (!json_object_get_null_member (one, "employeeNumber"))
        g_ptr_array_add (lines, g_strdup_printf ("%" G_GINT64_FORMAT " %s", json_object_get_int_member (one, "employeeNumber"),
                                                 json_object_get_string_member (one, "event")));
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
advance (Client *client, int days)
{
  g_autofree char *body = g_strdup_printf ("{\"advanceDays\": %d}", days);

  client_post (client, "/practice/clock", body);
}

static gint64
count_questions (Client *client)
{
  g_autoptr (Reply) kept = NULL;

  return json_object_get_int_member (client_get (client, "/practice/questions", &kept), "totalSize");
}

static void
test_off (void)
{
  g_autoptr (Client) client = invite_all ("{\"validityDays\": 60}");
  guint linked = client_count_events (client, "linked");

  advance (client, 30);
  g_assert_cmpuint (client_count_events (client, "linked"), ==, linked);
  g_assert_cmpint (count_questions (client), ==, 0);
}

/* Without trouble everybody activates while his invitation is good, most of them in the first days. */
static void
test_none (void)
{
  g_autoptr (Client) client = invite_all ("{\"trouble\": 0}");
  guint before = client_count_events (client, "linked"), invited = client_count_events (client, "invited"), early;

  advance (client, 3);
  early = client_count_events (client, "linked") - before;
  g_assert_cmpuint (early, >, invited * 6 / 10);
  g_assert_cmpuint (early, <, invited);
  advance (client, 20);
  g_assert_cmpuint (client_count_events (client, "linked") - before, ==, invited);
  g_assert_cmpuint (client_count_events (client, "expired"), ==, 0);
  g_assert_cmpint (count_questions (client), ==, 0);
}

/* 95 to 98 of a hundred without trouble, as the articles say. */
static void
test_articles (void)
{
  g_autoptr (Client) client = invite_all ("{\"trouble\": \"artikel\"}");
  guint before = client_count_events (client, "linked"), invited = client_count_events (client, "invited"), linked;

  advance (client, 25);
  linked = client_count_events (client, "linked") - before;
  g_assert_cmpuint (linked, <, invited);
  g_assert_cmpuint (linked, >=, invited * 94 / 100);
}

static void
assert_question (JsonObject *question)
{
  const char *step = json_object_get_string_member (question, "step");
  gint64 at;

  g_assert_cmpuint (strlen (step), ==, 1);
  g_assert_nonnull (strchr ("ABCDE", *step));
  g_assert_cmpuint (strlen (json_object_get_string_member (question, "text")), >, 20);
  g_assert_cmpint (json_object_get_int_member (question, "employerNumber"), ==, 20001);
  g_assert_cmpint (json_object_get_int_member (question, "employeeNumber"), >, 0);
  g_assert_true (ovs_clock_parse_iso (json_object_get_string_member (question, "at"), &at));
}

/* Every kind of trouble: mails that come back, people who stop at each step, people who ask; nobody gets there by himself. */
static void
test_all (void)
{
  g_autoptr (Client) client = invite_all ("{\"trouble\": 1}");
  guint linked = client_count_events (client, "linked"), failed = client_count_events (client, "invite-failed"),
        activated = client_count_events (client, "activated");
  g_autoptr (Reply) kept = NULL;
  JsonArray *questions;
  g_autoptr (GHashTable) steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  advance (client, 25);
  g_assert_cmpuint (client_count_events (client, "linked"), ==, linked);
  g_assert_cmpuint (client_count_events (client, "invite-failed"), >, failed);
  g_assert_cmpuint (client_count_events (client, "activated"), >, activated);
  g_assert_cmpint (client_count_mail (client, "activation"), >, client_count_events (client, "activated") - activated);
  questions = client_list (client, "/practice/questions", &kept);
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);

      assert_question (question);
      g_hash_table_add (steps, g_strdup (json_object_get_string_member (question, "step")));
    }
  g_assert_cmpuint (g_hash_table_size (steps), ==, 5);
}

/* Where nobody tells the office of mails that come back, these invitations stay pending, are reminded and expire, and a new one comes back too. */
static void
test_bounces_unseen (void)
{
  g_autoptr (Client) client = invite_all ("{\"trouble\": 1, \"bounceFails\": false}");
  guint failed = client_count_events (client, "invite-failed"), invited = client_count_events (client, "invited");

  advance (client, 1);
  g_assert_cmpuint (client_count_events (client, "invite-failed"), ==, failed);
  advance (client, 30);
  g_assert_cmpuint (client_count_events (client, "invite-failed"), ==, failed);
  g_assert_cmpuint (client_count_events (client, "expired"), ==, invited);
}

/* A new invitation goes better: for most, but not where the mail comes back from the same address. */
static void
test_second_invitation (void)
{
  g_autoptr (Client) client = invite_all ("{\"trouble\": 1}");
  g_autofree char *employer = client_biggest_employer (client);
  g_autofree char *path = under_employer (employer, "/employees/essaccessstatus?pageSize=1000&filter=status%20eq%20'InviteExpired'");
  g_autoptr (GPtrArray) expired = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Reply) kept = NULL;
  g_autofree char *body = NULL;
  JsonArray *list;
  guint linked = client_count_events (client, "linked"), over;

  advance (client, 30);
  list = client_list (client, path, &kept);
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (expired, g_strdup (json_object_get_string_member (json_array_get_object_element (list, i), "employeeId")));
  body = actions_for (expired, 0, expired->len, "SendInvite");
  client_do (client, employer, "essaccessstatus", body, &kept);
  advance (client, 30);
  over = client_count_events (client, "linked") - linked;
  g_assert_cmpuint (over, >, expired->len / 2);
  g_assert_cmpuint (over, <, expired->len);
}

/* The same seed, the same people, whether the clock leaps or walks; another seed, other people. */
static void
test_seed (void)
{
  g_autofree char *leaped = NULL, *walked = NULL, *other = NULL;

  for (int run = 0; run < 3; run++)
    {
      g_autoptr (Client) client
          = invite_all (run < 2 ? "{\"trouble\": 0.3, \"troubleSeed\": 5}" : "{\"trouble\": 0.3, \"troubleSeed\": 6}");

      if (run == 1)
        for (int day = 0; day < 24; day++)
          advance (client, 1);
      else
        advance (client, 24);
      *(run == 0 ? &leaped : run == 1 ? &walked : &other) = story_of (client);
    }
  g_assert_cmpstr (leaped, !=, other);
  g_assert_cmpstr (leaped, ==, walked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/trouble/off", test_off);
  g_test_add_func ("/practice/trouble/none", test_none);
  g_test_add_func ("/practice/trouble/articles", test_articles);
  g_test_add_func ("/practice/trouble/all", test_all);
  g_test_add_func ("/practice/trouble/bounces-unseen", test_bounces_unseen);
  g_test_add_func ("/practice/trouble/second-invitation", test_second_invitation);
  g_test_add_func ("/practice/trouble/seed", test_seed);
  return g_test_run ();
}
