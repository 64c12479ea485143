/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fixture.h"

/* The mail server of a practice Loket, as long as it is not there; tests/commands/test-mail.py has one that is. */

/* A port that nobody listens at. */
static char *
find_deaf_url (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);
  return g_strdup_printf ("smtp://127.0.0.1:%u", port);
}

static gint64
count (Office *office, const char *what)
{
  g_autoptr (Reply) kept = NULL;

  return json_object_get_int_member (client_get (office->client, "/practice/smtp", &kept), what);
}

static gboolean
has_trouble (Office *office)
{
  g_autoptr (Reply) kept = NULL;

  return !json_object_get_null_member (client_get (office->client, "/practice/smtp", &kept), "trouble");
}

static void
set_server (Office *office, const char *url)
{
  g_autofree char *body = g_strdup_printf ("{\"url\": \"%s\"}", url);

  client_post (office->client, "/practice/smtp", body);
}

static void
test_server_that_is_down (Office *office, gconstpointer data)
{
  g_autofree char *url = find_deaf_url ();
  g_autoptr (Reply) kept = NULL, gone = NULL;

  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  set_server (office, url);
  act (office, "essaccessstatus", 2, 3, "SendInvite", &kept);
  for (guint i = 2; i < 5; i++)
    assert_status (office, i, TRUE, "InvitePending");
  g_assert_cmpint (count (office, "waiting"), ==, 3);
  while (!has_trouble (office))
    ;
  g_assert_cmpint (count (office, "waiting"), ==, 3);
  g_assert_cmpint (count (office, "delivered"), ==, 0);
  gone = client_send (office->client, "DELETE", "/practice/smtp", NULL);
  g_assert_cmpuint (gone->status, ==, 200);
  g_assert_cmpint (count (office, "waiting"), ==, 0);
  g_assert_false (has_trouble (office));
  g_assert_cmpint (client_count_mail (office->client, "invitation"), ==, 5);
}

/* What waits goes on waiting until a server is set again, and so does what comes meanwhile. */
static void
test_waits_through_a_restart (Office *office, gconstpointer data)
{
  g_autofree char *url = find_deaf_url ();
  g_autoptr (Reply) kept = NULL;

  set_server (office, url);
  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  client_free (office->client);
  office->client = client_new (office->folder, 6, 120, 5);
  g_assert_cmpint (count (office, "waiting"), ==, 2);
  act (office, "essaccessstatus", 2, 1, "SendInvite", &kept);
  g_assert_cmpint (count (office, "waiting"), ==, 3);
}

static void
test_servers_that_cannot_be (Office *office, gconstpointer data)
{
  static const OvsPracticeMailServer servers[] = {
    { .url = "mail.example.nl" },
    { .url = "http://127.0.0.1" },
    /* Somebody may have the address of somebody who is made up. */
    { .url = "smtp://mail.example.nl" },
    { .url = "smtps://192.0.2.1:465" },
    { .url = "smtp://127.0.0.1", .to = "niemand" },
    { .url = "smtp://127.0.0.1", .to = "@" },
    { .url = "smtp://127.0.0.1", .to = "a@b.nl, c@d.nl" },
    { .url = "smtp://127.0.0.1", .sender = "Jan <jan@example.com>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ovs_practice_set_mail_server (office->client->practice, &servers[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/practice/mail/server-that-is-down", Office, NULL, set_up, test_server_that_is_down, tear_down);
  g_test_add ("/practice/mail/waits-through-a-restart", Office, NULL, set_up, test_waits_through_a_restart, tear_down);
  g_test_add ("/practice/mail/servers-that-cannot-be", Office, NULL, set_up, test_servers_that_cannot_be, tear_down);
  return g_test_run ();
}
