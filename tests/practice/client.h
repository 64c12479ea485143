/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "practice/practice.h"

/* A client of a practice Loket in the same process. Its calls run the main context until the answer is there. */
typedef struct
{
  OvsPractice *practice;
  SoupSession *session;
  char *token; /* (nullable) sent with every request */
  char *host;  /* (nullable) in place of the true Host header */
  const char *accept; /* (nullable) */
  const char *cookie; /* (nullable) */
  const char *origin; /* (nullable) */
} Client;

typedef struct
{
  guint status;
  char *type;     /* (nullable) */
  char *text;     /* never NULL */
  char *location; /* (nullable) */
  SoupMessageHeaders *headers;
  JsonNode *json; /* (nullable) */
} Reply;

G_GNUC_UNUSED static void
reply_free (Reply *reply)
{
  g_free (reply->type);
  g_free (reply->text);
  g_free (reply->location);
  soup_message_headers_unref (reply->headers);
  g_clear_pointer (&reply->json, json_node_unref);
  g_free (reply);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reply, reply_free)

G_GNUC_UNUSED static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GBytes **) user_data = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
}

/* @body (nullable) goes as @type. */
G_GNUC_UNUSED static Reply *
client_send_as (Client *client, const char *method, const char *path, const char *type, const char *body)
{
  g_autofree char *url = g_strconcat (ovs_practice_get_url (client->practice), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) bytes = NULL;
  Reply *reply = g_new0 (Reply, 1);
  const char *location;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (client->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", client->token, NULL);
      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", bearer);
    }
  if (client->accept != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Accept", client->accept);
  if (client->cookie != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Cookie", client->cookie);
  if (client->origin != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Origin", client->origin);
  if (client->host != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Host", client->host);
  if (body != NULL)
    {
      g_autoptr (GBytes) sent = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, type, sent);
    }
  soup_session_send_and_read_async (client->session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, &bytes);
  while (bytes == NULL)
    g_main_context_iteration (NULL, TRUE);

  reply->status = soup_message_get_status (message);
  reply->type = g_strdup (soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL));
  reply->text = g_strndup (g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "", g_bytes_get_size (bytes));
  location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  reply->location = g_strdup (location);
  reply->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  if (g_strcmp0 (reply->type, "application/json") == 0)
    reply->json = json_from_string (reply->text, NULL);
  return reply;
}

G_GNUC_UNUSED static Reply *
client_send (Client *client, const char *method, const char *path, const char *body)
{
  return client_send_as (client, method, path, "application/json", body);
}

/* The answer's root object, which must come with status 200; the reply is kept in @kept. */
G_GNUC_UNUSED static JsonObject *
client_get (Client *client, const char *path, Reply **kept)
{
  g_clear_pointer (kept, reply_free);
  *kept = client_send (client, "GET", path, NULL);
  g_assert_cmpuint ((*kept)->status, ==, 200);
  g_assert_nonnull ((*kept)->json);
  return json_node_get_object ((*kept)->json);
}

G_GNUC_UNUSED static JsonArray *
client_list (Client *client, const char *path, Reply **kept)
{
  return json_object_get_array_member (client_get (client, path, kept), "_embedded");
}

G_GNUC_UNUSED static char *
client_obtain_code (Client *client, const char *redirect_uri)
{
  g_autofree char *query = soup_form_encode ("client_id", "overstap", "response_type", "code", "scope", "all", "state", "s",
                                             "redirect_uri", redirect_uri, NULL);
  g_autofree char *path = g_strconcat ("/authorize?", query, NULL);
  g_autoptr (Reply) reply = client_send (client, "GET", path, NULL);
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) parameters = NULL;

  g_assert_cmpuint (reply->status, ==, 302);
  uri = g_uri_parse (reply->location, G_URI_FLAGS_ENCODED, NULL);
  parameters = soup_form_decode (g_uri_get_query (uri));
  g_assert_cmpstr (g_hash_table_lookup (parameters, "state"), ==, "s");
  return g_strdup (g_hash_table_lookup (parameters, "code"));
}

#define REDIRECT "http://127.0.0.1:9/back"

G_GNUC_UNUSED static void
client_sign_in (Client *client)
{
  g_autofree char *code = client_obtain_code (client, REDIRECT);
  g_autofree char *form = soup_form_encode ("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT,
                                            "client_id", "overstap", NULL);
  g_autoptr (Reply) reply
      = client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", form);

  g_assert_cmpuint (reply->status, ==, 200);
  client->token = g_strdup (json_object_get_string_member (json_node_get_object (reply->json), "access_token"));
}

/* A server that listens; @folder is nullable. Signed in. */
G_GNUC_UNUSED static Client *
client_new_wanted (const char *folder, const OvsPracticeWanted *wanted)
{
  g_autoptr (GError) error = NULL;
  Client *client = g_new0 (Client, 1);

  client->practice = ovs_practice_new_wanted (folder, wanted, &error);
  g_assert_no_error (error);
  ovs_practice_set_delays (client->practice, 2, 0);
  g_assert_true (ovs_practice_listen (client->practice, 0, &error));
  g_assert_no_error (error);
  /* Several at once: some answers are waited for. */
  client->session = soup_session_new_with_options ("max-conns-per-host", 8, NULL);
  client_sign_in (client);
  return client;
}

G_GNUC_UNUSED static Client *
client_new (const char *folder, int employers, int employees, guint32 seed)
{
  OvsPracticeWanted wanted = { .employers = employers, .employees = employees, .seed = seed };

  return client_new_wanted (folder, &wanted);
}

G_GNUC_UNUSED static void
client_free (Client *client)
{
  soup_session_abort (client->session);
  g_object_unref (client->session);
  g_assert_finalize_object (client->practice);
  g_free (client->token);
  g_free (client->host);
  g_free (client);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Client, client_free)

/* Path below an employer. Returns: (transfer full). */
G_GNUC_UNUSED static char *
under_employer (const char *employer, const char *rest)
{
  return g_strconcat ("/v2/providers/employers/", employer, rest, NULL);
}

/* UUID of the employer with the most employees to migrate. Returns: (transfer full). */
G_GNUC_UNUSED static char *
client_biggest_employer (Client *client)
{
  Reply *kept = NULL;
  g_autoptr (Reply) employers = NULL;
  JsonArray *list = client_list (client, "/v2/providers/employers/minimized", &employers);
  char *best = NULL;
  gint64 most = -1;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (list, i), "id");
      g_autofree char *path = under_employer (id, "/employees/selfservice/migration?pageSize=1");
      gint64 size = json_object_get_int_member (client_get (client, path, &kept), "totalSize");

      if (size <= most)
        continue;
      most = size;
      g_free (best);
      best = g_strdup (id);
    }
  g_clear_pointer (&kept, reply_free);
  return best;
}

/* UUIDs of the employees that a list of @employer names. Returns: (transfer full). */
G_GNUC_UNUSED static GPtrArray *
client_to_migrate (Client *client, const char *employer)
{
  g_autofree char *path = under_employer (employer, "/employees/selfservice/migration?pageSize=1000");
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (client, path, &kept);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *employee = json_object_get_object_member (json_array_get_object_element (list, i), "employee");
      g_ptr_array_add (ids, g_strdup (json_object_get_string_member (employee, "id")));
    }
  return ids;
}

/* `[{"employeeId": …, "action": …}]` for @n of @ids. Returns: (transfer full). */
G_GNUC_UNUSED static char *
actions_for (GPtrArray *ids, guint first, guint n, const char *action)
{
  GString *body = g_string_new ("[");

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (body, "%s{\"employeeId\":\"%s\",\"action\":\"%s\"}", i > first ? "," : "",
                            (const char *) ids->pdata[i], action);
  g_string_append_c (body, ']');
  return g_string_free (body, FALSE);
}

/* Asks for a collective action and gives its id. Returns: (transfer full). */
G_GNUC_UNUSED static char *
client_submit (Client *client, const char *employer, const char *portal, const char *body)
{
  g_autofree char *rest = g_strconcat ("/employees/", portal, NULL);
  g_autofree char *path = under_employer (employer, rest);
  g_autoptr (Reply) reply = client_send (client, "PATCH", path, body);
  JsonObject *content;

  g_assert_cmpuint (reply->status, ==, 200);
  content = json_object_get_object_member (json_node_get_object (reply->json), "content");
  g_assert_cmpstr (json_object_get_string_member (content, "status"), ==, "NotStarted");
  return g_strdup (json_object_get_string_member (content, "collectiveActionId"));
}

/* Waits until an action is completed, and reads its items. Kept alive by @kept. */
G_GNUC_UNUSED static JsonArray *
client_await (Client *client, const char *action, Reply **kept)
{
  g_autofree char *path = g_strdup_printf ("/v2/users/collectiveactions?filter=collectiveActionId%%20eq%%20'%s'", action);
  g_autofree char *items = g_strconcat ("/v2/users/collectiveactions/", action, NULL);
  JsonObject *found;

  do
    found = json_array_get_object_element (client_list (client, path, kept), 0);
  while (!g_str_equal (json_object_get_string_member (found, "status"), "Completed"));
  return client_list (client, items, kept);
}

/* Submits, waits, and gives the items. */
G_GNUC_UNUSED static JsonArray *
client_do (Client *client, const char *employer, const char *portal, const char *body, Reply **kept)
{
  g_autofree char *action = client_submit (client, employer, portal, body);

  return client_await (client, action, kept);
}

/* The word of a portal's list for one employee. Returns: (transfer full). */
G_GNUC_UNUSED static char *
client_status (Client *client, const char *employer, const char *employee, gboolean mijnloket)
{
  g_autofree char *rest
      = mijnloket ? g_strdup_printf ("/employees/essaccessstatus?filter=employeeId%%20eq%%20'%s'", employee)
                  : g_strdup_printf ("/employees/selfservice?filter=employee.id%%20eq%%20'%s'", employee);
  g_autofree char *path = under_employer (employer, rest);
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (client, path, &kept);

  g_assert_cmpuint (json_array_get_length (list), ==, 1);
  return g_strdup (json_object_get_string_member (json_array_get_object_element (list, 0), "status"));
}

/* How often @event is in the list of events. */
G_GNUC_UNUSED static guint
client_count_events (Client *client, const char *event)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (client, "/practice/events", &kept);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (list, i), "event"), event);
  return n;
}

/* How many mails of @kind there are. */
G_GNUC_UNUSED static gint64
client_count_mail (Client *client, const char *kind)
{
  g_autofree char *path = g_strconcat ("/practice/mail?kind=", kind, NULL);
  g_autoptr (Reply) kept = NULL;

  return json_object_get_int_member (client_get (client, path, &kept), "totalSize");
}

G_GNUC_UNUSED static void
client_post (Client *client, const char *door, const char *body)
{
  g_autoptr (Reply) reply = client_send (client, "POST", door, body);

  g_assert_cmpuint (reply->status, ==, 200);
}
