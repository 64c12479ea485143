/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"
#include "practice/fixture.h"

/* The day that the practice Loket says it is. Returns: (transfer full). */
static char *
today (Client *client)
{
  g_autoptr (Reply) kept = NULL;

  return g_strdup (json_object_get_string_member (client_get (client, "/practice/clock", &kept), "today"));
}

static void
assert_today (Client *client, const char *day)
{
  g_autofree char *actual = today (client);

  g_assert_cmpstr (actual, ==, day);
}

static void
test_clock (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  static const struct
  {
    const char *body;
    guint status;
    const char *today;
  } cases[] = {
    { "{\"now\": \"2026-12-01T09:00:00Z\"}", 200, "2026-12-01" },
    { "{\"advanceDays\": 3}", 200, "2026-12-04" },
    { "{\"advanceDays\": -4}", 200, "2026-11-30" },
    { "{\"now\": \"2026-09-30T22:00:00Z\"}", 200, "2026-10-01" },
    { "{\"now\": \"1 december\"}", 400, "2026-10-01" },
    { "{\"now\": \"1026-12-01T09:00:00Z\"}", 400, "2026-10-01" },
    { "{\"advanceDays\": 1e300}", 400, "2026-10-01" },
    { "{}", 400, "2026-10-01" },
    { "[]", 400, "2026-10-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Reply) reply = client_send (client, "POST", "/practice/clock", cases[i].body);

      g_assert_cmpuint (reply->status, ==, cases[i].status);
      assert_today (client, cases[i].today);
    }
}

/* Invites @n people of a new office that everything is well with. Returns: (transfer full): the employer. */
static char *
invite (Client *client, guint n)
{
  g_autofree char *employer = client_biggest_employer (client);
  g_autoptr (GPtrArray) ids = client_to_migrate (client, employer);
  g_autofree char *body = NULL;
  g_autoptr (Reply) kept = NULL;
  JsonArray *items;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/v2/providers/employers/employees/", ids->pdata[i], NULL);
      g_autofree char *address = g_strdup_printf ("{\"emailAddress\": \"persoon%u@gmail.com\"}", i);
      g_autoptr (Reply) reply = client_send (client, "PATCH", path, address);
      g_assert_cmpuint (reply->status, ==, 200);
    }
  body = actions_for (ids, 0, n, "SendInvite");
  items = client_do (client, employer, "essaccessstatus", body, &kept);
  for (guint i = 0; i < n; i++)
    g_assert_true (json_object_get_boolean_member (json_array_get_object_element (items, i), "succes"));
  return g_steal_pointer (&employer);
}

static void
test_reminders_and_expiry (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 30, 6);
  g_autofree char *employer = NULL;
  static const struct
  {
    const char *advance;
    guint reminded;
    guint expired;
  } steps[] = {
    { "{\"advanceDays\": 2.99}", 0, 0 }, { "{\"advanceDays\": 0.02}", 1, 0 },
    { "{\"advanceDays\": 3.9}", 1, 0 },  { "{\"advanceDays\": 0.1}", 2, 0 },
    { "{\"advanceDays\": 6.9}", 2, 0 },  { "{\"advanceDays\": 0.2}", 2, 1 },
    { "{\"advanceDays\": 30}", 2, 1 },
  };
  guint reminded = client_count_events (client, "reminded"),
        expired = client_count_events (client, "expired");

  client_post (client, "/practice/activate", "{\"share\": 1}");
  employer = invite (client, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      client_post (client, "/practice/clock", steps[i].advance);
      g_assert_cmpuint (client_count_events (client, "reminded") - reminded, ==, steps[i].reminded);
      g_assert_cmpuint (client_count_events (client, "expired") - expired, ==, steps[i].expired);
      g_assert_cmpint (client_count_mail (client, "reminder"), ==, client_count_events (client, "reminded"));
    }
}

/* Everything that fell due in one leap comes in the order of its own time. */
static void
test_leap (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 60, 6);
  g_autofree char *employer = NULL;
  g_autofree char *before = g_strdup ("");
  g_autoptr (Reply) kept = NULL;
  JsonArray *events;

  client_post (client, "/practice/activate", "{\"share\": 1}");
  employer = invite (client, 5);
  client_post (client, "/practice/clock", "{\"advanceDays\": 60}");
  g_assert_cmpuint (client_count_events (client, "reminded"), ==,
                    2 * client_count_events (client, "invited"));
  g_assert_cmpuint (client_count_events (client, "expired"), ==, client_count_events (client, "invited"));
  events = client_list (client, "/practice/events", &kept);
  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      const char *at = json_object_get_string_member (json_array_get_object_element (events, i), "at");

      g_assert_cmpstr (before, <=, at);
      g_free (before);
      before = g_strdup (at);
    }
}

static guint
count_leavers_with_access (Client *client, const char *employer)
{
  g_autofree char *path = under_employer (
      employer, "/employees/selfservice/migration?filter=employee.employmentEndDate%20ge%20'2025-01-01'%20and"
                "%20employee.employmentEndDate%20le%20'2025-12-31'");
  g_autoptr (Reply) kept = NULL;

  return json_object_get_int_member (client_get (client, path, &kept), "totalSize");
}

static void
test_leavers_of_2025 (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 200, 4);
  g_autofree char *employer = client_biggest_employer (client);
  guint leavers;

  client_post (client, "/practice/clock", "{\"now\": \"2026-09-30T21:59:00Z\"}");
  leavers = count_leavers_with_access (client, employer);
  g_assert_cmpuint (leavers, >, 0);
  client_post (client, "/practice/clock", "{\"now\": \"2026-09-30T22:00:00Z\"}");
  g_assert_cmpuint (count_leavers_with_access (client, employer), ==, 0);
  client_post (client, "/practice/clock", "{\"now\": \"2026-09-30T12:00:00Z\"}");
  g_assert_cmpuint (count_leavers_with_access (client, employer), ==, leavers);
}

static void
test_block_on_date (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 30, 6);
  g_autofree char *employer = client_biggest_employer (client);
  g_autoptr (GPtrArray) ids = client_to_migrate (client, employer);
  g_autofree char *path =
      g_strdup_printf ("/v2/providers/employers/employees/%s/revokeEmployeeSelfServiceAccess",
                       (char *) ids->pdata[0]);
  g_autofree char *status = NULL;
  g_autoptr (Reply) reply = NULL, wrong = NULL;

  client_post (client, "/practice/clock", "{\"now\": \"2026-12-01T09:00:00Z\"}");
  wrong = client_send (client, "PATCH", path, "{\"revokeEmployeeSelfServiceAccessOn\": \"morgen\"}");
  g_assert_cmpuint (wrong->status, ==, 400);
  reply = client_send (client, "PATCH", path, "{\"revokeEmployeeSelfServiceAccessOn\": \"2026-12-03\"}");
  g_assert_cmpuint (reply->status, ==, 200);
  client_post (client, "/practice/clock", "{\"advanceDays\": 1}");
  g_assert_cmpuint (client_count_events (client, "blocked"), ==, 0);
  client_post (client, "/practice/clock", "{\"advanceDays\": 1}");
  g_assert_cmpuint (client_count_events (client, "blocked"), ==, 1);
  status = client_status (client, employer, ids->pdata[0], FALSE);
  g_assert_cmpstr (status, ==, "AccessToClientIsBlocked");
}

/* The clock runs on from where it was set when the server is started again. */
static void
test_clock_is_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  static const char *const names[] = { "oefenloket.sqlite", "oefenloket.lock" };

  for (int run = 0; run < 2; run++)
    {
      g_autoptr (Client) client = client_new (folder, 1, 5, 1);

      if (run == 0)
        client_post (client, "/practice/clock", "{\"now\": \"2031-05-01T12:00:00Z\"}");
      assert_today (client, "2031-05-01");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The moments at which @event happened, in the order of the list. */
static GPtrArray *
moments_of (Client *client, const char *event)
{
  GPtrArray *moments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Reply) kept = NULL;
  JsonArray *events = client_list (client, "/practice/events", &kept);

  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *one = json_array_get_object_element (events, i);

      if (g_str_equal (json_object_get_string_member (one, "event"), event))
        g_ptr_array_add (moments, g_strdup (json_object_get_string_member (one, "at")));
    }
  return moments;
}

static void
assert_moments (Client *client, const char *event, guint n, const char *moment)
{
  g_autoptr (GPtrArray) moments = moments_of (client, event);

  g_assert_cmpuint (moments->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (moments->pdata[i], ==, moment);
}

static char *
plus_days (const char *moment, int days)
{
  gint64 instant;

  g_assert_true (ovs_clock_parse_iso (moment, &instant));
  return ovs_clock_to_iso (instant + days * G_TIME_SPAN_DAY);
}

/* However far the clock is moved at once, each thing is written down at its own moment. */
static void
test_own_moments (Office *office, gconstpointer data)
{
  g_autoptr (GPtrArray) invited = NULL, reminded = NULL, expired = NULL;
  g_autoptr (Reply) kept = NULL;

  poke (office, "UPDATE employee SET ess = 'NoAccessToClient', invited_at = NULL, revoke_day = NULL", NULL);
  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  client_post (office->client, "/practice/clock", "{\"advanceDays\": 200}");
  invited = moments_of (office->client, "invited");
  reminded = moments_of (office->client, "reminded");
  expired = moments_of (office->client, "expired");
  g_assert_cmpuint (invited->len, ==, 1);
  g_assert_cmpuint (reminded->len, ==, 2);
  g_assert_cmpuint (expired->len, ==, 1);
  for (int i = 0; i < 3; i++)
    {
      static const int days[] = { 3, 7, 14 };
      g_autofree char *expected = plus_days (invited->pdata[0], days[i]);

      g_assert_cmpstr (i < 2 ? reminded->pdata[i] : expired->pdata[0], ==, expected);
    }
}

/* Day numbers as in the practice Loket's file. */
#define DAY_OF(year, month, day) ovs_day_from_ymd (year, month, day)

/* The last one with Werknemerloket leaves: product 500 goes when his last day is over, not when the clock arrives. */
static void
test_last_day (Office *office, gconstpointer data)
{
  g_autofree char *leaves = g_strdup_printf ("UPDATE employee SET wnl = 'HasAccessToClient', service_end = %d WHERE uuid = ?",
                                             DAY_OF (2027, 3, 9));

  client_post (office->client, "/practice/clock", "{\"now\": \"2026-12-01T09:00:00Z\"}");
  poke (office, "UPDATE employer SET product_500 = 0", NULL);
  poke (office, "UPDATE employer SET product_500 = 1 WHERE uuid = ?", office->employer);
  poke (office, "UPDATE employee SET wnl = 'NoAccessToClient', ess = 'HasAccessToClient', service_end = NULL", NULL);
  poke (office, leaves, office->ids->pdata[0]);
  client_post (office->client, "/practice/clock", "{\"now\": \"2027-03-09T22:59:00Z\"}");
  assert_moments (office->client, "product-removed", 0, NULL);
  client_post (office->client, "/practice/clock", "{\"now\": \"2027-08-01T09:00:00Z\"}");
  assert_moments (office->client, "product-removed", 1, "2027-03-09T23:00:00Z");
}

/* A block that was asked for on a day comes when that day begins; one for a day that is past comes at once. */
static void
test_blocks_in_time (Office *office, gconstpointer data)
{
  static const char *const days[] = { "2026-12-20", "2026-12-05", "2026-11-01" };

  client_post (office->client, "/practice/clock", "{\"now\": \"2026-12-01T09:00:00Z\"}");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/v2/providers/employers/employees/%s/revokeEmployeeSelfServiceAccess",
                                               (char *) office->ids->pdata[i]);
      g_autofree char *body = g_strdup_printf ("{\"revokeEmployeeSelfServiceAccessOn\": \"%s\"}", days[i]);
      g_autoptr (Reply) reply = client_send (office->client, "PATCH", path, body);

      g_assert_cmpuint (reply->status, ==, 200);
    }
  client_post (office->client, "/practice/clock", "{\"advanceDays\": 40}");
  {
    g_autoptr (GPtrArray) moments = moments_of (office->client, "blocked");

    g_assert_cmpuint (moments->len, ==, 3);
    g_assert_true (g_str_has_prefix (moments->pdata[0], "2026-12-01T09:0"));
    g_assert_cmpstr (moments->pdata[1], ==, "2026-12-04T23:00:00Z");
    g_assert_cmpstr (moments->pdata[2], ==, "2026-12-19T23:00:00Z");
  }
}

/* A practice that begins in September: the leavers of 2025 lose their access when the clock passes 1 October, at its first moment. */
static void
test_september (void)
{
  OvsPracticeWanted wanted = { .employers = 1, .employees = 200, .seed = 4, .start = DAY_OF (2026, 9, 1) };
  g_autoptr (Client) client = client_new_wanted (NULL, &wanted);
  g_autofree char *employer = client_biggest_employer (client);
  guint leavers = count_leavers_with_access (client, employer);

  assert_today (client, "2026-09-01");
  g_assert_cmpuint (leavers, >, 0);
  assert_moments (client, "access-ended", 0, NULL);
  client_post (client, "/practice/clock", "{\"advanceDays\": 60}");
  assert_moments (client, "access-ended", leavers, "2026-09-30T22:00:00Z");
  g_assert_cmpuint (count_leavers_with_access (client, employer), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/calendar/clock", test_clock);
  g_test_add_func ("/practice/calendar/reminders-and-expiry", test_reminders_and_expiry);
  g_test_add_func ("/practice/calendar/leap", test_leap);
  g_test_add_func ("/practice/calendar/leavers-of-2025", test_leavers_of_2025);
  g_test_add_func ("/practice/calendar/block-on-date", test_block_on_date);
  g_test_add_func ("/practice/calendar/clock-is-kept", test_clock_is_kept);
  g_test_add ("/practice/calendar/own-moments", Office, NULL, set_up, test_own_moments, tear_down);
  g_test_add ("/practice/calendar/last-day", Office, NULL, set_up, test_last_day, tear_down);
  g_test_add ("/practice/calendar/blocks-in-time", Office, NULL, set_up, test_blocks_in_time, tear_down);
  g_test_add_func ("/practice/calendar/september", test_september);
  return g_test_run ();
}
