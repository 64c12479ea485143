/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/demo-door.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

struct _OvsDemoDoor
{
  char *url;
  SoupSession *session; /* (owned) */
  OvsWait *wait;        /* (not owned) */
};

OvsDemoDoor *
ovs_demo_door_new (const char *url, OvsWait *wait)
{
  OvsDemoDoor *self = g_new0 (OvsDemoDoor, 1);

  self->url = g_strdup (url);
  self->session = soup_session_new ();
  self->wait = wait;
  return self;
}

void
ovs_demo_door_free (OvsDemoDoor *self)
{
  g_free (self->url);
  g_object_unref (self->session);
  g_free (self);
}

/* What the practice Loket of this very process answers is never wrong, unless there is a mistake in it. */
static gboolean
refuse (const char *path, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The practice Loket did not answer %s as it should. This is a mistake in the program."),
               path);
  return FALSE;
}

static GBytes *
knock (OvsDemoDoor *self, SoupMessage *message, const char *path, GError **error)
{
  g_autoptr (GBytes) answer = NULL;

  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT,
                                    ovs_wait_get_cancellable (self->wait), ovs_wait_done, self->wait);
  answer = soup_session_send_and_read_finish (self->session, ovs_wait_result (self->wait), error);
  if (answer == NULL)
    return NULL;
  if (SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    return g_steal_pointer (&answer);
  refuse (path, error);
  return NULL;
}

gboolean
ovs_demo_door_post (OvsDemoDoor *self, const char *path, const char *body, GError **error)
{
  g_autofree char *uri = g_strconcat (self->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_POST, uri);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (GBytes) answer = NULL;

  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  answer = knock (self, message, path, error);
  return answer != NULL;
}

static JsonNode *
read_page (OvsDemoDoor *self, const char *path, gint64 page, GError **error)
{
  g_autofree char *uri = g_strdup_printf ("%s%s%spageNumber=%" G_GINT64_FORMAT, self->url, path,
                                          strchr (path, '?') != NULL ? "&" : "?", page);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);
  g_autoptr (GBytes) answer = knock (self, message, path, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gconstpointer text;
  gsize length;

  if (answer == NULL)
    return NULL;
  text = g_bytes_get_data (answer, &length);
  if (json_parser_load_from_data (parser, text, (gssize) length, NULL) &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)) &&
      json_object_has_member (json_node_get_object (json_parser_get_root (parser)), "_embedded"))
    return json_node_ref (json_parser_get_root (parser));
  refuse (path, error);
  return NULL;
}

gboolean
ovs_demo_door_foreach (
    OvsDemoDoor *self, const char *path, OvsDemoItemFunc func, gpointer data, GError **error)
{
  gint64 pages = 1;

  for (gint64 page = 1; page <= pages; page++)
    {
      g_autoptr (JsonNode) node = read_page (self, path, page, error);
      JsonObject *answer = node != NULL ? json_node_get_object (node) : NULL;
      JsonArray *items = answer != NULL ? json_object_get_array_member (answer, "_embedded") : NULL;

      if (items == NULL)
        return FALSE;
      for (guint i = 0; i < json_array_get_length (items); i++)
        func (json_array_get_object_element (items, i), data);
      pages = json_object_get_int_member_with_default (answer, "totalPages", 1);
    }
  return TRUE;
}
