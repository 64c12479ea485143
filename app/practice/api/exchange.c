/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/exchange.h"

#include <string.h>

#include "practice/api/json.h"

#define CODE_BAD_REQUEST 1

const char *
ovs_practice_exchange_get_query (OvsPracticeExchange *exchange, const char *name)
{
  return exchange->query != NULL ? g_hash_table_lookup (exchange->query, name) : NULL;
}

JsonNode *
ovs_practice_exchange_read_json (OvsPracticeExchange *exchange)
{
  SoupMessageBody *body = soup_server_message_get_request_body (exchange->message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > 0 && g_utf8_validate (data, length, NULL) &&
      json_parser_load_from_data (parser, data, length, NULL) && json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);
  ovs_practice_exchange_refuse (exchange, "The body of the request is not valid JSON.");
  return NULL;
}

JsonObject *
ovs_practice_exchange_read_object (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonNode) node = ovs_practice_exchange_read_json (exchange);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);
  ovs_practice_exchange_refuse (exchange, "The body of the request must be an object.");
  return NULL;
}

static gboolean
holds_objects_only (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_too_long (OvsPracticeExchange *exchange, JsonArray *array)
{
  int most = exchange->state->behaviour->max_array;
  g_autofree char *text = NULL;

  if (most == 0 || json_array_get_length (array) <= (guint) most)
    return FALSE;
  text = g_strdup_printf ("The body of the request may hold at most %d elements.", most);
  ovs_practice_exchange_refuse (exchange, text);
  return TRUE;
}

JsonArray *
ovs_practice_exchange_read_array (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonNode) node = ovs_practice_exchange_read_json (exchange);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node) && is_too_long (exchange, json_node_get_array (node)))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0 &&
      holds_objects_only (json_node_get_array (node)))
    return json_node_dup_array (node);
  ovs_practice_exchange_refuse (exchange,
                                "The body of the request must be an array with at least one object.");
  return NULL;
}

static gint64
find (OvsPracticeExchange *exchange, const char *sql, int index)
{
  gint64 id = ovs_practice_db_number (exchange->state->db, 0, sql, "t", exchange->arguments[index]);

  if (id == 0)
    soup_server_message_set_status (exchange->message, SOUP_STATUS_NOT_FOUND, NULL);
  return id;
}

gint64
ovs_practice_exchange_find_employer (OvsPracticeExchange *exchange, int index)
{
  return find (exchange, "SELECT id FROM employer WHERE uuid = ?", index);
}

gint64
ovs_practice_exchange_find_employee (OvsPracticeExchange *exchange, int index)
{
  return find (exchange, "SELECT id FROM employee WHERE uuid = ?", index);
}

gboolean
ovs_practice_exchange_check_provider (OvsPracticeExchange *exchange, int index)
{
  g_autofree char *provider = ovs_practice_state_get (exchange->state, "provider");

  if (g_strcmp0 (provider, exchange->arguments[index]) == 0)
    return TRUE;
  soup_server_message_set_status (exchange->message, SOUP_STATUS_NOT_FOUND, NULL);
  return FALSE;
}

OvsPracticeJson *
ovs_practice_exchange_begin_content (OvsPracticeExchange *exchange)
{
  OvsPracticeJson *json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_exchange_put_envelope (exchange, json, NULL);
  ovs_practice_put_object (json, "content");
  return json;
}

void
ovs_practice_exchange_end_content (OvsPracticeExchange *exchange, OvsPracticeJson *json)
{
  ovs_practice_exchange_end_object (exchange, json);
  ovs_practice_exchange_end_object (exchange, json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

/* What ovs_practice_add_message() kept. */
static void
put_message (OvsPracticeExchange *exchange, OvsPracticeJson *json, JsonObject *message)
{
  ovs_practice_json_begin_object (json);
  ovs_practice_exchange_put_type (exchange, json, json_object_get_string_member (message, "type"));
  ovs_practice_put_text (json, "description", json_object_get_string_member (message, "description"));
  ovs_practice_put_number (json, "code", json_object_get_int_member (message, "code"));
  ovs_practice_put_text (json, "id", json_object_get_string_member_with_default (message, "id", NULL));
  ovs_practice_put_array (json, "properties");
  ovs_practice_json_end_array (json);
  ovs_practice_exchange_end_object (exchange, json);
}

void
ovs_practice_exchange_put_envelope (OvsPracticeExchange *exchange, OvsPracticeJson *json, JsonArray *messages)
{
  ovs_practice_put_object (json, "version");
  ovs_practice_put_text (json, "obsoleteDate",
                         ovs_practice_behaviour_obsolete_date (exchange->state->behaviour, exchange->activity));
  ovs_practice_put_text (json, "resourceVersion", exchange->version);
  ovs_practice_json_end_object (json);
  ovs_practice_put_array (json, "messages");
  for (guint i = 0; messages != NULL && i < json_array_get_length (messages); i++)
    put_message (exchange, json, json_array_get_object_element (messages, i));
  ovs_practice_json_end_array (json);
}

void
ovs_practice_exchange_reply_messages (OvsPracticeExchange *exchange, guint status, JsonArray *messages)
{
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_exchange_put_envelope (exchange, json, messages);
  ovs_practice_put_object (json, "content");
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_end_object (exchange, json);
  ovs_practice_exchange_reply_json (exchange, status, json);
}

/* @text (transfer full). */
static void
reply_text (OvsPracticeExchange *exchange, guint status, char *text, gsize length)
{
  soup_server_message_set_status (exchange->message, status, NULL);
  soup_server_message_set_response (exchange->message, "application/json; charset=utf-8", SOUP_MEMORY_TAKE, text,
                                    length);
}

void
ovs_practice_exchange_reply_json (OvsPracticeExchange *exchange, guint status, OvsPracticeJson *json)
{
  gsize length;
  char *text = ovs_practice_json_steal (json, &length);

  reply_text (exchange, status, text, length);
}

void
ovs_practice_exchange_reply_node (OvsPracticeExchange *exchange, guint status, JsonNode *root)
{
  char *text = json_to_string (root, FALSE);

  reply_text (exchange, status, text, strlen (text));
}

void
ovs_practice_exchange_refuse (OvsPracticeExchange *exchange, const char *description)
{
  g_autoptr (JsonArray) messages = json_array_new ();

  ovs_practice_add_message (messages, "BrokenBusinessRule", CODE_BAD_REQUEST, description, NULL);
  ovs_practice_exchange_reply_messages (exchange, SOUP_STATUS_BAD_REQUEST, messages);
}

void
ovs_practice_exchange_reply_simple (OvsPracticeExchange *exchange, guint status, const char *message)
{
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_put_text (json, "message", message);
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, status, json);
}

void
ovs_practice_exchange_reply_forbidden (OvsPracticeExchange *exchange)
{
  ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_FORBIDDEN,
                                      "Insufficient rights for this request, reason \"User doesn't have rechten to "
                                      "perform activity for the given Id.\"");
}

void
ovs_practice_exchange_end_object (OvsPracticeExchange *exchange, OvsPracticeJson *json)
{
  if (exchange->state->behaviour->unknown_fields)
    ovs_practice_put_choice (json, "futureField", 7, "Nog niet beschreven");
  ovs_practice_json_end_object (json);
}

void
ovs_practice_exchange_put_type (OvsPracticeExchange *exchange, OvsPracticeJson *json, const char *type)
{
  static const char *const types[] = { "BrokenBusinessRule", "Warning", "Exception", "NotFound", NULL };
  int key = 0;

  if (!exchange->state->behaviour->message_type_as_object)
    {
      ovs_practice_put_text (json, "type", type);
      return;
    }
  while (types[key] != NULL && g_strcmp0 (types[key], type) != 0)
    key++;
  ovs_practice_put_choice (json, "type", key + 1, type);
}

void
ovs_practice_add_message (
    JsonArray *messages, const char *type, int code, const char *description, const char *id)
{
  JsonObject *message = json_object_new ();

  json_object_set_string_member (message, "type", type);
  json_object_set_string_member (message, "description", description);
  json_object_set_int_member (message, "code", code);
  if (id != NULL)
    json_object_set_string_member (message, "id", id);
  json_array_add_object_element (messages, message);
}
