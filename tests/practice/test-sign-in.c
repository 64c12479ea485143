/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/client.h"

static Reply *
redeem (Client *client, const char *code, const char *redirect_uri, const char *client_id)
{
  g_autofree char *form = soup_form_encode ("grant_type", "authorization_code", "code", code, "redirect_uri",
                                            redirect_uri, "client_id", client_id, NULL);

  return client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", form);
}

static void
assert_error (Reply *reply, const char *error)
{
  g_assert_cmpuint (reply->status, ==, 400);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (reply->json), "error"), ==, error);
}

static void
test_authorize (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  static const struct
  {
    const char *client_id;
    const char *redirect_uri;
    guint status;
  } cases[] = {
    { "overstap", "http://127.0.0.1:8123/back", 302 },
    { "overstap", "http://localhost:8123/", 302 },
    { "overstap", "http://[::1]:8123/back?x=1", 302 },
    { "overstap", "http://127.0.0.1/", 302 },
    { "other", "http://127.0.0.1:8123/back", 400 },
    { "overstap", "https://127.0.0.1:8123/back", 400 },
    { "overstap", "http://example.com/back", 400 },
    { "overstap", "http://127.0.0.1.example.com/back", 400 },
    { "overstap", "http://127.0.0.1@example.com/back", 400 },
    { "overstap", "http://me@127.0.0.1:8123/back", 400 },
    { "overstap", "javascript:alert(1)", 400 },
    { "overstap", "", 400 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = soup_form_encode ("client_id", cases[i].client_id, "response_type", "code",
                                                 "state", "s", "redirect_uri", cases[i].redirect_uri, NULL);
      g_autofree char *path = g_strconcat ("/authorize?", query, NULL);
      g_autoptr (Reply) reply = client_send (client, "GET", path, NULL);

      g_assert_cmpuint (reply->status, ==, cases[i].status);
      if (reply->status == 302)
        g_assert_true (g_str_has_prefix (reply->location, cases[i].redirect_uri));
    }
}

static void
test_code_once (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *code = client_obtain_code (client, REDIRECT);
  g_autofree char *other = client_obtain_code (client, REDIRECT);
  g_autoptr (Reply) elsewhere = redeem (client, code, "http://127.0.0.1:10/back", "overstap");
  g_autoptr (Reply) stranger = redeem (client, code, REDIRECT, "other");
  g_autoptr (Reply) first = redeem (client, code, REDIRECT, "overstap");
  g_autoptr (Reply) second = redeem (client, code, REDIRECT, "overstap");
  g_autoptr (Reply) invented = redeem (client, "0123", REDIRECT, "overstap");
  JsonObject *tokens;

  assert_error (elsewhere, "invalid_grant");
  assert_error (stranger, "invalid_client");
  g_assert_cmpuint (first->status, ==, 200);
  assert_error (second, "invalid_grant");
  assert_error (invented, "invalid_grant");

  tokens = json_node_get_object (first->json);
  g_assert_cmpstr (json_object_get_string_member (tokens, "token_type"), ==, "bearer");
  g_assert_cmpint (json_object_get_int_member (tokens, "expires_in"), ==, 3599);
  g_assert_cmpstr (json_object_get_string_member (tokens, "two_factor_state"), ==, "None");
  g_assert_cmpuint (strlen (json_object_get_string_member (tokens, "access_token")), ==, 64);
}

static void
test_refresh (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *code = client_obtain_code (client, REDIRECT);
  g_autoptr (Reply) first = redeem (client, code, REDIRECT, "overstap");
  const char *refresh = json_object_get_string_member (json_node_get_object (first->json), "refresh_token");
  g_autofree char *form = soup_form_encode ("grant_type", "refresh_token", "refresh_token", refresh,
                                            "client_id", "overstap", NULL);
  g_autofree char *wrong = soup_form_encode ("grant_type", "refresh_token", "refresh_token", "0123",
                                             "client_id", "overstap", NULL);
  g_autoptr (Reply) renewed =
      client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", form);
  g_autoptr (Reply) refused =
      client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", wrong);
  g_autoptr (Reply) password = client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded",
                                               "grant_type=password&client_id=overstap");
  g_autoptr (Reply) answer = NULL;

  g_assert_cmpuint (renewed->status, ==, 200);
  assert_error (refused, "invalid_grant");
  assert_error (password, "unsupported_grant_type");
  g_free (client->token);
  client->token =
      g_strdup (json_object_get_string_member (json_node_get_object (renewed->json), "access_token"));
  answer = client_send (client, "GET", "/v2/providers", NULL);
  g_assert_cmpuint (answer->status, ==, 200);

  /* A refresh token is no access token. */
  g_free (client->token);
  client->token =
      g_strdup (json_object_get_string_member (json_node_get_object (renewed->json), "refresh_token"));
  g_clear_pointer (&answer, reply_free);
  answer = client_send (client, "GET", "/v2/providers", NULL);
  g_assert_cmpuint (answer->status, ==, 401);
}

static void
test_token_needed (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  static const char *const paths[] = { "/v2/providers", "/v2/user", "/providers/employers/minimized",
                                       "/v2/users/collectiveactions" };

  g_clear_pointer (&client->token, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Reply) reply = client_send (client, "GET", paths[i], NULL);

      g_assert_cmpuint (reply->status, ==, 401);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (reply->json), "message"), ==,
                       "Authorization has been denied for this request.");
    }
}

static void
test_host (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  const char *port = strrchr (ovs_practice_get_url (client->practice), ':');
  static const struct
  {
    const char *name;
    guint status;
  } cases[] = {
    { "127.0.0.1", 200 }, { "localhost", 200 }, { "LOCALHOST", 200 },           { "[::1]", 200 },
    { "evil.test", 403 }, { "127.0.0.2", 403 }, { "localhost.evil.test", 403 }, { "", 403 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Reply) api = NULL, door = NULL;

      client->host = g_strconcat (cases[i].name, port, NULL);
      api = client_send (client, "GET", "/v2/providers", NULL);
      door = client_send (client, "GET", "/practice/mail", NULL);
      g_assert_cmpuint (api->status, ==, cases[i].status);
      g_assert_cmpuint (door->status, ==, cases[i].status);
      g_clear_pointer (&client->host, g_free);
    }
  {
    g_autoptr (Reply) reply = NULL;

    client->host = g_strdup ("127.0.0.1:1");
    reply = client_send (client, "GET", "/practice/mail", NULL);
    g_assert_cmpuint (reply->status, ==, 403);
  }
}

/* A form on another site can send these without asking; JSON it cannot. */
static void
test_door_needs_json (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autoptr (Reply) plain =
      client_send_as (client, "POST", "/practice/clock", "text/plain", "{\"advanceDays\": 1}");
  g_autoptr (Reply) empty = client_send (client, "POST", "/practice/clock", NULL);
  g_autoptr (Reply) none = client_send (client, "POST", "/practice/clock", "{}");
  g_autoptr (Reply) garbage = client_send (client, "POST", "/practice/clock", "advance");
  g_autoptr (Reply) wrong_method = client_send (client, "DELETE", "/practice/clock", NULL);

  g_assert_cmpuint (plain->status, ==, 415);
  g_assert_cmpuint (empty->status, ==, 415);
  g_assert_cmpuint (none->status, ==, 400);
  g_assert_cmpuint (garbage->status, ==, 400);
  g_assert_cmpuint (wrong_method->status, ==, 405);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/sign-in/authorize", test_authorize);
  g_test_add_func ("/practice/sign-in/code-once", test_code_once);
  g_test_add_func ("/practice/sign-in/refresh", test_refresh);
  g_test_add_func ("/practice/sign-in/token-needed", test_token_needed);
  g_test_add_func ("/practice/sign-in/host", test_host);
  g_test_add_func ("/practice/sign-in/door-needs-json", test_door_needs_json);
  return g_test_run ();
}
