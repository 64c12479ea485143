/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"
#include "practice/mail/courier.h"
#include "practice/routes.h"

/* The mail server that the mails go to, set while the practice Loket runs. What signs in there is never told back. */

static void
put_text_or_null (OvsPracticeJson *json, const char *name, const char *text)
{
  if (text != NULL)
    ovs_practice_put_text (json, name, text);
  else
    ovs_practice_put_null (json, name);
}

static void
get_server (OvsPracticeExchange *exchange)
{
  OvsPracticeCourierReport report = ovs_practice_courier_report (exchange->state->courier);
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  put_text_or_null (json, "url", report.url);
  put_text_or_null (json, "sender", report.sender);
  put_text_or_null (json, "to", report.to);
  ovs_practice_put_number (json, "waiting", report.waiting);
  ovs_practice_put_number (json, "delivered", report.delivered);
  ovs_practice_put_number (json, "refused", report.refused);
  put_text_or_null (json, "trouble", report.trouble);
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static const char *
read_text (JsonObject *body, const char *name)
{
  const char *text;

  return ovs_practice_get_text (body, name, &text) && *text != '\0' ? text : NULL;
}

static void
post_server (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonObject) body = ovs_practice_exchange_read_object (exchange);
  g_autoptr (GError) error = NULL;
  OvsPracticeMailServer server;

  if (body == NULL)
    return;
  server = (OvsPracticeMailServer){ .url = read_text (body, "url"),
                                    .user = read_text (body, "user"),
                                    .password = read_text (body, "password"),
                                    .sender = read_text (body, "sender"),
                                    .to = read_text (body, "to") };
  if (server.url == NULL)
    ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST,
                                        "Say which server with {\"url\": \"smtp://127.0.0.1:1025\"}.");
  else if (!ovs_practice_courier_set (exchange->state->courier, &server, &error))
    ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST, error->message);
  else
    get_server (exchange);
}

static void
delete_server (OvsPracticeExchange *exchange)
{
  ovs_practice_courier_set (exchange->state->courier, NULL, NULL);
  get_server (exchange);
}

const OvsPracticeRoute ovs_practice_smtp_routes[] = {
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/practice/smtp", "2018-01-01", get_server },
  { OVS_PRACTICE_ROUTE_DOOR, "POST", "/practice/smtp", "2018-01-01", post_server },
  { OVS_PRACTICE_ROUTE_DOOR, "DELETE", "/practice/smtp", "2018-01-01", delete_server },
  { 0 },
};
