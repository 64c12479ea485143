/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/client.h"

/* The switches of signing in, both ways. */

#define VERIFIER "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
/* The example of RFC 7636. */
#define CHALLENGE "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

static void
turn (Client *client, const char *switches)
{
  client_post (client, "/practice/behaviour", switches);
}

static Reply *
authorize (Client *client, const char *redirect_uri, const char *more)
{
  g_autofree char *query = soup_form_encode ("client_id", "overstap", "response_type", "code", "state", "s",
                                             "redirect_uri", redirect_uri, NULL);
  g_autofree char *path = g_strconcat ("/authorize?", query, more, NULL);

  return client_send (client, "GET", path, NULL);
}

static char *
parameter (Reply *reply, const char *name)
{
  g_autoptr (GUri) uri = g_uri_parse (reply->location, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GHashTable) parameters = soup_form_decode (g_uri_get_query (uri));

  return g_strdup (g_hash_table_lookup (parameters, name));
}

static Reply *
ask (Client *client, const char *form)
{
  return client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", form);
}

static Reply *
redeem (Client *client, const char *code, const char *more)
{
  g_autofree char *form = soup_form_encode ("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT,
                                            "client_id", "overstap", NULL);
  g_autofree char *whole = g_strconcat (form, more, NULL);

  return ask (client, whole);
}

static Reply *
renew (Client *client, const char *refresh)
{
  g_autofree char *form = soup_form_encode ("grant_type", "refresh_token", "refresh_token", refresh, "client_id",
                                            "overstap", NULL);

  return ask (client, form);
}

static const char *
token_of (Reply *reply, const char *name)
{
  g_assert_cmpuint (reply->status, ==, 200);
  return json_object_get_string_member (json_node_get_object (reply->json), name);
}

/* A first refresh token. */
static char *
first_refresh (Client *client)
{
  g_autofree char *code = client_obtain_code (client, REDIRECT);
  g_autoptr (Reply) reply = redeem (client, code, "");

  return g_strdup (token_of (reply, "refresh_token"));
}

static void
assert_renews (Client *client, const char *refresh, gboolean good)
{
  g_autoptr (Reply) reply = renew (client, refresh);

  g_assert_cmpuint (reply->status, ==, good ? 200 : 400);
  if (!good)
    g_assert_cmpstr (json_object_get_string_member (json_node_get_object (reply->json), "error"), ==, "invalid_grant");
}

static void
use (Client *client, const char *access)
{
  g_autoptr (Reply) reply = NULL;

  g_free (client->token);
  client->token = g_strdup (access);
  reply = client_send (client, "GET", "/v2/user", NULL);
  g_assert_cmpuint (reply->status, ==, 200);
}

static void
test_no_rotation (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *refresh = first_refresh (client);
  g_autoptr (Reply) renewed = renew (client, refresh);

  g_assert_cmpstr (token_of (renewed, "refresh_token"), ==, refresh);
  assert_renews (client, refresh, TRUE);
}

/* An answer that was lost can be asked for again, until what it brought is used. */
static void
test_rotation (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *refresh = first_refresh (client);
  g_autoptr (Reply) lost = NULL;
  g_autoptr (Reply) renewed = NULL;
  g_autoptr (Reply) next = NULL;

  turn (client, "{\"rotateRefresh\": true}");
  lost = renew (client, refresh);
  renewed = renew (client, refresh);
  g_assert_cmpstr (token_of (renewed, "refresh_token"), !=, refresh);
  next = renew (client, token_of (renewed, "refresh_token"));
  assert_renews (client, refresh, FALSE);
  use (client, token_of (next, "access_token"));
  assert_renews (client, token_of (renewed, "refresh_token"), FALSE);
  assert_renews (client, token_of (next, "refresh_token"), TRUE);
}

static void
test_strict_rotation (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *refresh = first_refresh (client);
  g_autoptr (Reply) lost = NULL;

  turn (client, "{\"rotateRefresh\": \"strict\"}");
  lost = renew (client, refresh);
  assert_renews (client, refresh, FALSE);
  assert_renews (client, token_of (lost, "refresh_token"), TRUE);
}

static void
test_token_seconds (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *code = NULL;
  g_autoptr (Reply) reply = NULL;
  g_autoptr (Reply) expired = NULL;

  turn (client, "{\"tokenSeconds\": 1}");
  code = client_obtain_code (client, REDIRECT);
  reply = redeem (client, code, "");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (reply->json), "expires_in"), ==, 1);
  g_free (client->token);
  client->token = g_strdup (token_of (reply, "access_token"));
  do
    {
      g_clear_pointer (&expired, reply_free);
      expired = client_send (client, "GET", "/v2/user", NULL);
    }
  while (expired->status == 200);
  g_assert_cmpuint (expired->status, ==, 401);
}

static void
test_refresh_seconds (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *kept = first_refresh (client);
  g_autofree char *refresh = NULL;
  g_autoptr (Reply) reply = NULL;

  turn (client, "{\"refreshSeconds\": 1}");
  refresh = first_refresh (client);
  do
    {
      g_clear_pointer (&reply, reply_free);
      reply = renew (client, refresh);
    }
  while (reply->status == 200);
  assert_renews (client, refresh, FALSE);
  assert_renews (client, kept, TRUE);
}

static void
test_pkce (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autoptr (Reply) without = NULL;
  g_autoptr (Reply) plain = NULL;
  g_autoptr (Reply) good = NULL;
  g_autoptr (Reply) other = NULL;
  g_autoptr (Reply) wrong = NULL;
  g_autoptr (Reply) right = NULL;
  g_autofree char *error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *other_code = NULL;

  turn (client, "{\"pkce\": true}");
  without = authorize (client, REDIRECT, "");
  error = parameter (without, "error");
  g_assert_cmpstr (error, ==, "invalid_request");
  plain = authorize (client, REDIRECT, "&code_challenge=" VERIFIER "&code_challenge_method=plain");
  g_assert_nonnull (strstr (plain->location, "error=invalid_request"));

  other = authorize (client, REDIRECT, "&code_challenge_method=S256&code_challenge=" CHALLENGE);
  other_code = parameter (other, "code");
  wrong = redeem (client, other_code, "&code_verifier=" CHALLENGE);
  g_assert_cmpuint (wrong->status, ==, 400);
  good = authorize (client, REDIRECT, "&code_challenge_method=S256&code_challenge=" CHALLENGE);
  code = parameter (good, "code");
  right = redeem (client, code, "&code_verifier=" VERIFIER);
  g_assert_cmpuint (right->status, ==, 200);
}

/* A client may always send it; where Loket knows nothing of it nothing is checked. */
static void
test_no_pkce (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autoptr (Reply) reply = authorize (client, REDIRECT, "&code_challenge_method=S256&code_challenge=" CHALLENGE);
  g_autofree char *code = parameter (reply, "code");
  g_autoptr (Reply) redeemed = redeem (client, code, "");

  g_assert_cmpuint (redeemed->status, ==, 200);
}

static void
test_client_secret (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autofree char *code = NULL;
  g_autoptr (Reply) without = NULL;
  g_autoptr (Reply) with = NULL;

  turn (client, "{\"clientSecret\": \"geheim\"}");
  code = client_obtain_code (client, REDIRECT);
  without = redeem (client, code, "");
  g_assert_cmpuint (without->status, ==, 400);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (without->json), "error"), ==, "invalid_client");
  with = redeem (client, code, "&client_secret=geheim");
  g_assert_cmpuint (with->status, ==, 200);
}

static void
test_registered_redirect (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autoptr (Reply) registered = NULL;
  g_autoptr (Reply) other = NULL;

  turn (client, "{\"registeredRedirect\": \"http://127.0.0.1:8123/back\"}");
  registered = authorize (client, "http://127.0.0.1:8123/back", "");
  g_assert_cmpuint (registered->status, ==, 302);
  other = authorize (client, "http://127.0.0.1:8124/back", "");
  g_assert_cmpuint (other->status, ==, 400);
}

static void
test_token_error_status (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autoptr (Reply) reply = NULL;

  assert_renews (client, "0123", FALSE);
  turn (client, "{\"tokenErrorStatus\": 401}");
  reply = renew (client, "0123");
  g_assert_cmpuint (reply->status, ==, 401);
}

static void
test_sign_in_denied (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 1, 1);
  g_autoptr (Reply) reply = NULL;
  g_autofree char *error = NULL;
  g_autofree char *state = NULL;

  turn (client, "{\"signInDenied\": true}");
  reply = authorize (client, REDIRECT, "");
  error = parameter (reply, "error");
  state = parameter (reply, "state");
  g_assert_cmpstr (error, ==, "access_denied");
  g_assert_cmpstr (state, ==, "s");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/behaviour/no-rotation", test_no_rotation);
  g_test_add_func ("/practice/behaviour/rotation", test_rotation);
  g_test_add_func ("/practice/behaviour/strict-rotation", test_strict_rotation);
  g_test_add_func ("/practice/behaviour/token-seconds", test_token_seconds);
  g_test_add_func ("/practice/behaviour/refresh-seconds", test_refresh_seconds);
  g_test_add_func ("/practice/behaviour/pkce", test_pkce);
  g_test_add_func ("/practice/behaviour/no-pkce", test_no_pkce);
  g_test_add_func ("/practice/behaviour/client-secret", test_client_secret);
  g_test_add_func ("/practice/behaviour/registered-redirect", test_registered_redirect);
  g_test_add_func ("/practice/behaviour/token-error-status", test_token_error_status);
  g_test_add_func ("/practice/behaviour/sign-in-denied", test_sign_in_denied);
  return g_test_run ();
}
