/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/admission.h"

#include <string.h>

#include "practice/api/activities.h"
#include "practice/api/tokens.h"
#include "practice/web/limits.h"

static gboolean
is_json (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  return g_strcmp0 (soup_message_headers_get_content_type (headers, NULL), "application/json") == 0;
}

static gboolean
has_token (OvsPracticeState *state, SoupServerMessage *message)
{
  const char *header =
      soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");

  if (header == NULL || g_ascii_strncasecmp (header, "Bearer ", strlen ("Bearer ")) != 0)
    return FALSE;
  return ovs_practice_tokens_check (state, header + strlen ("Bearer "));
}

/* Nothing in Loket's documents tells of a limit; a switch makes one. */
static gboolean
is_too_fast (OvsPracticeExchange *exchange)
{
  OvsPracticeState *state = exchange->state;
  gint64 second = g_get_monotonic_time () / G_TIME_SPAN_SECOND;

  if (second != state->second)
    state->requests = 0;
  state->second = second;
  state->requests++;
  if (state->behaviour->rate_limit == 0 || state->requests <= state->behaviour->rate_limit)
    return FALSE;
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Retry-After",
                                "1");
  soup_server_message_set_status (exchange->message, OVS_PRACTICE_TOO_MANY_REQUESTS, NULL);
  return TRUE;
}

/* The row id of the employer that the path names, itself or by an employee; 0 where it names none. */
static gint64
find_employer (OvsPracticeExchange *exchange, const OvsPracticeRoute *route)
{
  OvsPracticeDb *db = exchange->state->db;

  if (g_str_has_prefix (route->pattern, "/providers/employers/{uuid}"))
    return ovs_practice_db_number (db, 0, "SELECT id FROM employer WHERE uuid = ?", "t", exchange->arguments[0]);
  if (strstr (route->pattern, "/employees/{uuid}") != NULL)
    return ovs_practice_db_number (db, 0, "SELECT employer FROM employee WHERE uuid = ?", "t",
                                   exchange->arguments[0]);
  return 0;
}

gboolean
ovs_practice_user_may (OvsPracticeState *state, gint64 employer, const char *activity)
{
  const OvsPracticeBehaviour *behaviour = state->behaviour;

  if (behaviour->needs_product && employer != 0 && ovs_practice_activities_need_product (activity) &&
      ovs_practice_db_number (state->db, 1, "SELECT mijnloket FROM employer WHERE id = ?", "l", employer) == 0)
    return FALSE;
  if (json_object_get_size (behaviour->denied) == 0)
    return TRUE;
  return !ovs_practice_behaviour_denies (
      behaviour, ovs_practice_db_number (state->db, 0, "SELECT number FROM employer WHERE id = ?", "l", employer),
      activity);
}

static gboolean
is_allowed (OvsPracticeExchange *exchange, const OvsPracticeRoute *route)
{
  const OvsPracticeBehaviour *behaviour = exchange->state->behaviour;
  gboolean all = !behaviour->needs_product && json_object_get_size (behaviour->denied) == 0;

  if (!ovs_practice_behaviour_lacks (behaviour, route->activity) &&
      (all || ovs_practice_user_may (exchange->state, find_employer (exchange, route), route->activity)))
    return TRUE;
  ovs_practice_exchange_reply_forbidden (exchange);
  return FALSE;
}

gboolean
ovs_practice_admit (OvsPracticeExchange *exchange, const OvsPracticeRoute *route)
{
  if (route->kind == OVS_PRACTICE_ROUTE_PAGE)
    return TRUE;
  if (route->kind == OVS_PRACTICE_ROUTE_API && !has_token (exchange->state, exchange->message))
    {
      ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_UNAUTHORIZED,
                                          "Authorization has been denied for this request.");
      return FALSE;
    }
  if (route->activity != NULL && (is_too_fast (exchange) || !is_allowed (exchange, route)))
    return FALSE;
  if (route->kind == OVS_PRACTICE_ROUTE_DOOR && g_str_equal (route->method, "POST") &&
      !is_json (exchange->message))
    {
      ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_UNSUPPORTED_MEDIA_TYPE,
                                          "Content-Type must be application/json.");
      return FALSE;
    }
  if (exchange->version == NULL)
    {
      ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST,
                                          "There is no such version of this resource.");
      return FALSE;
    }
  return TRUE;
}
