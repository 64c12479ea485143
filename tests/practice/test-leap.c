/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"
#include "practice/fixture.h"

/*
 * The same office, whose clock leaps over more than a year, or walks there, or is stopped on the way, or is asked things meanwhile: the
 * same things happen to the same people at the same moments in the same order. On the way there are 1 October, both changes of the
 * clocks, last days, client lists and dates of block.
 */

#define BEGIN OVS_DAY (2026, 9, 1)
#define OVS_DAY(year, month, day) ovs_day_from_ymd (year, month, day)
#define FILE_NAME "oefenloket.sqlite"
#define LEAP "{\"advanceDays\": 400}"
/* A leap that takes a few slices at least. */
#define PEOPLE 1200

typedef struct
{
  char *folder;  /* (owned) its first file is copied from here */
  char *copy;    /* (owned) where it is lived through */
  Client *client; /* (owned) (nullable) */
} Leap;

static char *
file_of (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

/* Every line of @sql. Returns: (transfer full). */
static char *
read_lines (const char *folder, const char *sql)
{
  g_autofree char *path = file_of (folder);
  GString *lines = g_string_new (NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (lines, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free (lines, FALSE);
}

/* All that happened, all that was mailed and asked, and where everybody stands. */
static char *
story_of (const char *folder)
{
  g_autofree char *events = read_lines (
      folder, "SELECT at || ' ' || employer || ' ' || coalesce (employee, '-') || ' ' || event FROM event ORDER BY id");
  g_autofree char *mails = read_lines (folder, "SELECT at || ' ' || employee || ' ' || kind FROM mail ORDER BY id");
  g_autofree char *questions = read_lines (folder, "SELECT at || ' ' || employee || ' ' || step || ' ' || text FROM question ORDER BY id");
  g_autofree char *people = read_lines (folder, "SELECT id || ' ' || wnl || ' ' || ess || ' ' || reminders FROM employee ORDER BY id");
  g_autofree char *tickets = read_lines (folder, "SELECT status || ' ' || ended_at || ' ' || file FROM ticket ORDER BY id");

  return g_strconcat (events, mails, questions, people, tickets, NULL);
}

static void
hand_in (Client *client, const char *date, int first)
{
  g_autofree char *body = g_strdup_printf ("{\"kind\": \"client-list\", \"employers\": [%d, %d], \"date\": \"%s\"}", first, first + 1, date);

  client_post (client, "/practice/tickets", body);
}

/* Blocks that were asked for, one of them of somebody whose access ends on that day anyway, and people who leave on the way. */
static void
ask_for_days (Leap *leap)
{
  Office office = { .folder = leap->folder };
  g_autofree char *block = g_strdup_printf ("UPDATE employee SET revoke_day = %d + id %% 90 WHERE id %% 17 = 0 AND wnl = 'HasAccessToClient'",
                                            OVS_DAY (2026, 9, 20));
  g_autofree char *both = g_strdup_printf ("UPDATE employee SET revoke_day = %d WHERE wnl = 'HasAccessToClient' AND service_end BETWEEN %d AND %d",
                                           OVS_DAY (2026, 10, 1), OVS_DAY (2025, 1, 1), OVS_DAY (2025, 6, 30));
  g_autofree char *leave = g_strdup_printf ("UPDATE employee SET service_end = %d + id %% 300 WHERE id %% 5 = 0 AND service_end IS NULL",
                                            OVS_DAY (2026, 9, 15));

  poke (&office, block, NULL);
  poke (&office, both, NULL);
  poke (&office, leave, NULL);
}

/* @data: the behaviour */
static void
set_out (Leap *leap, gconstpointer data)
{
  OvsPracticeWanted wanted = { .employers = 8, .employees = PEOPLE, .seed = 3, .start = BEGIN };

  leap->folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  leap->client = client_new_wanted (leap->folder, &wanted);
  client_post (leap->client, "/practice/behaviour", data);
  hand_in (leap->client, "2026-09-08", 20001);
  hand_in (leap->client, "2026-10-20", 20003);
  hand_in (leap->client, "2027-03-26", 20005);
  client_post (leap->client, "/practice/tickets", "{\"kind\": \"overview\"}");
  ask_for_days (leap);
  g_clear_pointer (&leap->client, client_free);
}

/* Begins from the first file anew. */
static void
begin (Leap *leap)
{
  g_autofree char *from = file_of (leap->folder);
  g_autofree char *to = NULL;
  g_autofree char *content = NULL;
  gsize length;

  leap->copy = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  to = file_of (leap->copy);
  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
  leap->client = client_new (leap->copy, 1, 1, 1);
}

/* Returns: (transfer full): what came of it. */
static char *
end (Leap *leap)
{
  char *story;

  g_clear_pointer (&leap->client, client_free);
  story = story_of (leap->copy);
  remove_folder (leap->copy);
  g_clear_pointer (&leap->copy, g_free);
  return story;
}

static char *
leap_at_once (Leap *leap)
{
  begin (leap);
  client_post (leap->client, "/practice/clock", LEAP);
  return end (leap);
}

static void
clear (Leap *leap, gconstpointer data)
{
  remove_folder (leap->folder);
  g_free (leap->folder);
}

static void
assert_ordered (Client *client)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *events = client_list (client, "/practice/events", &kept);

  for (guint i = 1; i < json_array_get_length (events); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (events, i - 1), "at"), <=,
                     json_object_get_string_member (json_array_get_object_element (events, i), "at"));
}

/* Whose access was blocked when it would have ended has it blocked, and no more. */
static void
assert_ended_once (Leap *leap)
{
  g_autofree char *twice = read_lines (
      leap->copy, "SELECT count (*) FROM event a JOIN event b ON b.employee = a.employee WHERE a.event = 'blocked' AND b.event = 'access-ended'");

  g_assert_cmpstr (twice, ==, "0\n");
}

static void
test_walk (Leap *leap, gconstpointer data)
{
  g_autofree char *leaped = leap_at_once (leap);
  g_autofree char *walked = NULL;

  begin (leap);
  for (int day = 0; day < 400; day++)
    client_post (leap->client, "/practice/clock", "{\"advanceDays\": 1}");
  assert_ordered (leap->client);
  assert_ended_once (leap);
  g_assert_cmpuint (client_count_events (leap->client, "access-ended"), >, 0);
  g_assert_cmpuint (client_count_events (leap->client, "expired"), >, 0);
  walked = end (leap);
  g_assert_cmpstr (leaped, ==, walked);
}

static void
send_leap (Leap *leap, GBytes **answer)
{
  g_autofree char *url = g_strconcat (ovs_practice_get_url (leap->client->practice), "/practice/clock", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GBytes) body = g_bytes_new_static (LEAP, strlen (LEAP));

  *answer = NULL;
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  soup_session_send_and_read_async (leap->client->session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, answer);
}

static gint64
count_events (Leap *leap)
{
  g_autofree char *number = read_lines (leap->copy, "SELECT count (*) FROM event");

  return g_ascii_strtoll (number, NULL, 10);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);

  *(gboolean *) user_data = TRUE;
}

/* The process ends while there is more to do. Whoever starts it again finds the rest done, and nothing twice. */
static void
test_stopped (Leap *leap, gconstpointer data)
{
  g_autofree char *leaped = leap_at_once (leap);
  g_autofree char *stopped = NULL;
  g_autofree char *url = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GBytes) body = g_bytes_new_static (LEAP, strlen (LEAP));
  gboolean dropped = FALSE;
  gint64 first;

  begin (leap);
  first = count_events (leap);
  url = g_strconcat (ovs_practice_get_url (leap->client->practice), "/practice/clock", NULL);
  message = soup_message_new ("POST", url);
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  soup_session_send_and_read_async (leap->client->session, message, G_PRIORITY_DEFAULT, NULL, dropped_cb, &dropped);
  while (count_events (leap) == first)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dropped);
  g_clear_pointer (&leap->client, client_free);
  while (!dropped)
    g_main_context_iteration (NULL, TRUE);

  leap->client = client_new (leap->copy, 1, 1, 1);
  client_post (leap->client, "/practice/clock", "{\"advanceDays\": 0}");
  stopped = end (leap);
  g_assert_cmpstr (leaped, ==, stopped);
}

/* Others are answered meanwhile, and see the moment that the calendar has come to; the second leap begins where the first one ends. */
static void
test_meanwhile (Leap *leap, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (Reply) kept = NULL;
  g_autofree char *before = g_strdup ("2026-09-01");
  guint asked = 0, answered = 0;

  begin (leap);
  send_leap (leap, &first);
  while (second == NULL)
    {
      g_autofree char *today = g_strdup (json_object_get_string_member (client_get (leap->client, "/practice/clock", &kept), "today"));

      g_assert_cmpstr (before, <=, today);
      answered += first == NULL;
      if (asked++ == 0)
        send_leap (leap, &second);
      g_free (before);
      before = g_steal_pointer (&today);
    }
  g_assert_cmpuint (answered, >, 0);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (first, NULL), (gssize) g_bytes_get_size (first), "2027-10-06"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (second, NULL), (gssize) g_bytes_get_size (second), "2028-11-09"));
  g_free (end (leap));
}

int
main (int argc, char **argv)
{
  static const char *const behaviours[][2] = {
    { "calm", "{\"validityDays\": 14}" },
    { "trouble", "{\"trouble\": 0.3, \"troubleSeed\": 9}" },
  };
  static const struct
  {
    const char *name;
    void (*run) (Leap *, gconstpointer);
  } tests[] = {
    { "walk", test_walk },
    { "stopped", test_stopped },
    { "meanwhile", test_meanwhile },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint b = 0; b < G_N_ELEMENTS (behaviours); b++)
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
      {
        g_autofree char *path = g_strconcat ("/practice/leap/", behaviours[b][0], "/", tests[i].name, NULL);

        g_test_add (path, Leap, behaviours[b][1], set_out, tests[i].run, clear);
      }
  return g_test_run ();
}
