/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/gate.h"

#define LONGEST_BODY (16 * 1024 * 1024)
#define LONGEST_FORM (64 * 1024)
#define LONGEST_FILE (8 * 1024 * 1024)

/* A page of another site could make a browser send requests here under its own name (DNS rebinding). */
static gboolean
is_own_host (OvsPracticeState *state, SoupMessageHeaders *headers)
{
  static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };
  /* All of them together: of two names none is ours, since somebody on the way could take the other one (RFC 9112, 3.2). */
  const char *host = soup_message_headers_get_list (headers, "Host");

  if (host == NULL)
    return FALSE;
  if (state->host != NULL)
    return g_ascii_strcasecmp (host, state->host) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = g_strdup_printf ("%s:%u", names[i], state->port);
      if (g_ascii_strcasecmp (host, own) == 0)
        return TRUE;
    }
  return FALSE;
}

static goffset
longest (SoupMessageHeaders *headers, gboolean page)
{
  if (!page)
    return LONGEST_BODY;
  return g_strcmp0 (soup_message_headers_get_content_type (headers, NULL), "multipart/form-data") == 0 ? LONGEST_FILE : LONGEST_FORM;
}

guint
ovs_practice_gate_judge (OvsPracticeState *state, SoupServerMessage *message, gboolean page)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (!is_own_host (state, headers))
    return SOUP_STATUS_FORBIDDEN;
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED)
    return SOUP_STATUS_LENGTH_REQUIRED;
  if (soup_message_headers_get_content_length (headers) > longest (headers, page))
    return SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE;
  return SOUP_STATUS_NONE;
}
