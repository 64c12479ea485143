/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mail/mailbox.h"
#include "practice/routes.h"
#include "practice/web/page.h"

/* The mail box for people, in a browser: what /practice/mail gives to programs. */

#define KINDS "/nl/overstap/practice/page/mail/kinds.ini"
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

static char *
name_kind (const char *kind)
{
  g_autoptr (GBytes) text = g_resources_lookup_data (KINDS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) kinds = g_key_file_new ();
  char *name;

  g_key_file_load_from_bytes (kinds, text, G_KEY_FILE_NONE, NULL);
  name = g_key_file_get_string (kinds, "kinds", kind, NULL);
  return name != NULL ? name : g_strdup (kind);
}

/* What the list and the message itself both say of it. */
static void
put_head (OvsPracticeHtml *html, OvsPracticeRows *row)
{
  g_autofree char *kind = name_kind (ovs_practice_rows_text (row, KIND));
  g_autofree char *subject =
      ovs_practice_mailbox_subject (ovs_practice_rows_text (row, KIND), ovs_practice_rows_text (row, EMPLOYER));

  ovs_practice_html_put_number (html, "nummer", ovs_practice_rows_number (row, ID));
  ovs_practice_html_put (html, "onderwerp", subject);
  ovs_practice_html_put (html, "soort", kind);
  ovs_practice_html_put (html, "aan", ovs_practice_rows_text (row, RECIPIENT));
  ovs_practice_html_put_moment (html, "datum", ovs_practice_rows_number (row, AT));
}

static void
reply (OvsPracticeExchange *exchange, guint status, OvsPracticeHtml *content)
{
  ovs_practice_page_reply (exchange, status, "post", "Postvak van het Oefenloket", ovs_practice_html_new ("mail/head"), content);
}

static void
show_list (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (db, COLUMNS " ORDER BY m.id DESC LIMIT ?", "l", (gint64) MOST_SHOWN);
  OvsPracticeHtml *list = ovs_practice_html_new ("mail/list");

  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *message = ovs_practice_html_new ("mail/row");

      put_head (message, rows);
      ovs_practice_html_add (list, "berichten", message);
    }
  ovs_practice_html_put_number (list, "aantal", ovs_practice_db_number (db, 0, "SELECT count (*) FROM mail", ""));
  ovs_practice_html_put_number (list, "hoogstens", MOST_SHOWN);
  reply (exchange, SOUP_STATUS_OK, list);
}

static void
show_message (OvsPracticeExchange *exchange)
{
  gint64 id = g_ascii_strtoll (exchange->arguments[0], NULL, 10);
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (exchange->state->db, COLUMNS " WHERE m.id = ?", "l", id);
  g_autofree char *text = NULL;
  OvsPracticeHtml *message;

  if (!ovs_practice_rows_next (row))
    {
      reply (exchange, SOUP_STATUS_NOT_FOUND, ovs_practice_html_new ("mail/none"));
      return;
    }
  message = ovs_practice_html_new ("mail/message");
  text = ovs_practice_mailbox_text (exchange->state, ovs_practice_rows_text (row, KIND), ovs_practice_rows_text (row, FIRST_NAME),
                                    ovs_practice_rows_text (row, EMPLOYER), ovs_practice_rows_text (row, SECRET));
  put_head (message, row);
  ovs_practice_html_put (message, "tekst", text);
  reply (exchange, SOUP_STATUS_OK, message);
}

const OvsPracticeRoute ovs_practice_mail_page_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mail", "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mail/{number}", "2018-01-01", show_message },
  { 0 },
};
