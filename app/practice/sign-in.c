/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/json.h"
#include "practice/routes.h"
#include "practice/tokens.h"

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

static void
reply_error (OvsPracticeExchange *exchange, const char *error)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();

  json_builder_begin_object (json);
  ovs_practice_put_text (json, "error", error);
  json_builder_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_BAD_REQUEST, json);
}

/* The practice user signs in by himself: straight back with a code. */
static void
authorize (OvsPracticeExchange *exchange)
{
  const char *redirect_uri = ovs_practice_exchange_get_query (exchange, "redirect_uri");
  const char *state = ovs_practice_exchange_get_query (exchange, "state");
  g_autofree char *code = NULL;
  g_autofree char *query = NULL;
  g_autofree char *location = NULL;

  if (g_strcmp0 (ovs_practice_exchange_get_query (exchange, "client_id"), CLIENT_ID) != 0)
    {
      reply_error (exchange, "invalid_client");
      return;
    }
  if (g_strcmp0 (ovs_practice_exchange_get_query (exchange, "response_type"), "code") != 0)
    {
      reply_error (exchange, "unsupported_response_type");
      return;
    }
  if (!is_loopback (redirect_uri))
    {
      reply_error (exchange, "invalid_request");
      return;
    }

  code = ovs_practice_tokens_issue_code (exchange->state, redirect_uri);
  query = state != NULL ? soup_form_encode ("state", state, "code", code, NULL)
                        : soup_form_encode ("code", code, NULL);
  location = g_strconcat (redirect_uri, strchr (redirect_uri, '?') != NULL ? "&" : "?", query, NULL);
  soup_server_message_set_redirect (exchange->message, SOUP_STATUS_FOUND, location);
}

static gboolean
check_grant (OvsPracticeState *state, GHashTable *form, gboolean *issue_refresh, const char **error)
{
  const char *grant = g_hash_table_lookup (form, "grant_type");
  const char *code = g_hash_table_lookup (form, "code");
  const char *redirect_uri = g_hash_table_lookup (form, "redirect_uri");
  const char *refresh = g_hash_table_lookup (form, "refresh_token");

  *error = "invalid_grant";
  *issue_refresh = g_strcmp0 (grant, "authorization_code") == 0;
  if (*issue_refresh)
    return code != NULL && redirect_uri != NULL &&
           ovs_practice_tokens_redeem_code (state, code, redirect_uri);
  if (g_strcmp0 (grant, "refresh_token") == 0)
    return refresh != NULL && ovs_practice_tokens_check_refresh (state, refresh);
  *error = "unsupported_grant_type";
  return FALSE;
}

static void
token (OvsPracticeExchange *exchange)
{
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (exchange->message));
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_autoptr (GHashTable) form = soup_form_decode (text);
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *access = NULL;
  g_autofree char *refresh = NULL;
  const char *error = "invalid_client";
  gboolean issue_refresh;

  if (g_strcmp0 (g_hash_table_lookup (form, "client_id"), CLIENT_ID) != 0 ||
      !check_grant (exchange->state, form, &issue_refresh, &error))
    {
      reply_error (exchange, error);
      return;
    }

  access = ovs_practice_tokens_issue_access (exchange->state);
  refresh = issue_refresh ? ovs_practice_tokens_issue_refresh (exchange->state)
                          : g_strdup (g_hash_table_lookup (form, "refresh_token"));
  json_builder_begin_object (json);
  ovs_practice_put_text (json, "access_token", access);
  ovs_practice_put_text (json, "token_type", "bearer");
  ovs_practice_put_number (json, "expires_in", OVS_PRACTICE_TOKEN_SECONDS);
  ovs_practice_put_text (json, "refresh_token", refresh);
  ovs_practice_put_text (json, "two_factor_state", "None");
  json_builder_end_object (json);
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Cache-Control",
                                "no-store");
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

const OvsPracticeRoute ovs_practice_sign_in_routes[] = {
  { OVS_PRACTICE_ROUTE_SIGN_IN, "GET", "/authorize", "2018-01-01", authorize },
  { OVS_PRACTICE_ROUTE_SIGN_IN, "POST", "/token", "2018-01-01", token },
  { 0 },
};
