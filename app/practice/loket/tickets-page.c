/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/catch-up.h"
#include "practice/conversion/tickets.h"
#include "practice/loket/portal.h"
#include "practice/routes.h"

/* Tickets to the help desk, with the subject "Gebruik producten Loket.nl". */

#define ON_A_PAGE 20
#define MOST_NOTES 50

#define COLUMNS                                                                                              \
  "SELECT t.id, t.kind, t.submitted_at, t.due_at, t.status, t.ended_at, t.file IS NOT NULL,"                 \
  " (SELECT count (*) FROM ticket_employer WHERE ticket = t.id) FROM ticket t"

enum
{
  ID,
  KIND,
  SUBMITTED,
  DUE,
  STATUS,
  ENDED,
  HAS_FILE,
  EMPLOYERS,
};

/* What the list and the ticket itself both say. */
static void
put_ticket (OvsPracticeHtml *html, OvsPracticeRows *row)
{
  const char *status = ovs_practice_rows_text (row, STATUS);
  gboolean overview = g_str_equal (ovs_practice_rows_text (row, KIND), "overview");

  ovs_practice_html_put_number (html, "nummer", ovs_practice_rows_number (row, ID));
  ovs_practice_html_put_flag (html, "overzicht", overview);
  ovs_practice_html_put_flag (html, "klantlijst", !overview);
  ovs_practice_html_put_moment (html, "ingediend", ovs_practice_rows_number (row, SUBMITTED));
  if (overview)
    ovs_practice_html_put_moment (html, "wanneer", ovs_practice_rows_number (row, DUE));
  else
    ovs_practice_html_put_day (html, "wanneer", ovs_clock_day_of (ovs_practice_rows_number (row, DUE)));
  ovs_practice_html_put_flag (html, "open", g_str_equal (status, "open"));
  ovs_practice_html_put_flag (html, "klaar", g_str_equal (status, "done"));
  ovs_practice_html_put_flag (html, "ingetrokken", g_str_equal (status, "withdrawn"));
  ovs_practice_html_put_flag (html, "bestand", ovs_practice_rows_number (row, HAS_FILE) != 0);
  ovs_practice_html_put_number (html, "klanten", ovs_practice_rows_number (row, EMPLOYERS));
}

static void
show_list (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticePart part;
  OvsPracticeHtml *page;

  if (session == NULL)
    return;
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange), ovs_practice_db_number (db, 0, "SELECT count (*) FROM ticket", ""),
                                  ON_A_PAGE);
  page = ovs_practice_html_new ("loket/tickets");
  rows = ovs_practice_db_query (db, COLUMNS " ORDER BY t.id DESC LIMIT ? OFFSET ?", "ll", part.size, part.skip);
  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *ticket = ovs_practice_html_new ("loket/ticket-row");

      put_ticket (ticket, rows);
      ovs_practice_html_add (page, "rijen", ticket);
    }
  ovs_practice_loket_put_part (page, &part, "/loket/tickets?");
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Tickets", session, page);
}

/* @problem and @date (nullable): what was wrong, and what stays in the field. */
static void
reply_new (OvsPracticeExchange *exchange, guint status, OvsPracticeSession *session, const char *problem, const char *date)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("loket/ticket-new");

  ovs_practice_html_put_day (page, "vandaag", ovs_clock_today (exchange->state->clock));
  ovs_practice_html_put (page, "datum", date);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_loket_reply (exchange, status, "Nieuw ticket", session, page);
}

static void
show_new (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);

  if (session != NULL)
    reply_new (exchange, SOUP_STATUS_OK, session, NULL, NULL);
}

static void
go_to (OvsPracticeExchange *exchange, gpointer path)
{
  ovs_practice_page_redirect (exchange, path);
}

/* What is to happen today has happened then. */
static void
show_ticket_now (OvsPracticeExchange *exchange, gint64 ticket)
{
  ovs_practice_catch_up_await (exchange, go_to, g_strdup_printf ("/loket/tickets/%" G_GINT64_FORMAT, ticket), g_free);
}

static void
ask_overview (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;

  if (form != NULL)
    show_ticket_now (exchange, ovs_practice_tickets_ask_overview (exchange->state));
}

/* As people here write a day, `8-12-2026`, or `2026-12-08`. */
static OvsDay
read_day (const char *text)
{
  g_auto (GStrv) parts = NULL;
  gint64 day, month, year;
  OvsDay iso;

  if (ovs_day_parse_iso (text, &iso))
    return iso;
  parts = g_strsplit (text != NULL ? text : "", "-", -1);
  if (g_strv_length (parts) != 3 || !g_ascii_string_to_signed (parts[0], 10, 1, 31, &day, NULL) ||
      !g_ascii_string_to_signed (parts[1], 10, 1, 12, &month, NULL) || !g_ascii_string_to_signed (parts[2], 10, 2000, 9999, &year, NULL))
    return OVS_NO_DAY;
  return ovs_day_from_ymd (year, month, day);
}

/* NULL, with why, when the form has no list that can be handed in on @day. */
static OvsPracticeClientList *
read_list (OvsPracticeExchange *exchange, OvsPracticeForm *form, OvsDay day, const char **problem)
{
  GBytes *file = ovs_practice_form_get_file (form, "bestand");
  g_autoptr (OvsPracticeClientList) list = NULL;

  *problem = NULL;
  if (day == OVS_NO_DAY)
    *problem = "Vul de datum in als dag-maand-jaar, bijvoorbeeld 8-12-2026, en kies het bestand opnieuw.";
  else if (day < ovs_clock_today (exchange->state->clock))
    *problem = "Deze datum is al voorbij. Vul vandaag of een latere datum in en kies het bestand opnieuw.";
  else if (file == NULL || g_bytes_get_size (file) == 0)
    *problem = "Kies het bestand met de klantlijst: er is geen bestand gekozen, of het is leeg.";
  if (*problem != NULL)
    return NULL;
  list = ovs_practice_client_list_read (exchange->state, file, problem);
  if (list == NULL || list->employers->len > 0)
    return g_steal_pointer (&list);
  *problem = "In dit bestand staat geen enkele werkgever die in Loket bekend is. Er is geen ticket gemaakt.";
  return NULL;
}

static void
hand_in (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;
  g_autoptr (OvsPracticeClientList) list = NULL;
  const char *date, *problem;
  OvsDay day;

  if (form == NULL)
    return;
  date = ovs_practice_form_get (form, "datum");
  day = read_day (date);
  list = read_list (exchange, form, day, &problem);
  if (list == NULL)
    reply_new (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, problem, date);
  else
    show_ticket_now (exchange, ovs_practice_tickets_hand_in (exchange->state, list, day));
}

static void
put_employers (OvsPracticeExchange *exchange, OvsPracticeHtml *page, OvsPracticeRows *ticket, const OvsPracticePart *part)
{
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      exchange->state->db,
      "SELECT r.number, r.name, t.invited, t.blocked, t.fallout, t.leavers, r.mijnloket,"
      " (SELECT id FROM action WHERE ticket = t.ticket AND employer = t.employer) FROM ticket_employer t"
      " JOIN employer r ON r.id = t.employer WHERE t.ticket = ? ORDER BY r.number LIMIT ? OFFSET ?",
      "lll", ovs_practice_rows_number (ticket, ID), part->size, part->skip);

  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *row = ovs_practice_html_new ("loket/ticket-employer");

      ovs_practice_html_put_flag (row, "klaar", g_str_equal (ovs_practice_rows_text (ticket, STATUS), "done"));
      ovs_practice_html_put_flag (row, "zonder-product",
                                  g_str_equal (ovs_practice_rows_text (ticket, STATUS), "open") && ovs_practice_rows_number (rows, 6) == 0);
      if (!ovs_practice_rows_is_null (rows, 7))
        ovs_practice_html_put_number (row, "bericht", ovs_practice_rows_number (rows, 7));
      ovs_practice_html_put_number (row, "werkgevernummer", ovs_practice_rows_number (rows, 0));
      ovs_practice_html_put (row, "werkgever", ovs_practice_rows_text (rows, 1));
      ovs_practice_html_put_number (row, "uitgenodigd", ovs_practice_rows_number (rows, 2));
      ovs_practice_html_put_number (row, "geblokkeerd", ovs_practice_rows_number (rows, 3));
      ovs_practice_html_put_number (row, "uitval", ovs_practice_rows_number (rows, 4));
      ovs_practice_html_put_number (row, "vertrekkers", ovs_practice_rows_number (rows, 5));
      ovs_practice_html_add (page, "rijen", row);
    }
}

/* Over all employers of a ticket that is carried out. */
static void
put_totals (OvsPracticeExchange *exchange, OvsPracticeHtml *page, OvsPracticeRows *ticket)
{
  static const char *const places[] = { "totaal-uitgenodigd", "totaal-geblokkeerd", "totaal-uitval" };
  g_autoptr (OvsPracticeRows) row = NULL;

  if (!g_str_equal (ovs_practice_rows_text (ticket, STATUS), "done") || ovs_practice_rows_number (ticket, EMPLOYERS) == 0)
    return;
  row = ovs_practice_db_query (exchange->state->db, "SELECT sum (invited), sum (blocked), sum (fallout) FROM ticket_employer WHERE ticket = ?",
                               "l", ovs_practice_rows_number (ticket, ID));
  if (!ovs_practice_rows_next (row))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    ovs_practice_html_put_number (page, places[i], ovs_practice_rows_number (row, i));
}

/* Of an open ticket: who would get nobody over. */
static void
put_without_product (OvsPracticeExchange *exchange, OvsPracticeHtml *page, OvsPracticeRows *ticket)
{
  gint64 count;

  if (!g_str_equal (ovs_practice_rows_text (ticket, STATUS), "open"))
    return;
  count = ovs_practice_db_number (exchange->state->db, 0,
                                  "SELECT count (*) FROM ticket_employer t JOIN employer r ON r.id = t.employer"
                                  " WHERE t.ticket = ? AND NOT r.mijnloket",
                                  "l", ovs_practice_rows_number (ticket, ID));
  if (count > 0)
    ovs_practice_html_put_number (page, "zonder-product", count);
}

static void
put_notes (OvsPracticeExchange *exchange, OvsPracticeHtml *page, gint64 ticket)
{
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      exchange->state->db, "SELECT line, note FROM ticket_note WHERE ticket = ? ORDER BY line LIMIT ?", "ll", ticket, (gint64) MOST_NOTES);
  gint64 total = ovs_practice_db_number (exchange->state->db, 0, "SELECT count (*) FROM ticket_note WHERE ticket = ?", "l", ticket);

  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *note = ovs_practice_html_new ("loket/ticket-note");

      ovs_practice_html_put_number (note, "regel", ovs_practice_rows_number (rows, 0));
      ovs_practice_html_put (note, "opmerking", ovs_practice_rows_text (rows, 1));
      ovs_practice_html_add (page, "opmerkingen", note);
    }
  if (total > MOST_NOTES)
    ovs_practice_html_put_number (page, "meer-opmerkingen", total - MOST_NOTES);
}

/* The ticket of the path; answered with 404 when there is none. Returns: (transfer full) (nullable). */
static OvsPracticeRows *
find_ticket (OvsPracticeExchange *exchange, OvsPracticeSession *session, const char *sql)
{
  g_autoptr (OvsPracticeRows) row =
      ovs_practice_db_query (exchange->state->db, sql, "l", g_ascii_strtoll (exchange->arguments[0], NULL, 10));

  if (ovs_practice_rows_next (row))
    return g_steal_pointer (&row);
  ovs_practice_loket_missing (exchange, session);
  return NULL;
}

static void
show_ticket (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeRows) row = session != NULL ? find_ticket (exchange, session, COLUMNS " WHERE t.id = ?") : NULL;
  g_autofree char *path = g_strconcat (exchange->path, "?", NULL);
  OvsPracticePart part;
  OvsPracticeHtml *page;

  if (row == NULL)
    return;
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange), ovs_practice_rows_number (row, EMPLOYERS), ON_A_PAGE);
  page = ovs_practice_html_new ("loket/ticket");
  put_ticket (page, row);
  put_employers (exchange, page, row, &part);
  put_totals (exchange, page, row);
  ovs_practice_html_put_flag (page, "na-oktober",
                              ovs_clock_day_of (ovs_practice_rows_number (row, DUE)) >= ovs_day_from_ymd (2026, 10, 1));
  put_without_product (exchange, page, row);
  put_notes (exchange, page, ovs_practice_rows_number (row, ID));
  ovs_practice_loket_put_part (page, &part, path);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Ticket", session, page);
}

static void
withdraw (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;
  gint64 ticket = g_ascii_strtoll (exchange->arguments[0], NULL, 10);

  if (form == NULL)
    return;
  /* When it was carried out meanwhile, its page says so. */
  ovs_practice_tickets_withdraw (exchange->state, ticket);
  show_ticket_now (exchange, ticket);
}

static void
download (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeRows) row =
      session != NULL ? find_ticket (exchange, session, "SELECT id, kind, file FROM ticket WHERE id = ? AND file IS NOT NULL") : NULL;
  g_autofree char *name = NULL;

  if (row == NULL)
    return;
  name = g_strdup_printf ("%s-%" G_GINT64_FORMAT ".csv",
                          g_str_equal (ovs_practice_rows_text (row, 1), "overview") ? "overzicht" : "uitvallijst",
                          ovs_practice_rows_number (row, 0));
  ovs_practice_page_download (exchange, name, "text/csv; charset=utf-8", g_strdup (ovs_practice_rows_text (row, 2)));
}

const OvsPracticeRoute ovs_practice_loket_ticket_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/tickets", "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/tickets/nieuw", "2018-01-01", show_new },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/tickets/overzicht", "2018-01-01", ask_overview },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/tickets/klantlijst", "2018-01-01", hand_in },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/tickets/{number}", "2018-01-01", show_ticket },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/tickets/{number}/intrekken", "2018-01-01", withdraw },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/tickets/{number}/bestand", "2018-01-01", download },
  { 0 },
};
