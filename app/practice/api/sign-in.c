/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/api/json.h"
#include "practice/api/tokens.h"
#include "practice/routes.h"

#define CLIENT_ID "overstap"

static gboolean
is_loopback (const char *redirect_uri)
{
  g_autoptr (GUri) uri = redirect_uri != NULL ? g_uri_parse (redirect_uri, G_URI_FLAGS_NONE, NULL) : NULL;
  static const char *const hosts[] = { "127.0.0.1", "localhost", "::1", NULL };

  if (uri == NULL || g_uri_get_userinfo (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "http") && g_uri_get_host (uri) != NULL &&
         g_strv_contains (hosts, g_uri_get_host (uri));
}

static gboolean
is_welcome (OvsPracticeState *state, const char *redirect_uri)
{
  const char *registered = state->behaviour->registered_redirect;

  return is_loopback (redirect_uri) && (registered == NULL || g_str_equal (registered, redirect_uri));
}

static void
reply_error (OvsPracticeExchange *exchange, guint status, const char *error)
{
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_put_text (json, "error", error);
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, status, json);
}

/* Back to the client with one more parameter, and the state that it gave. */
static void
redirect (OvsPracticeExchange *exchange, const char *name, const char *value)
{
  const char *redirect_uri = ovs_practice_exchange_get_query (exchange, "redirect_uri");
  const char *state = ovs_practice_exchange_get_query (exchange, "state");
  g_autofree char *query = state != NULL ? soup_form_encode ("state", state, name, value, NULL)
                                         : soup_form_encode (name, value, NULL);
  g_autofree char *location =
      g_strconcat (redirect_uri, strchr (redirect_uri, '?') != NULL ? "&" : "?", query, NULL);

  soup_server_message_set_redirect (exchange->message, SOUP_STATUS_FOUND, location);
}

/* Why the user cannot sign in, of which the client is told at its own address; NULL when he can. */
static const char *
find_obstacle (OvsPracticeExchange *exchange)
{
  const char *method = ovs_practice_exchange_get_query (exchange, "code_challenge_method");
  const char *challenge = ovs_practice_exchange_get_query (exchange, "code_challenge");

  if (exchange->state->behaviour->sign_in_denied)
    return "access_denied";
  if (exchange->state->behaviour->pkce &&
      (challenge == NULL || *challenge == '\0' || g_strcmp0 (method, "S256") != 0))
    return "invalid_request";
  return NULL;
}

/* The practice user signs in by himself: straight back with a code. */
static void
authorize (OvsPracticeExchange *exchange)
{
  const char *redirect_uri = ovs_practice_exchange_get_query (exchange, "redirect_uri");
  const char *challenge =
      exchange->state->behaviour->pkce ? ovs_practice_exchange_get_query (exchange, "code_challenge") : NULL;
  const char *obstacle;
  g_autofree char *code = NULL;

  if (g_strcmp0 (ovs_practice_exchange_get_query (exchange, "client_id"), CLIENT_ID) != 0)
    {
      reply_error (exchange, SOUP_STATUS_BAD_REQUEST, "invalid_client");
      return;
    }
  if (g_strcmp0 (ovs_practice_exchange_get_query (exchange, "response_type"), "code") != 0)
    {
      reply_error (exchange, SOUP_STATUS_BAD_REQUEST, "unsupported_response_type");
      return;
    }
  if (!is_welcome (exchange->state, redirect_uri))
    {
      reply_error (exchange, SOUP_STATUS_BAD_REQUEST, "invalid_request");
      return;
    }
  obstacle = find_obstacle (exchange);
  if (obstacle != NULL)
    {
      redirect (exchange, "error", obstacle);
      return;
    }
  code = ovs_practice_tokens_issue_code (exchange->state, redirect_uri, challenge);
  redirect (exchange, "code", code);
}

static gboolean
check_client (OvsPracticeState *state, GHashTable *form)
{
  const char *secret = state->behaviour->client_secret;

  return g_strcmp0 (g_hash_table_lookup (form, "client_id"), CLIENT_ID) == 0 &&
         (secret == NULL || ovs_practice_tokens_equal (g_hash_table_lookup (form, "client_secret"), secret));
}

/* @refresh: the token that was used, NULL for a code. */
static gboolean
check_grant (OvsPracticeState *state, GHashTable *form, const char **refresh, const char **error)
{
  const char *grant = g_hash_table_lookup (form, "grant_type");
  const char *code = g_hash_table_lookup (form, "code");
  const char *redirect_uri = g_hash_table_lookup (form, "redirect_uri");

  *refresh = NULL;
  *error = "invalid_grant";
  if (g_strcmp0 (grant, "authorization_code") == 0)
    return code != NULL && redirect_uri != NULL &&
           ovs_practice_tokens_redeem_code (state, code, redirect_uri,
                                            g_hash_table_lookup (form, "code_verifier"));
  if (g_strcmp0 (grant, "refresh_token") == 0)
    {
      *refresh = g_hash_table_lookup (form, "refresh_token");
      return *refresh != NULL && ovs_practice_tokens_check_refresh (state, *refresh);
    }
  *error = "unsupported_grant_type";
  return FALSE;
}

/* The refresh token to answer with, after @used (nullable). Returns: (transfer full). */
static char *
next_refresh (OvsPracticeState *state, const char *used)
{
  switch (state->behaviour->rotate_refresh)
    {
    case OVS_PRACTICE_ROTATE_WHEN_USED:
      return ovs_practice_tokens_issue_refresh (state, used);
    case OVS_PRACTICE_ROTATE_AT_ONCE:
      if (used != NULL)
        ovs_practice_tokens_forget_refresh (state, used);
      return ovs_practice_tokens_issue_refresh (state, NULL);
    default:
      return used != NULL ? g_strdup (used) : ovs_practice_tokens_issue_refresh (state, NULL);
    }
}

static void
token (OvsPracticeExchange *exchange)
{
  OvsPracticeState *state = exchange->state;
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (exchange->message));
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_autoptr (GHashTable) form = soup_form_decode (text);
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();
  g_autofree char *access = NULL;
  g_autofree char *refresh = NULL;
  const char *error = "invalid_client";
  const char *used;

  if (!check_client (state, form) || !check_grant (state, form, &used, &error))
    {
      reply_error (exchange,
                   state->behaviour->token_error_401 ? SOUP_STATUS_UNAUTHORIZED : SOUP_STATUS_BAD_REQUEST,
                   error);
      return;
    }

  access = ovs_practice_tokens_issue_access (
      state, state->behaviour->rotate_refresh == OVS_PRACTICE_ROTATE_WHEN_USED ? used : NULL);
  refresh = next_refresh (state, used);
  ovs_practice_json_begin_object (json);
  ovs_practice_put_text (json, "access_token", access);
  ovs_practice_put_text (json, "token_type", "bearer");
  ovs_practice_put_number (json, "expires_in", state->behaviour->token_seconds);
  ovs_practice_put_text (json, "refresh_token", refresh);
  ovs_practice_put_text (json, "two_factor_state", "None");
  ovs_practice_json_end_object (json);
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Cache-Control",
                                "no-store");
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

const OvsPracticeRoute ovs_practice_sign_in_routes[] = {
  { OVS_PRACTICE_ROUTE_SIGN_IN, "GET", "/authorize", "2018-01-01", authorize },
  { OVS_PRACTICE_ROUTE_SIGN_IN, "POST", "/token", "2018-01-01", token },
  { 0 },
};
