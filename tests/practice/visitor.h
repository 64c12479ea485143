/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/fixture.h"

/* Somebody of the office at Loket's pages, with the cookie and the form token that a browser would have. */
typedef struct
{
  Client *client; /* (not owned) */
  char *cookie;   /* (owned) (nullable) */
  char *csrf;     /* (owned) (nullable) of the last page */
} Visitor;

G_GNUC_UNUSED static void
visitor_clear (Visitor *visitor)
{
  g_free (visitor->cookie);
  g_free (visitor->csrf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visitor, visitor_clear)

G_GNUC_UNUSED static void
visitor_keep (Visitor *visitor, SoupMessage *message, const char *page)
{
  const char *cookie = soup_message_headers_get_one (soup_message_get_response_headers (message), "Set-Cookie");
  const char *token = strstr (page, "name=\"csrf\" value=\"");

  if (cookie != NULL)
    {
      g_free (visitor->cookie);
      visitor->cookie = g_strndup (cookie, strcspn (cookie, ";"));
    }
  if (token == NULL)
    return;
  token += strlen ("name=\"csrf\" value=\"");
  g_free (visitor->csrf);
  visitor->csrf = g_strndup (token, strcspn (token, "\""));
}

/* Without the server. @url and the result are nullable. */
G_GNUC_UNUSED static char *
visitor_path (Visitor *visitor, const char *url)
{
  const char *server = ovs_practice_get_url (visitor->client->practice);

  return g_strdup (url != NULL && g_str_has_prefix (url, server) ? url + strlen (server) : url);
}

/* The answer's page. @status: (out) (optional); @location: (out) (optional). Returns: (transfer full). */
G_GNUC_UNUSED static char *
visitor_send (Visitor *visitor, const char *method, const char *path, const char *type, const char *body, guint *status, char **location)
{
  g_autofree char *url = g_strconcat (ovs_practice_get_url (visitor->client->practice), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) bytes = NULL;
  char *page;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (visitor->cookie != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Cookie", visitor->cookie);
  if (body != NULL)
    {
      g_autoptr (GBytes) sent = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, type, sent);
    }
  soup_session_send_and_read_async (visitor->client->session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, &bytes);
  while (bytes == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Where the browser is sent on to there is no page. */
  page = g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
  visitor_keep (visitor, message, page);
  if (status != NULL)
    *status = soup_message_get_status (message);
  if (location != NULL)
    *location = visitor_path (visitor, soup_message_headers_get_one (soup_message_get_response_headers (message), "Location"));
  return page;
}

/* A page that must be there. Returns: (transfer full). */
G_GNUC_UNUSED static char *
visitor_get (Visitor *visitor, const char *path)
{
  guint status;
  char *page = visitor_send (visitor, "GET", path, NULL, NULL, &status, NULL);

  g_assert_cmpuint (status, ==, 200);
  return page;
}

/* Sends a form of the last page. Returns: (transfer full) (nullable): where it leads. */
G_GNUC_UNUSED static char *
visitor_post (Visitor *visitor, const char *path, const char *fields, guint expected)
{
  g_autofree char *body = g_strdup_printf ("csrf=%s&%s", visitor->csrf, fields);
  guint status;
  char *location = NULL;
  g_autofree char *page = visitor_send (visitor, "POST", path, "application/x-www-form-urlencoded", body, &status, &location);

  g_assert_cmpuint (status, ==, expected);
  return location;
}

/* Logs in at @client's Loket. */
G_GNUC_UNUSED static void
visitor_enter (Visitor *visitor, Client *client)
{
  g_autofree char *page = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *location = NULL;

  visitor->client = client;
  page = visitor_get (visitor, "/loket/inloggen");
  location = visitor_post (visitor, "/loket/inloggen", "", 303);
  g_assert_cmpstr (location, ==, "/loket");
  inside = visitor_get (visitor, "/loket");
}
