/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"
#include "practice/fixture.h"

/* Files of earlier versions, made by these versions in the middle of a conversion: some of four clients are invited, blocked, linked. */

#define NOW "2026-12-02T09:00:00Z"
#define VERSION 4

typedef struct
{
  char *folder;
  char *path;
  Client *client;
} Upgrade;

static gint64
ask (Upgrade *upgrade, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 number;

  g_assert_cmpint (sqlite3_open (upgrade->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

/* What that version wrote, with a clock that shows NOW. */
static void
restore (Upgrade *upgrade, int version)
{
  g_autofree char *name = g_strdup_printf ("practice-version-%d.sql", version);
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  g_autofree char *offset = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;
  gint64 now;

  g_file_get_contents (kept, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ovs_clock_parse_iso (NOW, &now));
  offset = g_strdup_printf ("UPDATE setting SET value = '%" G_GINT64_FORMAT "' WHERE name = 'clock-offset'", now - g_get_real_time ());
  g_assert_cmpint (sqlite3_open (upgrade->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, offset, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
open_file (Upgrade *upgrade, gconstpointer data)
{
  upgrade->folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  upgrade->path = g_build_filename (upgrade->folder, "oefenloket.sqlite", NULL);
  restore (upgrade, GPOINTER_TO_INT (data));
}

static void
start (Upgrade *upgrade)
{
  upgrade->client = client_new (upgrade->folder, 1, 1, 1);
  g_assert_cmpint (ask (upgrade, "PRAGMA user_version"), ==, VERSION);
  g_assert_cmpint (ask (upgrade, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

static void
close_file (Upgrade *upgrade, gconstpointer data)
{
  client_free (upgrade->client);
  remove_folder (upgrade->folder);
  g_free (upgrade->folder);
  g_free (upgrade->path);
}

/* Everybody stands where he stood, and whoever was linked has an account. */
static void
test_people (Upgrade *upgrade, gconstpointer data)
{
  static const char *const counts[] = {
    "SELECT count (*) FROM employee",
    "SELECT count (*) FROM event",
    "SELECT count (*) FROM mail",
    "SELECT count (*) FROM employee WHERE wnl = 'AccessToClientIsBlocked'",
    "SELECT count (*) FROM employee WHERE ess = 'HasAccessToClient'",
    "SELECT count (*) FROM employee WHERE ess = 'InviteFailed'",
  };
  gint64 before[G_N_ELEMENTS (counts)];

  poke (&(Office){ .folder = upgrade->folder }, "UPDATE action SET status = 'Completed'", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    before[i] = ask (upgrade, counts[i]);
  start (upgrade);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (ask (upgrade, counts[i]), ==, before[i]);
  g_assert_cmpint (ask (upgrade, "SELECT count (*) FROM event JOIN employee e ON e.id = event.employee JOIN account a ON a.id = e.account_id"
                                 " WHERE event = 'linked' AND a.activated_at IS NOT NULL AND a.email = e.email"),
                   ==, client_count_events (upgrade->client, "linked"));
}

static guint
open_link (Upgrade *upgrade, JsonObject *mail)
{
  g_autoptr (GUri) uri = g_uri_parse (json_object_get_string_member (mail, "link"), G_URI_FLAGS_NONE, NULL);
  g_autoptr (Reply) reply = client_send (upgrade->client, "GET", g_uri_get_path (uri), NULL);

  return reply->status;
}

/* The links of mails that were sent before lead somewhere: who was invited can go on, and who is done learns that his link was used. */
static void
test_links (Upgrade *upgrade, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *mails;
  guint live = 0;

  poke (&(Office){ .folder = upgrade->folder }, "UPDATE action SET status = 'Completed'", NULL);
  start (upgrade);
  mails = client_list (upgrade->client, "/practice/mail?kind=invitation", &kept);
  for (guint i = 0; i < json_array_get_length (mails); i++)
    {
      guint status = open_link (upgrade, json_array_get_object_element (mails, i));

      g_assert_true (status == 200 || status == 410);
      live += status == 200;
    }
  g_assert_cmpuint (live, ==, ask (upgrade, "SELECT count (*) FROM employee WHERE ess = 'InvitePending'"));
  g_assert_cmpuint (live, >, 0);
  g_assert_cmpuint (live, <, json_array_get_length (mails));
}

/* It goes on: an action that was under way, the calendar, a conversion by Loket. */
static void
test_goes_on (Upgrade *upgrade, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  gint64 pending;

  start (upgrade);
  while (ask (upgrade, "SELECT count (*) FROM action WHERE status <> 'Completed'") > 0)
    g_main_context_iteration (NULL, TRUE);
  client_post (upgrade->client, "/practice/clock", "{\"now\": \"2026-12-07T09:00:00Z\"}");
  pending = ask (upgrade, "SELECT count (*) FROM employee WHERE ess = 'InvitePending'");
  g_assert_cmpint (pending, >, 0);
  client_post (upgrade->client, "/practice/tickets",
               "{\"kind\": \"client-list\", \"employers\": [20001, 20002], \"date\": \"2026-12-08\"}");
  client_post (upgrade->client, "/practice/clock", "{\"now\": \"2027-01-20T09:00:00Z\"}");
  g_assert_cmpint (ask (upgrade, "SELECT count (*) FROM ticket WHERE status <> 'done'"), ==, 0);
  g_assert_cmpint (ask (upgrade, "SELECT sum (invited) FROM ticket_employer"), >, 0);
  g_assert_cmpint (ask (upgrade, "SELECT count (*) FROM employee WHERE ess = 'InvitePending'"), ==, 0);
  g_assert_cmpuint (client_count_events (upgrade->client, "expired"), >=, pending);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Upgrade *, gconstpointer);
  } tests[] = {
    { "people", test_people },
    { "links", test_links },
    { "goes-on", test_goes_on },
  };

  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version < VERSION; version++)
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
      {
        g_autofree char *path = g_strdup_printf ("/practice/upgrade/%d/%s", version, tests[i].name);

        g_test_add (path, Upgrade, GINT_TO_POINTER (version), open_file, tests[i].run, close_file);
      }
  return g_test_run ();
}
