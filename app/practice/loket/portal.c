/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/portal.h"

#include "practice/loket/messages.h"

OvsPracticeSession *
ovs_practice_loket_enter (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_OFFICE);

  if (session != NULL && session->who != 0)
    return g_steal_pointer (&session);
  ovs_practice_page_redirect (exchange, "/loket/inloggen");
  return NULL;
}

void
ovs_practice_loket_reply (
    OvsPracticeExchange *exchange, guint status, const char *title, OvsPracticeSession *session, OvsPracticeHtml *content)
{
  OvsPracticeHtml *head = ovs_practice_html_new ("loket/head");
  g_autofree char *whole = g_strconcat (title, " – Loket (Oefenloket)", NULL);
  gint64 unread = ovs_practice_messages_unread (exchange->state);

  ovs_practice_session_put (session, content);
  ovs_practice_session_put (session, head);
  ovs_practice_html_put_flag (head, "ingelogd", session->who != 0);
  if (unread > 0)
    ovs_practice_html_put_number (head, "ongelezen", unread);
  ovs_practice_page_reply (exchange, status, "loket", whole, head, content);
}

void
ovs_practice_loket_missing (OvsPracticeExchange *exchange, OvsPracticeSession *session)
{
  ovs_practice_loket_reply (exchange, SOUP_STATUS_NOT_FOUND, "Niet gevonden", session, ovs_practice_html_new ("loket/missing"));
}

OvsPracticePart
ovs_practice_loket_part (gint64 number, gint64 total, gint64 size)
{
  gint64 pages = MAX (1, (total + size - 1) / size);
  gint64 shown = CLAMP (number, 1, pages);

  return (OvsPracticePart){ shown, pages, total, size, (shown - 1) * size };
}

gint64
ovs_practice_loket_asked (OvsPracticeExchange *exchange)
{
  const char *text = ovs_practice_exchange_get_query (exchange, "pagina");
  gint64 number = 1;

  if (text != NULL)
    g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, &number, NULL);
  return MAX (1, number);
}

static void
put_neighbour (OvsPracticeHtml *html, const char *place, const char *path, gint64 number)
{
  g_autofree char *link = g_strdup_printf ("%spagina=%" G_GINT64_FORMAT, path, number);

  ovs_practice_html_put (html, place, link);
}

void
ovs_practice_loket_put_part (OvsPracticeHtml *html, const OvsPracticePart *part, const char *path)
{
  OvsPracticeHtml *pages;

  if (part->pages < 2)
    return;
  pages = ovs_practice_html_new ("loket/pages");
  if (part->number > 1)
    put_neighbour (pages, "vorige", path, part->number - 1);
  if (part->number < part->pages)
    put_neighbour (pages, "volgende", path, part->number + 1);
  ovs_practice_html_put_number (pages, "pagina", part->number);
  ovs_practice_html_put_number (pages, "paginas", part->pages);
  ovs_practice_html_add (html, "bladeren", pages);
}

void
ovs_practice_employer_free (OvsPracticeEmployer *employer)
{
  g_free (employer->name);
  g_free (employer);
}

OvsPracticeEmployer *
ovs_practice_loket_find_employer (OvsPracticeExchange *exchange, OvsPracticeSession *session)
{
  g_autoptr (OvsPracticeRows) row =
      ovs_practice_db_query (exchange->state->db, "SELECT id, number, name, mijnloket, product_500 FROM employer WHERE number = ?", "l",
                             g_ascii_strtoll (exchange->arguments[0], NULL, 10));
  OvsPracticeEmployer *employer;

  if (!ovs_practice_rows_next (row))
    {
      ovs_practice_loket_missing (exchange, session);
      return NULL;
    }
  employer = g_new0 (OvsPracticeEmployer, 1);
  employer->id = ovs_practice_rows_number (row, 0);
  employer->number = ovs_practice_rows_number (row, 1);
  employer->name = g_strdup (ovs_practice_rows_text (row, 2));
  employer->mijnloket = ovs_practice_rows_number (row, 3) != 0;
  employer->product_500 = ovs_practice_rows_number (row, 4) != 0;
  return employer;
}

void
ovs_practice_loket_put_employer (OvsPracticeHtml *html, const OvsPracticeEmployer *employer)
{
  ovs_practice_html_put (html, "werkgever", employer->name);
  ovs_practice_html_put_number (html, "werkgevernummer", employer->number);
}
