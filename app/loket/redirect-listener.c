/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-redirect"
#include "config.h"

#include "loket/redirect-listener.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#include "loket/loket-error.h"

#define RESOURCES "/nl/overstap/loket/sign-in/"

struct _OvsRedirectListener
{
  GObject parent_instance;

  SoupServer *server; /* (owned) (nullable) */
  char *host;         /* as the browser must name it: 127.0.0.1:PORT */
  char *uri;
  char *state;
  OvsRedirectFunc answered;
  gpointer user_data;

  gboolean done;
  OvsRedirect redirect;
  OvsSecret *code; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsRedirectListener, ovs_redirect_listener, G_TYPE_OBJECT)

static void
ovs_redirect_listener_finalize (GObject *object)
{
  OvsRedirectListener *self = OVS_REDIRECT_LISTENER (object);

  ovs_redirect_listener_close (self);
  g_free (self->host);
  g_free (self->uri);
  ovs_secret_free (self->state);
  ovs_secret_free (self->code);
  G_OBJECT_CLASS (ovs_redirect_listener_parent_class)->finalize (object);
}

static void
ovs_redirect_listener_class_init (OvsRedirectListenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_redirect_listener_finalize;
}

static void
ovs_redirect_listener_init (OvsRedirectListener *self)
{
}

static char *
read_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
}

/* The page of that name: Dutch data, whatever the desktop speaks. */
static void
show_page (SoupServerMessage *message, guint status, const char *page)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *frame = read_resource ("frame.html");
  g_autofree char *content = read_resource (page);
  g_auto (GStrv) parts = g_strsplit (frame, "{inhoud}", 2);
  char *html = g_strjoinv (content, parts);

  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_replace (headers, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  soup_message_headers_replace (headers, "Connection", "close");
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_TAKE, html, strlen (html));
}

static gboolean
is_for_us (OvsRedirectListener *self, SoupServerMessage *message, const char *path)
{
  const char *host = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Host");

  return g_str_equal (path, "/") && g_strcmp0 (host, self->host) == 0;
}

static gboolean
tell_cb (gpointer user_data)
{
  OvsRedirectListener *self = user_data;

  /* Whoever closed it meanwhile does not want to hear of it any more. */
  if (self->server == NULL)
    return G_SOURCE_REMOVE;
  ovs_redirect_listener_close (self);
  self->answered (self->redirect, self->code, self->user_data);
  return G_SOURCE_REMOVE;
}

/* Not from within the server's own call. */
static void
finished_cb (OvsRedirectListener *self)
{
  GSource *source = g_idle_source_new ();

  g_source_set_callback (source, tell_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_source_unref (source);
}

static void
take_answer (OvsRedirectListener *self, SoupServerMessage *message)
{
  OvsSecret *code;
  OvsRedirect redirect = ovs_redirect_read (g_uri_get_query (soup_server_message_get_uri (message)), self->state, &code);

  if (redirect == OVS_REDIRECT_FOREIGN || redirect == OVS_REDIRECT_NOTHING)
    {
      show_page (message, SOUP_STATUS_BAD_REQUEST, "foreign.html");
      return;
    }
  self->done = TRUE;
  self->redirect = redirect;
  self->code = code;
  show_page (message, SOUP_STATUS_OK, redirect == OVS_REDIRECT_CODE ? "done.html" : "refused.html");
  g_signal_connect_object (message, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
}

static void
request_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  OvsRedirectListener *self = user_data;

  if (!is_for_us (self, message, path))
    show_page (message, SOUP_STATUS_NOT_FOUND, "foreign.html");
  else if (!g_str_equal (soup_server_message_get_method (message), SOUP_METHOD_GET))
    show_page (message, SOUP_STATUS_METHOD_NOT_ALLOWED, "foreign.html");
  else if (self->done)
    show_page (message, SOUP_STATUS_GONE, "foreign.html");
  else
    take_answer (self, message);
}

static gboolean
listen_on (OvsRedirectListener *self, guint port, GError **error)
{
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  GSList *uris;

  if (!soup_server_listen (self->server, address, 0, error))
    return FALSE;
  uris = soup_server_get_uris (self->server);
  self->host = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  self->uri = g_strdup_printf ("http://%s/", self->host);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return TRUE;
}

OvsRedirectListener *
ovs_redirect_listener_new (guint port, const char *state, OvsRedirectFunc answered, gpointer user_data, GError **error)
{
  g_autoptr (OvsRedirectListener) self = g_object_new (OVS_TYPE_REDIRECT_LISTENER, NULL);
  g_autoptr (GError) trouble = NULL;

  self->state = g_strdup (state);
  self->answered = answered;
  self->user_data = user_data;
  self->server = soup_server_new ("server-header", NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  if (listen_on (self, port, &trouble))
    return g_steal_pointer (&self);
  g_debug ("port %u: %s", port, trouble->message);
  g_set_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
               _ ("Port %u of this computer, to which the browser is to return, is in use: perhaps another sign-in is under way. Finish that one, or "
                  "set in the preferences another port that Loket knows, and sign in anew."),
               port);
  return NULL;
}

const char *
ovs_redirect_listener_get_uri (OvsRedirectListener *self)
{
  return self->uri;
}

void
ovs_redirect_listener_close (OvsRedirectListener *self)
{
  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
}
