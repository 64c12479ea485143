/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/deeds.h"
#include "practice/loket/messages.h"
#include "practice/loket/outcome.h"
#include "practice/loket/search.h"
#include "practice/routes.h"

/* The message centre: what was done to people here, through the API or by Loket for a ticket, and what became of it for each of them. */

#define ON_A_PAGE 20
#define PEOPLE_ON_A_PAGE 100
#define REFRESH_SECONDS "2"

/* Actions about people; what was read in Loket's notifications is none of them. */
#define ABOUT_PEOPLE "a.kind IN ('ess', 'wnl')"

gint64
ovs_practice_messages_unread (OvsPracticeState *state)
{
  return ovs_practice_db_number (state->db, 0,
                                 "SELECT count (*) FROM action a WHERE " ABOUT_PEOPLE " AND status = 'Completed' AND read_at IS NULL", "");
}

/* Of something done by hand: to whom, and what. */
#define OF_THE_ONE(column)                                                                                   \
  "(SELECT " column " FROM action_item i JOIN employee e ON e.uuid = i.entity"                               \
  " WHERE a.origin = '" OVS_PRACTICE_ORIGIN_EMPLOYEE "' AND i.action = a.id AND i.position = 0)"

#define COLUMNS                                                                                              \
  "SELECT a.id, a.kind, a.submitted_at, a.status, a.total, a.succeeded, a.failed, a.origin, a.ticket, a.read_at, r.number, r.name,"  \
  OF_THE_ONE ("e.formatted_name") ", " OF_THE_ONE ("i.verb")                                                 \
  " FROM action a JOIN employer r ON r.id = a.employer WHERE " ABOUT_PEOPLE

enum
{
  ID,
  KIND,
  SUBMITTED,
  STATUS,
  TOTAL,
  SUCCEEDED,
  FAILED,
  ORIGIN,
  TICKET,
  READ,
  EMPLOYER_NUMBER,
  EMPLOYER,
  PERSON,
  VERB,
};

static gboolean
is_completed (OvsPracticeRows *row)
{
  return g_str_equal (ovs_practice_rows_text (row, STATUS), "Completed");
}

static gboolean
comes_from (OvsPracticeRows *row, const char *origin)
{
  return g_str_equal (ovs_practice_rows_text (row, ORIGIN), origin);
}

/* What was done by hand, as a title. */
static void
put_deed (OvsPracticeHtml *html, OvsPracticeRows *row, gboolean mijnloket)
{
  g_autofree char *place = NULL;

  if (ovs_practice_rows_is_null (row, VERB))
    return;
  place = g_strconcat ("doen-", ovs_practice_outcome_deed (mijnloket, ovs_practice_rows_text (row, VERB)), NULL);
  ovs_practice_html_put_flag (html, place, TRUE);
  ovs_practice_html_put (html, "persoon", ovs_practice_rows_text (row, PERSON));
}

/* Who did it, and what it is called by that. */
static void
put_origin (OvsPracticeHtml *html, OvsPracticeRows *row)
{
  gboolean list = comes_from (row, OVS_PRACTICE_ORIGIN_LIST);
  gboolean ticket = comes_from (row, OVS_PRACTICE_ORIGIN_TICKET);
  gboolean mijnloket = g_str_equal (ovs_practice_rows_text (row, KIND), "ess");

  ovs_practice_html_put_flag (html, "overstap", list);
  if (ticket)
    ovs_practice_html_put_number (html, "ticket", ovs_practice_rows_number (row, TICKET));
  put_deed (html, row, mijnloket);
  ovs_practice_html_put_flag (html, "mijnloket", mijnloket && !list && !ticket);
  ovs_practice_html_put_flag (html, "werknemerloket", !mijnloket);
  ovs_practice_html_put_flag (html, "koppeling",
                              comes_from (row, OVS_PRACTICE_ORIGIN_INTERFACE) || comes_from (row, OVS_PRACTICE_ORIGIN_AT_ONCE));
}

/* What the list and the message itself both say of an action. */
static void
put_action (OvsPracticeHtml *html, OvsPracticeRows *row)
{
  gint64 done = ovs_practice_rows_number (row, SUCCEEDED) + ovs_practice_rows_number (row, FAILED);

  ovs_practice_html_put_number (html, "nummer", ovs_practice_rows_number (row, ID));
  put_origin (html, row);
  ovs_practice_html_put (html, "werkgever", ovs_practice_rows_text (row, EMPLOYER));
  ovs_practice_html_put_number (html, "werkgevernummer", ovs_practice_rows_number (row, EMPLOYER_NUMBER));
  ovs_practice_html_put_moment (html, "moment", ovs_practice_rows_number (row, SUBMITTED));
  ovs_practice_html_put_number (html, "totaal", ovs_practice_rows_number (row, TOTAL));
  ovs_practice_html_put_number (html, "gelukt", ovs_practice_rows_number (row, SUCCEEDED));
  ovs_practice_html_put_number (html, "niet-gelukt", ovs_practice_rows_number (row, FAILED));
  ovs_practice_html_put_number (html, "gedaan", done);
  if (is_completed (row) && ovs_practice_rows_number (row, TOTAL) > done)
    ovs_practice_html_put_number (html, "ongewijzigd", ovs_practice_rows_number (row, TOTAL) - done);
  ovs_practice_html_put_flag (html, "mis", ovs_practice_rows_number (row, FAILED) > 0);
  ovs_practice_html_put_flag (html, "klaar", is_completed (row));
  ovs_practice_html_put_flag (html, "nieuw", is_completed (row) && ovs_practice_rows_is_null (row, READ));
}

/* The browser asks again by itself while something runs. */
static void
come_again (OvsPracticeExchange *exchange)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Refresh", REFRESH_SECONDS);
}

#define SOUGHT "(r.name LIKE ?1 ESCAPE '\\' OR r.number = ?2)"

static void
show_list (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeSearch) search = ovs_practice_search_read (exchange);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticePart part;
  OvsPracticeHtml *page;
  gboolean busy = FALSE;

  if (session == NULL)
    return;
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange),
                                  ovs_practice_db_number (db, 0,
                                                          "SELECT count (*) FROM action a JOIN employer r ON r.id = a.employer"
                                                          " WHERE " ABOUT_PEOPLE " AND " SOUGHT,
                                                          "tl", search->pattern, search->number),
                                  ON_A_PAGE);
  page = ovs_practice_html_new ("loket/messages");
  rows = ovs_practice_db_query (db, COLUMNS " AND " SOUGHT " ORDER BY a.id DESC LIMIT ?3 OFFSET ?4", "tlll", search->pattern, search->number, part.size,
                                part.skip);
  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *message = ovs_practice_html_new ("loket/message-row");

      put_action (message, rows);
      busy |= !is_completed (rows);
      ovs_practice_html_add (page, "rijen", message);
    }
  ovs_practice_html_put_flag (page, "bezig", busy);
  ovs_practice_html_put_flag (page, "ongelezen", ovs_practice_messages_unread (exchange->state) > 0);
  ovs_practice_search_put (search, page, &part, "/loket/berichten");
  if (busy)
    come_again (exchange);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Berichtencentrum", session, page);
}

static OvsPracticeHtml *
make_person (OvsPracticeRows *row, gboolean mijnloket)
{
  OvsPracticeHtml *part = ovs_practice_html_new ("loket/message-person");

  ovs_practice_html_put_number (part, "medewerker", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put_number (part, "personeelsnummer", ovs_practice_rows_number (row, 1));
  ovs_practice_html_put (part, "naam", ovs_practice_rows_text (row, 2));
  ovs_practice_html_add (part, "wat", ovs_practice_outcome_new (row, 3, mijnloket));
  return part;
}

/* Who was not done comes first, who stays as he is last. */
static void
put_people (OvsPracticeExchange *exchange, OvsPracticeHtml *page, OvsPracticeRows *action, const OvsPracticePart *part)
{
  gboolean mijnloket = g_str_equal (ovs_practice_rows_text (action, KIND), "ess");
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      exchange->state->db,
      "SELECT coalesce (e.id, 0), coalesce (e.number, 0), e.formatted_name, " OVS_PRACTICE_OUTCOME_COLUMNS
      " FROM action_item i LEFT JOIN employee e ON e.uuid = i.entity WHERE i.action = ?"
      " ORDER BY i.verb = 'Leave', i.message IS NULL, i.position LIMIT ? OFFSET ?",
      "lll", ovs_practice_rows_number (action, ID), part->size, part->skip);

  while (ovs_practice_rows_next (rows))
    ovs_practice_html_add (page, "rijen", make_person (rows, mijnloket));
}

/* How many lost Werknemerloket by it, where that is not all that it was about. */
static void
put_blocked (OvsPracticeExchange *exchange, OvsPracticeHtml *page, OvsPracticeRows *action)
{
  gint64 blocked = ovs_practice_db_number (exchange->state->db, 0, "SELECT count (*) FROM action_item WHERE action = ? AND blocked", "l",
                                           ovs_practice_rows_number (action, ID));

  if (blocked > 0)
    ovs_practice_html_put_number (page, "geblokkeerd", blocked);
}

static void
show_message (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autofree char *path = g_strconcat (exchange->path, "?", NULL);
  OvsPracticePart part;
  OvsPracticeHtml *page;

  if (session == NULL)
    return;
  row = ovs_practice_db_query (db, COLUMNS " AND a.id = ?", "l", g_ascii_strtoll (exchange->arguments[0], NULL, 10));
  if (!ovs_practice_rows_next (row))
    {
      ovs_practice_loket_missing (exchange, session);
      return;
    }
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange), ovs_practice_rows_number (row, TOTAL), PEOPLE_ON_A_PAGE);
  page = ovs_practice_html_new ("loket/message");
  put_action (page, row);
  put_blocked (exchange, page, row);
  put_people (exchange, page, row, &part);
  ovs_practice_loket_put_part (page, &part, path);
  if (is_completed (row))
    ovs_practice_db_run (db, "UPDATE action SET read_at = ? WHERE id = ? AND read_at IS NULL", "ll", ovs_clock_now (exchange->state->clock),
                         ovs_practice_rows_number (row, ID));
  else
    come_again (exchange);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Bericht", session, page);
}

static void
mark_all_read (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;

  if (form == NULL)
    return;
  ovs_practice_db_run (exchange->state->db, "UPDATE action SET read_at = ? WHERE status = 'Completed' AND read_at IS NULL", "l",
                       ovs_clock_now (exchange->state->clock));
  ovs_practice_page_redirect (exchange, "/loket/berichten");
}

const OvsPracticeRoute ovs_practice_loket_message_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/berichten", "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/berichten/{number}", "2018-01-01", show_message },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/berichten/gelezen", "2018-01-01", mark_all_read },
  { 0 },
};
