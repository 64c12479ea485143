/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/mail/mailbox.h"
#include "practice/routes.h"

/* The mail box for people, in a browser: what /practice/mail gives to programs. */

#define PAGES "/nl/overstap/practice/page/"
#define MOST_SHOWN 500
#define COLUMNS                                                                                              \
  "SELECT m.id, m.at, m.kind, m.recipient, m.secret, r.name, coalesce (e.first_name, e.initials)"            \
  " FROM mail m JOIN employee e ON e.id = m.employee JOIN employer r ON r.id = e.employer"

enum
{
  ID,
  AT,
  KIND,
  RECIPIENT,
  SECRET,
  EMPLOYER,
  FIRST_NAME,
};

static GString *
load (const char *name)
{
  g_autofree char *path = g_strconcat (PAGES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* As text, and never taken for a place to fill in. */
static void
put_text (GString *page, const char *place, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autoptr (GString) harmless = g_string_new (escaped);

  g_string_replace (harmless, "{", "&#123;", 0);
  g_string_replace (page, place, harmless->str, 0);
}

static void
put_number (GString *page, const char *place, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  put_text (page, place, text);
}

static char *
name_kind (const char *kind)
{
  g_autoptr (GString) text = load ("kinds.ini");
  g_autoptr (GKeyFile) kinds = g_key_file_new ();
  char *name;

  g_key_file_load_from_data (kinds, text->str, text->len, G_KEY_FILE_NONE, NULL);
  name = g_key_file_get_string (kinds, "kinds", kind, NULL);
  return name != NULL ? name : g_strdup (kind);
}

/* What the list and the message itself both say of it. */
static void
put_head (GString *page, OvsPracticeRows *row)
{
  g_autofree char *kind = name_kind (ovs_practice_rows_text (row, KIND));
  g_autofree char *subject =
      ovs_practice_mailbox_subject (ovs_practice_rows_text (row, KIND), ovs_practice_rows_text (row, EMPLOYER));
  g_autofree char *date = ovs_clock_to_dutch (ovs_practice_rows_number (row, AT));

  put_number (page, "{nummer}", ovs_practice_rows_number (row, ID));
  put_text (page, "{onderwerp}", subject);
  put_text (page, "{soort}", kind);
  put_text (page, "{aan}", ovs_practice_rows_text (row, RECIPIENT));
  put_text (page, "{datum}", date);
}

static void
reply (OvsPracticeExchange *exchange, GString *content)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (exchange->message);
  g_autoptr (GString) page = load ("frame.html");
  gsize length;

  g_string_replace (page, "{inhoud}", content->str, 1);
  length = page->len;
  soup_message_headers_replace (headers, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_server_message_set_status (exchange->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (exchange->message, "text/html; charset=utf-8", SOUP_MEMORY_TAKE,
                                    g_string_free (g_steal_pointer (&page), FALSE), length);
}

static void
show_list (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (db, COLUMNS " ORDER BY m.id DESC LIMIT ?", "l", (gint64) MOST_SHOWN);
  g_autoptr (GString) list = load ("list.html");
  g_autoptr (GString) messages = g_string_new (NULL);

  while (ovs_practice_rows_next (rows))
    {
      g_autoptr (GString) message = load ("row.html");

      put_head (message, rows);
      g_string_append (messages, message->str);
    }
  put_number (list, "{aantal}", ovs_practice_db_number (db, 0, "SELECT count (*) FROM mail", ""));
  put_number (list, "{hoogstens}", MOST_SHOWN);
  g_string_replace (list, "{berichten}", messages->str, 1);
  reply (exchange, list);
}

static void
show_message (OvsPracticeExchange *exchange)
{
  gint64 id = g_ascii_strtoll (exchange->arguments[0], NULL, 10);
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (exchange->state->db, COLUMNS " WHERE m.id = ?", "l", id);
  g_autoptr (GString) message = NULL;
  g_autofree char *text = NULL;

  if (!ovs_practice_rows_next (row))
    {
      soup_server_message_set_status (exchange->message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }
  message = load ("message.html");
  text = ovs_practice_mailbox_text (exchange->state, ovs_practice_rows_text (row, KIND), ovs_practice_rows_text (row, FIRST_NAME),
                                    ovs_practice_rows_text (row, EMPLOYER), ovs_practice_rows_text (row, SECRET));
  put_head (message, row);
  put_text (message, "{tekst}", text);
  reply (exchange, message);
}

const OvsPracticeRoute ovs_practice_mail_page_routes[] = {
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/", "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/mail/{number}", "2018-01-01", show_message },
  { 0 },
};
