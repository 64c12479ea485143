/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/mail/courier.h"
#include "practice/mail/mailbox.h"
#include "practice/routes.h"
#include "practice/web/page.h"

/* The mail box for people, in a browser: what /practice/mail gives to programs. */

#define KINDS "/nl/overstap/practice/page/mail/kinds.ini"
#define PAGE_SIZE 50
#define LAST_PAGE 1000000

/* What of the mail box is asked for. */
typedef struct
{
  const char *to;   /* (nullable) a part of the address */
  const char *kind; /* (nullable) */
  gint64 employee;  /* 0: anybody */
  gint64 page;      /* from 1 */
} Search;

static GKeyFile *
load_kinds (void)
{
  g_autoptr (GBytes) text = g_resources_lookup_data (KINDS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GKeyFile *kinds = g_key_file_new ();

  g_key_file_load_from_bytes (kinds, text, G_KEY_FILE_NONE, NULL);
  return kinds;
}

static void
reply (OvsPracticeExchange *exchange, guint status, OvsPracticeHtml *content)
{
  ovs_practice_page_reply (exchange, status, "post", "Postvak van het Oefenloket", ovs_practice_html_new ("mail/head"), content);
}

static const char *
read_text (OvsPracticeExchange *exchange, const char *name)
{
  const char *text = ovs_practice_exchange_get_query (exchange, name);

  return text != NULL && *text != '\0' ? text : NULL;
}

static gint64
read_number (OvsPracticeExchange *exchange, const char *name, gint64 least, gint64 most, gint64 otherwise)
{
  const char *text = ovs_practice_exchange_get_query (exchange, name);
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, least, most, &number, NULL) ? number : otherwise;
}

static Search
read_search (OvsPracticeExchange *exchange)
{
  return (Search){ .to = read_text (exchange, "aan"),
                   .kind = read_text (exchange, "soort"),
                   .employee = read_number (exchange, "medewerker", 1, G_MAXINT64, 0),
                   .page = read_number (exchange, "pagina", 1, LAST_PAGE, 1) };
}

/* Every address with @part in it. */
static char *
to_pattern (const char *part)
{
  g_autoptr (GString) pattern = g_string_new ("%");

  for (const char *p = part; *p != '\0'; p++)
    {
      if (strchr ("%_\\", *p) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

/* @columns of what is asked for; with @page those of one page, newest first. */
static OvsPracticeRows *
query (OvsPracticeExchange *exchange, const Search *search, const char *columns, gboolean page)
{
  g_autoptr (GArray) bound = ovs_practice_values_new ();
  g_autoptr (GString) sql = g_string_new (columns);

  g_string_append (sql, " FROM mail WHERE 1");
  if (search->to != NULL)
    {
      g_autofree char *pattern = to_pattern (search->to);

      g_string_append (sql, " AND recipient LIKE ? ESCAPE '\\'");
      ovs_practice_values_add_text (bound, pattern);
    }
  if (search->kind != NULL)
    {
      g_string_append (sql, " AND kind = ?");
      ovs_practice_values_add_text (bound, search->kind);
    }
  if (search->employee > 0)
    {
      g_string_append (sql, " AND employee = ?");
      ovs_practice_values_add_number (bound, search->employee);
    }
  if (page)
    {
      g_string_append (sql, " ORDER BY id DESC LIMIT ? OFFSET ?");
      ovs_practice_values_add_number (bound, PAGE_SIZE);
      ovs_practice_values_add_number (bound, (search->page - 1) * PAGE_SIZE);
    }
  return ovs_practice_db_query_array (exchange->state->db, sql->str, bound, TRUE);
}

static gint64
count (OvsPracticeExchange *exchange, const Search *search)
{
  g_autoptr (OvsPracticeRows) row = query (exchange, search, "SELECT count (*)", FALSE);

  return ovs_practice_rows_next (row) ? ovs_practice_rows_number (row, 0) : 0;
}

/* Returns: (transfer full): ids. */
static GArray *
find_page (OvsPracticeExchange *exchange, const Search *search)
{
  g_autoptr (OvsPracticeRows) rows = query (exchange, search, "SELECT id", TRUE);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* What the list and the message itself both say of it. */
static void
put_head (OvsPracticeHtml *html, const OvsPracticeMail *mail, GKeyFile *kinds)
{
  g_autofree char *kind = g_key_file_get_string (kinds, "kinds", mail->kind, NULL);
  g_autofree char *subject = ovs_practice_mailbox_subject (mail->kind, mail->employer);

  ovs_practice_html_put_number (html, "nummer", mail->id);
  ovs_practice_html_put (html, "onderwerp", subject);
  ovs_practice_html_put (html, "soort", kind != NULL ? kind : mail->kind);
  ovs_practice_html_put (html, "aan", mail->recipient);
  ovs_practice_html_put (html, "persoon", mail->person);
  ovs_practice_html_put_moment (html, "datum", mail->at);
  ovs_practice_html_put_flag (html, "wacht", g_strcmp0 (mail->delivery, "waiting") == 0);
  ovs_practice_html_put_flag (html, "geweigerd", g_strcmp0 (mail->delivery, "refused") == 0);
}

static void
add_rows (OvsPracticeExchange *exchange, const Search *search, OvsPracticeHtml *list, GKeyFile *kinds)
{
  g_autoptr (GArray) ids = find_page (exchange, search);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OvsPracticeMail) mail = ovs_practice_mailbox_load (exchange->state, g_array_index (ids, gint64, i));
      OvsPracticeHtml *row = ovs_practice_html_new ("mail/row");

      put_head (row, mail, kinds);
      ovs_practice_html_add (list, "berichten", row);
    }
}

static void
add_kinds (const Search *search, OvsPracticeHtml *list, GKeyFile *kinds)
{
  g_auto (GStrv) names = g_key_file_get_keys (kinds, "kinds", NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      OvsPracticeHtml *option = ovs_practice_html_new ("mail/kind");
      g_autofree char *name = g_key_file_get_string (kinds, "kinds", names[i], NULL);

      ovs_practice_html_put (option, "waarde", names[i]);
      ovs_practice_html_put (option, "naam", name);
      ovs_practice_html_put_flag (option, "gekozen", g_strcmp0 (search->kind, names[i]) == 0);
      ovs_practice_html_add (list, "soorten", option);
    }
}

/* The address of another page of the same search. */
static void
put_page (OvsPracticeHtml *list, const char *place, const Search *search, gint64 page)
{
  g_autofree char *to = g_uri_escape_string (search->to != NULL ? search->to : "", NULL, FALSE);
  g_autofree char *kind = g_uri_escape_string (search->kind != NULL ? search->kind : "", NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/mail?aan=%s&soort=%s&medewerker=%" G_GINT64_FORMAT "&pagina=%" G_GINT64_FORMAT, to, kind,
                                           search->employee, page);

  ovs_practice_html_put (list, place, path);
}

static void
put_pages (OvsPracticeHtml *list, const Search *search, gint64 total)
{
  gint64 pages = (total + PAGE_SIZE - 1) / PAGE_SIZE;

  ovs_practice_html_put_number (list, "aantal", total);
  ovs_practice_html_put_flag (list, "leeg", total == 0);
  ovs_practice_html_put_flag (list, "een", total == 1);
  ovs_practice_html_put_flag (list, "gezocht", search->to != NULL || search->kind != NULL || search->employee > 0);
  if (pages < 2)
    return;
  ovs_practice_html_put_number (list, "pagina", search->page);
  ovs_practice_html_put_number (list, "paginas", pages);
  if (search->page > 1)
    put_page (list, "nieuwer", search, search->page - 1);
  if (search->page < pages)
    put_page (list, "ouder", search, search->page + 1);
}

static void
put_person (OvsPracticeExchange *exchange, OvsPracticeHtml *list, gint64 employee)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      exchange->state->db,
      "SELECT e.formatted_name, r.name FROM employee e JOIN employer r ON r.id = e.employer WHERE e.id = ?", "l", employee);

  if (!ovs_practice_rows_next (row))
    return;
  ovs_practice_html_put (list, "persoon", ovs_practice_rows_text (row, 0));
  ovs_practice_html_put (list, "werkgever", ovs_practice_rows_text (row, 1));
  ovs_practice_html_put_number (list, "medewerker", employee);
}

/* How the delivery goes, when there is one. */
static void
add_server (OvsPracticeExchange *exchange, OvsPracticeHtml *list)
{
  OvsPracticeCourierReport report = ovs_practice_courier_report (exchange->state->courier);
  OvsPracticeHtml *server;

  if (report.url == NULL)
    return;
  server = ovs_practice_html_new ("mail/server");
  ovs_practice_html_put (server, "server", report.url);
  ovs_practice_html_put (server, "naar", report.to);
  ovs_practice_html_put (server, "fout", report.trouble);
  ovs_practice_html_put_number (server, "verstuurd", report.delivered);
  ovs_practice_html_put_number (server, "wachten", report.waiting);
  ovs_practice_html_put_number (server, "geweigerd", report.refused);
  ovs_practice_html_add (list, "verzending", server);
}

static void
show_list (OvsPracticeExchange *exchange)
{
  Search search = read_search (exchange);
  g_autoptr (GKeyFile) kinds = load_kinds ();
  OvsPracticeHtml *list = ovs_practice_html_new ("mail/list");

  ovs_practice_html_put (list, "aan", search.to);
  if (search.employee > 0)
    put_person (exchange, list, search.employee);
  add_server (exchange, list);
  add_kinds (&search, list, kinds);
  add_rows (exchange, &search, list, kinds);
  put_pages (list, &search, count (exchange, &search));
  reply (exchange, SOUP_STATUS_OK, list);
}

/* The mail that the path names; NULL, and answered, when there is none. */
static OvsPracticeMail *
load (OvsPracticeExchange *exchange)
{
  OvsPracticeMail *mail = ovs_practice_mailbox_load (exchange->state, g_ascii_strtoll (exchange->arguments[0], NULL, 10));

  if (mail == NULL)
    reply (exchange, SOUP_STATUS_NOT_FOUND, ovs_practice_html_new ("mail/none"));
  return mail;
}

/* Plain text with its link as one that can be followed. */
static void
put_text (OvsPracticeHtml *page, const OvsPracticeMail *mail)
{
  g_autofree char *text = ovs_practice_mail_to_text (mail);
  char *link = mail->link != NULL ? strstr (text, mail->link) : NULL;

  ovs_practice_html_put (page, "link", mail->link);
  if (link != NULL)
    {
      ovs_practice_html_put (page, "tekst-na", link + strlen (mail->link));
      *link = '\0';
    }
  ovs_practice_html_put (page, "tekst", text);
}

static void
show_message (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeMail) mail = load (exchange);
  g_autoptr (GKeyFile) kinds = load_kinds ();
  OvsPracticeHtml *page;

  if (mail == NULL)
    return;
  page = ovs_practice_html_new ("mail/message");
  put_head (page, mail, kinds);
  put_text (page, mail);
  ovs_practice_html_put_number (page, "medewerker", mail->employee);
  ovs_practice_html_put (page, "fout", mail->trouble);
  if (g_strcmp0 (mail->delivery, "done") == 0)
    ovs_practice_html_put_moment (page, "verstuurd", mail->delivered_at);
  reply (exchange, SOUP_STATUS_OK, page);
  ovs_practice_page_allow_frame (exchange);
}

static void
show_html (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeMail) mail = load (exchange);

  if (mail != NULL)
    ovs_practice_page_reply_framed (exchange, ovs_practice_mail_to_html (mail));
}

static void
download_source (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeMail) mail = load (exchange);
  g_autoptr (GBytes) message =
      mail != NULL
          ? ovs_practice_mail_to_message (exchange->state, mail, ovs_practice_courier_sender (exchange->state->courier), NULL)
          : NULL;
  g_autofree char *name = mail != NULL ? g_strdup_printf ("bericht-%" G_GINT64_FORMAT ".eml", mail->id) : NULL;

  if (message != NULL)
    ovs_practice_page_download (exchange, name, "message/rfc822",
                                g_strndup (g_bytes_get_data (message, NULL), g_bytes_get_size (message)));
  else if (mail != NULL)
    reply (exchange, SOUP_STATUS_NOT_FOUND, ovs_practice_html_new ("mail/none"));
}

const OvsPracticeRoute ovs_practice_mail_page_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mail", "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mail/{number}", "2018-01-01", show_message },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mail/{number}/html", "2018-01-01", show_html },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mail/{number}/bron", "2018-01-01", download_source },
  { 0 },
};
