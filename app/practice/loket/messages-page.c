/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/messages.h"
#include "practice/loket/portal.h"
#include "practice/routes.h"

/* The message centre: what became of each action on many people, and of each person in it. */

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

#define COLUMNS                                                                                              \
  "SELECT a.id, a.kind, a.submitted_at, a.status, a.total, a.succeeded, a.failed, a.blocked, a.read_at, r.number, r.name"    \
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
  BLOCKED,
  READ,
  EMPLOYER_NUMBER,
  EMPLOYER,
};

static gboolean
is_completed (OvsPracticeRows *row)
{
  return g_str_equal (ovs_practice_rows_text (row, STATUS), "Completed");
}

/* What the list and the message itself both say of an action. */
static void
put_action (OvsPracticeHtml *html, OvsPracticeRows *row)
{
  gboolean mijnloket = g_str_equal (ovs_practice_rows_text (row, KIND), "ess");
  gboolean here = !ovs_practice_rows_is_null (row, BLOCKED);

  ovs_practice_html_put_number (html, "nummer", ovs_practice_rows_number (row, ID));
  ovs_practice_html_put_flag (html, "overstap", here);
  ovs_practice_html_put_flag (html, "mijnloket", mijnloket && !here);
  ovs_practice_html_put_flag (html, "werknemerloket", !mijnloket);
  ovs_practice_html_put (html, "werkgever", ovs_practice_rows_text (row, EMPLOYER));
  ovs_practice_html_put_number (html, "werkgevernummer", ovs_practice_rows_number (row, EMPLOYER_NUMBER));
  ovs_practice_html_put_moment (html, "moment", ovs_practice_rows_number (row, SUBMITTED));
  ovs_practice_html_put_number (html, "totaal", ovs_practice_rows_number (row, TOTAL));
  ovs_practice_html_put_number (html, "gelukt", ovs_practice_rows_number (row, SUCCEEDED));
  ovs_practice_html_put_number (html, "niet-gelukt", ovs_practice_rows_number (row, FAILED));
  ovs_practice_html_put_number (html, "gedaan", ovs_practice_rows_number (row, SUCCEEDED) + ovs_practice_rows_number (row, FAILED));
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

static void
show_list (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticePart part;
  OvsPracticeHtml *page;
  gboolean busy = FALSE;

  if (session == NULL)
    return;
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange),
                                  ovs_practice_db_number (db, 0, "SELECT count (*) FROM action a WHERE " ABOUT_PEOPLE, ""), ON_A_PAGE);
  page = ovs_practice_html_new ("loket/messages");
  rows = ovs_practice_db_query (db, COLUMNS " ORDER BY a.id DESC LIMIT ? OFFSET ?", "ll", part.size, part.skip);
  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *message = ovs_practice_html_new ("loket/message-row");

      put_action (message, rows);
      busy |= !is_completed (rows);
      ovs_practice_html_add (page, "rijen", message);
    }
  ovs_practice_html_put_flag (page, "bezig", busy);
  ovs_practice_loket_put_part (page, &part, "/loket/berichten?");
  if (busy)
    come_again (exchange);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Berichtencentrum", session, page);
}

/* The flag of the template that says what was done. */
static const char *
find_deed (gboolean mijnloket, const char *verb)
{
  static const struct
  {
    gboolean mijnloket;
    const char *verb;
    const char *deed;
  } deeds[] = {
    { TRUE, "SendInvite", "uitgenodigd" },
    { TRUE, "RevokeAccess", "mijnloket-geblokkeerd" },
    { TRUE, "ReinstateAccess", "mijnloket-gedeblokkeerd" },
    { FALSE, "SendInvite", "werknemerloket-uitgenodigd" },
    { FALSE, "RevokeInvite", "ingetrokken" },
    { FALSE, "RevokeAccess", "geblokkeerd" },
    { FALSE, "ReinstateAccess", "gedeblokkeerd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].mijnloket == mijnloket && g_str_equal (deeds[i].verb, verb))
      return deeds[i].deed;
  return "anders";
}

static OvsPracticeHtml *
make_person (OvsPracticeRows *row, gboolean mijnloket, gboolean blocked)
{
  OvsPracticeHtml *part = ovs_practice_html_new ("loket/message-person");
  gboolean done = !ovs_practice_rows_is_null (row, 4);
  gboolean refused = !ovs_practice_rows_is_null (row, 5);

  ovs_practice_html_put_number (part, "medewerker", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put_number (part, "personeelsnummer", ovs_practice_rows_number (row, 1));
  ovs_practice_html_put (part, "naam", ovs_practice_rows_text (row, 2));
  ovs_practice_html_put_flag (part, "wacht", !done);
  ovs_practice_html_put (part, "reden", ovs_practice_rows_text (row, 5));
  ovs_practice_html_put_flag (part, "geblokkeerd-bij-overstap", blocked);
  if (done && !refused)
    ovs_practice_html_put_flag (part, find_deed (mijnloket, ovs_practice_rows_text (row, 3)), TRUE);
  return part;
}

/* Who was not done comes first. */
static void
put_people (OvsPracticeExchange *exchange, OvsPracticeHtml *page, OvsPracticeRows *action, const OvsPracticePart *part)
{
  gboolean mijnloket = g_str_equal (ovs_practice_rows_text (action, KIND), "ess");
  gboolean blocked = !ovs_practice_rows_is_null (action, BLOCKED);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      exchange->state->db,
      "SELECT coalesce (e.id, 0), coalesce (e.number, 0), e.formatted_name, i.verb, i.done_at, i.message"
      " FROM action_item i LEFT JOIN employee e ON e.uuid = i.entity WHERE i.action = ?"
      " ORDER BY i.message IS NULL, i.position LIMIT ? OFFSET ?",
      "lll", ovs_practice_rows_number (action, ID), part->size, part->skip);

  while (ovs_practice_rows_next (rows))
    ovs_practice_html_add (page, "rijen", make_person (rows, mijnloket, blocked));
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
  if (!ovs_practice_rows_is_null (row, BLOCKED))
    ovs_practice_html_put_number (page, "geblokkeerd", ovs_practice_rows_number (row, BLOCKED));
  put_people (exchange, page, row, &part);
  ovs_practice_loket_put_part (page, &part, path);
  if (is_completed (row))
    ovs_practice_db_run (db, "UPDATE action SET read_at = ? WHERE id = ? AND read_at IS NULL", "ll", ovs_clock_now (exchange->state->clock),
                         ovs_practice_rows_number (row, ID));
  else
    come_again (exchange);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Bericht", session, page);
}

const OvsPracticeRoute ovs_practice_loket_message_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/berichten", "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/berichten/{number}", "2018-01-01", show_message },
  { 0 },
};
