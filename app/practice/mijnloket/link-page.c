/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/portal.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/web/limits.h"

/* The last step: the birth date, with which an employer is linked to the account. */

#define LIMIT "birth date"
#define MOST_TRIES 5
#define TRIES_SECONDS (60 * 60)

#define LOGGED_OUT                                                                                             \
  "Je bent te lang weggeweest en daarom uitgelogd. Log weer in; daarna kom je terug bij je geboortedatum. Blijft dit komen? Zet dan "   \
  "cookies aan in je browser."

/* An employer that waits for the birth date. */
typedef struct
{
  gint64 employee;
  gint64 employer;
  char *name;
  OvsDay birth; /* OVS_NO_DAY when the employer does not know it */
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_free (waiting->name);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

/* Only of this account, and only while it waits. */
static Waiting *
load (OvsPracticeExchange *exchange, gint64 account)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      exchange->state->db,
      "SELECT e.id, r.id, r.name, e.birth_day FROM employee e JOIN employer r ON r.id = e.employer"
      " WHERE e.id = ? AND e.account_id = ? AND e.ess = 'InvitePending'",
      "ll", g_ascii_strtoll (exchange->arguments[0], NULL, 10), account);
  Waiting *waiting;

  if (!ovs_practice_rows_next (row))
    {
      ovs_practice_page_redirect (exchange, "/mijnloket");
      return NULL;
    }
  waiting = g_new0 (Waiting, 1);
  waiting->employee = ovs_practice_rows_number (row, 0);
  waiting->employer = ovs_practice_rows_number (row, 1);
  waiting->name = g_strdup (ovs_practice_rows_text (row, 2));
  waiting->birth = ovs_practice_rows_day (row, 3);
  return waiting;
}

static void
reply (OvsPracticeExchange *exchange, guint status, OvsPracticeSession *session, Waiting *waiting, OvsPracticeForm *form, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("mijnloket/birth-date");
  static const char *const fields[] = { "dag", "maand", "jaar" };

  ovs_practice_html_put_number (page, "medewerker", waiting->employee);
  ovs_practice_html_put (page, "werkgever", waiting->name);
  ovs_practice_html_put (page, "fout", problem);
  for (gsize i = 0; form != NULL && i < G_N_ELEMENTS (fields); i++)
    ovs_practice_html_put (page, fields[i], ovs_practice_form_get (form, fields[i]));
  ovs_practice_mijnloket_reply (exchange, status, "Geboortedatum", session, page);
}

static void
show (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_mijnloket_account (exchange, &session);
  g_autoptr (Waiting) waiting = account != NULL ? load (exchange, account->id) : NULL;

  if (waiting != NULL)
    reply (exchange, SOUP_STATUS_OK, session, waiting, NULL, NULL);
}

static gboolean
read_number (OvsPracticeForm *form, const char *name, gint64 *number)
{
  const char *text = ovs_practice_form_get (form, name);

  return text != NULL && g_ascii_string_to_signed (text, 10, 1, 9999, number, NULL);
}

static OvsDay
read_day (OvsPracticeForm *form)
{
  gint64 day, month, year;

  if (!read_number (form, "dag", &day) || !read_number (form, "maand", &month) || !read_number (form, "jaar", &year) ||
      !g_date_valid_dmy (day, month, year))
    return OVS_NO_DAY;
  return ovs_day_from_ymd (year, month, day);
}

/* What of the date that was typed cannot be a birth date, so that it is no try; NULL when it can. */
static const char *
find_problem (OvsPracticeState *state, OvsPracticeForm *form, OvsDay *day)
{
  int year = 0;

  *day = read_day (form);
  if (*day != OVS_NO_DAY)
    ovs_day_to_ymd (*day, &year, NULL, NULL);
  if (*day == OVS_NO_DAY)
    return "Deze datum bestaat niet. Vul een dag, een maand en een jaar in, bijvoorbeeld 7, 4 en 1988.";
  if (year < 100)
    return "Vul het jaar in met vier cijfers, bijvoorbeeld 1988.";
  return *day > ovs_clock_today (state->clock) ? "Deze datum ligt in de toekomst. Vul je geboortedatum in." : NULL;
}

/* And how often it can still be tried, or when again. */
static char *
say_wrong (OvsPracticeState *state, const Waiting *waiting, const char *who)
{
  guint left = ovs_practice_limits_left (state->limits, LIMIT, who, MOST_TRIES);

  if (left == 0)
    return g_strdup_printf ("De geboortedatum klopte %d keer niet. Over %u minuten kun je het weer proberen. Vraag intussen aan %s welke "
                            "geboortedatum bekend is. Je account blijft gewoon bestaan.",
                            MOST_TRIES, ovs_practice_limits_minutes (state->limits, LIMIT, who), waiting->name);
  return g_strdup_printf ("Deze geboortedatum hoort niet bij wat %s van je weet. Kijk of je geen typefout maakte. Klopt de datum toch? Vraag "
                          "dan aan %s welke geboortedatum bekend is. Je kunt het nu nog %u keer proberen.",
                          waiting->name, waiting->name, left);
}

static void
try_date (OvsPracticeExchange *exchange, OvsPracticeSession *session, Waiting *waiting, OvsPracticeForm *form)
{
  OvsPracticeState *state = exchange->state;
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, waiting->employee);
  g_autofree char *wrong = NULL;
  OvsDay day;
  const char *problem = find_problem (state, form, &day);

  if (problem != NULL)
    {
      reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, waiting, form, problem);
      return;
    }
  if (!ovs_practice_limits_take (state->limits, LIMIT, who, MOST_TRIES, TRIES_SECONDS) || day != waiting->birth)
    {
      wrong = say_wrong (state, waiting, who);
      reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, waiting, form, wrong);
      return;
    }
  ovs_practice_mijnloket_link (state, waiting->employee);
  ovs_practice_review_product (state, waiting->employer, ovs_clock_now (state->clock));
  ovs_practice_page_redirect (exchange, "/mijnloket?gereed=1");
}

static void
link_employer (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) sender = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  const char *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, sender, &too_old);
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = NULL;
  g_autoptr (Waiting) waiting = NULL;

  if (form == NULL)
    return;
  if (sender == NULL || sender->who == 0)
    {
      ovs_practice_mijnloket_ask_to_log_in (exchange, SOUP_STATUS_FORBIDDEN, LOGGED_OUT);
      return;
    }
  account = ovs_practice_mijnloket_account (exchange, &session);
  waiting = account != NULL ? load (exchange, account->id) : NULL;
  if (waiting != NULL && too_old != NULL)
    reply (exchange, SOUP_STATUS_FORBIDDEN, session, waiting, form, too_old);
  else if (waiting != NULL)
    try_date (exchange, session, waiting, form);
}

const OvsPracticeRoute ovs_practice_link_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/koppelen/{number}", "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/mijnloket/koppelen/{number}", "2018-01-01", link_employer },
  { 0 },
};
