/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/accounts.h"
#include "practice/payslips.h"
#include "practice/routes.h"
#include "practice/web/form.h"
#include "practice/web/limits.h"
#include "practice/web/page.h"

/* Werknemerloket, the old portal: open, blocked, and open again. */

#define KIND OVS_PRACTICE_SESSION_WERKNEMERLOKET
#define MOST_TRIES 10
#define TRIES_SECONDS (15 * 60)
#define MOST_TRIES_TOGETHER 1200
#define TOGETHER_SECONDS 60

/* Who logs in, and what his access is worth now. */
typedef struct
{
  gint64 id;
  char *name;
  char *employer;
  char *status;
  gboolean ended; /* on 1 October 2026, as somebody who left in 2025 */
} Visitor;

static void
visitor_free (Visitor *visitor)
{
  g_free (visitor->name);
  g_free (visitor->employer);
  g_free (visitor->status);
  g_free (visitor);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visitor, visitor_free)

#define COLUMNS                                                                                              \
  "SELECT e.id, e.formatted_name, r.name, e.wnl, e.wnl_ended FROM employee e JOIN employer r ON r.id = e.employer WHERE "

static Visitor *
read_visitor (OvsPracticeRows *row)
{
  Visitor *visitor;

  if (!ovs_practice_rows_next (row))
    return NULL;
  visitor = g_new0 (Visitor, 1);
  visitor->id = ovs_practice_rows_number (row, 0);
  visitor->name = g_strdup (ovs_practice_rows_text (row, 1));
  visitor->employer = g_strdup (ovs_practice_rows_text (row, 2));
  visitor->status = g_strdup (ovs_practice_rows_text (row, 3));
  visitor->ended = ovs_practice_rows_number (row, 4) != 0;
  return visitor;
}

/* The user name is made of the two numbers that an office sees everywhere. */
static Visitor *
find (OvsPracticeState *state, const char *user)
{
  g_auto (GStrv) numbers = g_strsplit (user, "-", -1);
  gint64 employer, employee;
  g_autoptr (OvsPracticeRows) row = NULL;

  if (g_strv_length (numbers) != 2 || !g_ascii_string_to_signed (numbers[0], 10, 0, G_MAXINT32, &employer, NULL) ||
      !g_ascii_string_to_signed (numbers[1], 10, 0, G_MAXINT32, &employee, NULL))
    return NULL;
  row = ovs_practice_db_query (state->db, COLUMNS "r.number = ? AND e.number = ?", "ll", employer, employee);
  return read_visitor (row);
}

static void
reply (OvsPracticeExchange *exchange, guint status, const char *title, OvsPracticeSession *session, OvsPracticeHtml *page)
{
  OvsPracticeHtml *head = ovs_practice_html_new ("werknemerloket/head");
  g_autofree char *whole = g_strconcat (status == SOUP_STATUS_UNPROCESSABLE_ENTITY ? "Fout: " : "", title, " – Werknemerloket (Oefenloket)", NULL);

  ovs_practice_session_put (session, page);
  ovs_practice_session_put (session, head);
  ovs_practice_html_put_flag (head, "ingelogd", session->who != 0);
  ovs_practice_page_reply (exchange, status, "werknemerloket", whole, head, page);
}

static void
reply_form (OvsPracticeExchange *exchange, guint status, const char *user, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("werknemerloket/log-in");
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, KIND);
  g_autofree char *example = NULL;

  example = g_strdup_printf ("%" G_GINT64_FORMAT "-1",
                             ovs_practice_db_number (exchange->state->db, 1, "SELECT min (number) FROM employer", ""));
  ovs_practice_html_put (page, "voorbeeld", example);
  ovs_practice_html_put (page, "wachtwoord", OVS_PRACTICE_ACCOUNT_PASSWORD);
  ovs_practice_html_put (page, "gebruiker", user);
  ovs_practice_html_put (page, "fout", problem);
  reply (exchange, status, "Inloggen", session, page);
}

static gboolean
is_open (Visitor *visitor)
{
  return g_str_equal (visitor->status, "HasAccessToClient");
}

static void
reply_closed (OvsPracticeExchange *exchange, Visitor *visitor)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("werknemerloket/closed");
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_begin (exchange, KIND, 0);

  ovs_practice_html_put (page, "werkgever", visitor->employer);
  ovs_practice_html_put_flag (page, "geblokkeerd", g_str_has_suffix (visitor->status, "IsBlocked"));
  ovs_practice_html_put_flag (page, "afgelopen", visitor->ended);
  ovs_practice_html_put_flag (page, "geen", !visitor->ended && !g_str_has_suffix (visitor->status, "IsBlocked"));
  reply (exchange, SOUP_STATUS_FORBIDDEN, "Geen toegang", session, page);
}

/* Whoever is logged in, and may still be; answered otherwise. */
static Visitor *
admit (OvsPracticeExchange *exchange, OvsPracticeSession **session)
{
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autoptr (Visitor) visitor = NULL;

  *session = ovs_practice_session_find (exchange, KIND);
  if (*session != NULL && (*session)->who != 0)
    {
      row = ovs_practice_db_query (exchange->state->db, COLUMNS "e.id = ?", "l", (*session)->who);
      visitor = read_visitor (row);
    }
  if (visitor == NULL)
    reply_form (exchange, SOUP_STATUS_OK, NULL, NULL);
  else if (is_open (visitor))
    return g_steal_pointer (&visitor);
  else
    reply_closed (exchange, visitor);
  return NULL;
}

static void
show_home (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (Visitor) visitor = admit (exchange, &session);
  OvsPracticeHtml *page;

  if (visitor == NULL)
    return;
  page = ovs_practice_html_new ("werknemerloket/home");
  ovs_practice_html_put (page, "naam", visitor->name);
  ovs_practice_html_put (page, "werkgever", visitor->employer);
  ovs_practice_payslips_list (exchange->state, visitor->id, "/werknemerloket/loonstrook/", page);
  reply (exchange, SOUP_STATUS_OK, visitor->employer, session, page);
}

static void
show_payslip (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (Visitor) visitor = admit (exchange, &session);
  OvsPracticeHtml *page;

  if (visitor == NULL)
    return;
  page = ovs_practice_payslips_show (exchange->state, visitor->id, g_ascii_strtoll (exchange->arguments[0], NULL, 10));
  if (page == NULL)
    {
      ovs_practice_page_redirect (exchange, "/werknemerloket");
      return;
    }
  ovs_practice_html_put (page, "werkgever", visitor->employer);
  ovs_practice_html_put (page, "terug", "/werknemerloket");
  reply (exchange, SOUP_STATUS_OK, "Loonstrook", session, page);
}

static void
log_in (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, KIND);
  const char *user, *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, session, &too_old);
  g_autoptr (OvsPracticeSession) begun = NULL;
  g_autoptr (Visitor) visitor = NULL;

  if (form == NULL)
    return;
  user = ovs_practice_form_get (form, "gebruiker");
  visitor = user != NULL ? find (exchange->state, user) : NULL;
  if (too_old != NULL)
    reply_form (exchange, SOUP_STATUS_FORBIDDEN, user, too_old);
  else if (user == NULL || *user == '\0')
    reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, NULL, "Vul je gebruikersnaam en je wachtwoord in.");
  else if (!ovs_practice_limits_take (exchange->state->limits, "old portal", "", MOST_TRIES_TOGETHER, TOGETHER_SECONDS))
    reply_form (exchange, OVS_PRACTICE_TOO_MANY_REQUESTS, user, "Er loggen nu heel veel mensen in. Probeer het over een paar minuten opnieuw.");
  else if (!ovs_practice_limits_take (exchange->state->limits, "old portal", user, MOST_TRIES, TRIES_SECONDS))
    reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, user,
                "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over een kwartier opnieuw.");
  else if (visitor == NULL || g_strcmp0 (ovs_practice_form_get_raw (form, "wachtwoord"), OVS_PRACTICE_ACCOUNT_PASSWORD) != 0)
    reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, user,
                "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Probeer het nog een keer.");
  else if (!is_open (visitor))
    reply_closed (exchange, visitor);
  else
    {
      ovs_practice_limits_clear (exchange->state->limits, "old portal", user);
      begun = ovs_practice_session_begin (exchange, KIND, visitor->id);
      ovs_practice_page_redirect (exchange, "/werknemerloket");
    }
}

static void
log_out (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, KIND);
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read (exchange, session);

  if (form == NULL)
    return;
  ovs_practice_session_end (exchange, KIND);
  ovs_practice_page_redirect (exchange, "/werknemerloket");
}

const OvsPracticeRoute ovs_practice_werknemerloket_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/werknemerloket", "2018-01-01", show_home },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/werknemerloket", "2018-01-01", log_in },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/werknemerloket/uitloggen", "2018-01-01", log_out },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/werknemerloket/loonstrook/{number}", "2018-01-01", show_payslip },
  { 0 },
};
