/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/page.h"

#include <string.h>

#include "practice/mail/courier.h"

#define STYLE "/nl/overstap/practice/page/style.css"

#define POLICY "Content-Security-Policy"
#define PAGE_POLICY "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
/* The HTML of a mail has its style in attributes, and links that open in a tab of their own. */
#define FRAMED_POLICY                                                                                                     \
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "          \
  "sandbox allow-popups allow-popups-to-escape-sandbox"

static void
put_headers (OvsPracticeExchange *exchange)
{
  static const char *const headers[][2] = {
    { POLICY, PAGE_POLICY },
    { "Referrer-Policy", "no-referrer" },
    { "X-Content-Type-Options", "nosniff" },
    { "X-Frame-Options", "DENY" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Permissions-Policy", "camera=(), microphone=(), geolocation=()" },
    { "Cache-Control", "no-store" },
  };
  SoupMessageHeaders *response = soup_server_message_get_response_headers (exchange->message);

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    soup_message_headers_replace (response, headers[i][0], headers[i][1]);
}

static void
send (OvsPracticeExchange *exchange, guint status, const char *type, char *text, gsize length)
{
  put_headers (exchange);
  soup_server_message_set_status (exchange->message, status, NULL);
  soup_server_message_set_response (exchange->message, type, SOUP_MEMORY_TAKE, text, length);
}

void
ovs_practice_page_reply (OvsPracticeExchange *exchange,
                         guint status,
                         const char *portal,
                         const char *title,
                         OvsPracticeHtml *head,
                         OvsPracticeHtml *content)
{
  g_autoptr (OvsPracticeHtml) frame = ovs_practice_html_new ("frame");
  gsize length;
  char *text;

  ovs_practice_html_put (frame, "portaal", portal);
  ovs_practice_html_put (frame, "titel", title);
  if (head != NULL)
    ovs_practice_html_add (frame, "kop", head);
  ovs_practice_html_add (frame, "inhoud", content);
  text = ovs_practice_html_to_text (frame, &length);
  send (exchange, status, "text/html; charset=utf-8", text, length);
}

void
ovs_practice_page_reply_missing (OvsPracticeExchange *exchange, guint status)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("not-there");

  ovs_practice_html_put_flag (page, "methode", status == SOUP_STATUS_METHOD_NOT_ALLOWED);
  ovs_practice_page_reply (exchange, status, "start", "Pagina niet gevonden – Oefenloket", NULL, page);
}

void
ovs_practice_page_reply_framed (OvsPracticeExchange *exchange, char *markup)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (exchange->message);

  send (exchange, SOUP_STATUS_OK, "text/html; charset=utf-8", markup, strlen (markup));
  soup_message_headers_replace (headers, POLICY, FRAMED_POLICY);
  soup_message_headers_replace (headers, "X-Frame-Options", "SAMEORIGIN");
}

void
ovs_practice_page_allow_frame (OvsPracticeExchange *exchange)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), POLICY,
                                PAGE_POLICY "; frame-src 'self'");
}

void
ovs_practice_page_download (OvsPracticeExchange *exchange, const char *name, const char *type, char *text)
{
  g_autofree char *disposition = g_strdup_printf ("attachment; filename=\"%s\"", name);

  send (exchange, SOUP_STATUS_OK, type, text, strlen (text));
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Content-Disposition", disposition);
}

void
ovs_practice_page_redirect (OvsPracticeExchange *exchange, const char *path)
{
  put_headers (exchange);
  soup_server_message_set_redirect (exchange->message, SOUP_STATUS_SEE_OTHER, path);
}

/* The one style sheet of all pages. */
static void
show_style (OvsPracticeExchange *exchange)
{
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data (style, &length);

  send (exchange, SOUP_STATUS_OK, "text/css; charset=utf-8", g_strndup (text, length), length);
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Cache-Control", "max-age=300");
}

/* The way to everything that can be seen in a browser. */
static void
show_start (OvsPracticeExchange *exchange)
{
  OvsPracticeHtml *start = ovs_practice_html_new ("start");

  ovs_practice_html_put_flag (start, "verzendt", ovs_practice_courier_is_set (exchange->state->courier));
  ovs_practice_html_put_moment (start, "nu", ovs_clock_now (exchange->state->clock));
  ovs_practice_page_reply (exchange, SOUP_STATUS_OK, "start", "Oefenloket", NULL, start);
}

const OvsPracticeRoute ovs_practice_page_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/", "2018-01-01", show_start },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/stijl.css", "2018-01-01", show_style },
  { 0 },
};
