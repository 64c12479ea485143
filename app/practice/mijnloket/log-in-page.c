/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/links.h"
#include "practice/mijnloket/portal.h"
#include "practice/routes.h"
#include "practice/web/later.h"
#include "practice/web/limits.h"
#include "practice/web/passwords.h"

/* In and out of MijnLoket. */

#define MOST_TRIES 5
#define TRIES_SECONDS (15 * 60)

/* Of everybody together, so that nobody guesses one password at many addresses. A whole office logs in on the day of the conversion. */
#define MOST_TRIES_TOGETHER 1200
#define TOGETHER_SECONDS 60

static void
reply_form (OvsPracticeExchange *exchange, guint status, const char *email, const char *problem)
{
  /* What led here. */
  static const char *const notes[] = { "actief", "nieuw", "verlopen" };
  OvsPracticeHtml *page = ovs_practice_html_new ("mijnloket/log-in");
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_html_put (page, "email", email);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_html_put (page, "oefenwachtwoord", OVS_PRACTICE_ACCOUNT_PASSWORD);
  for (gsize i = 0; problem == NULL && i < G_N_ELEMENTS (notes); i++)
    ovs_practice_html_put_flag (page, notes[i], ovs_practice_exchange_get_query (exchange, notes[i]) != NULL);
  ovs_practice_mijnloket_reply (exchange, status, "Inloggen", session, page);
}

void
ovs_practice_mijnloket_ask_to_log_in (OvsPracticeExchange *exchange, guint status, const char *problem)
{
  reply_form (exchange, status, NULL, problem);
}

/* Who is in already goes on. */
static void
show (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  g_autofree char *next = NULL;

  if (session != NULL && session->who != 0)
    {
      next = ovs_practice_mijnloket_next (exchange->state, session->who);
      ovs_practice_page_redirect (exchange, next);
      return;
    }
  reply_form (exchange, SOUP_STATUS_OK, NULL, NULL);
}

static void
let_in (OvsPracticeExchange *exchange, OvsPracticeAccount *account)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_begin (exchange, OVS_PRACTICE_SESSION_MIJNLOKET, account->id);
  g_autofree char *next = ovs_practice_mijnloket_next (exchange->state, account->id);

  ovs_practice_limits_clear (exchange->state->limits, "log in", account->email);
  ovs_practice_links_end_passwords (exchange->state, account->id);
  ovs_practice_page_redirect (exchange, next);
}

/* The same words for an address without an account as for a wrong password. */
static void
turn_away (OvsPracticeExchange *exchange, const char *email)
{
  reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, email,
              "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Probeer het nog een keer.");
}

static void
on_checked (OvsPracticeExchange *exchange, gboolean fits, gpointer data)
{
  const char *email = data;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_find (exchange->state, email);

  if (fits && account != NULL && account->activated)
    let_in (exchange, account);
  else
    turn_away (exchange, email);
}

/* Why nobody can try this address now, or NULL. Counts the try. */
static char *
find_limit (OvsPracticeState *state, const char *email, guint *status)
{
  *status = OVS_PRACTICE_TOO_MANY_REQUESTS;
  /* First, so that nobody fills the list of limits with addresses that he makes up. */
  if (!ovs_practice_limits_take (state->limits, "log in", "", MOST_TRIES_TOGETHER, TOGETHER_SECONDS) ||
      ovs_practice_later_is_full (state->later))
    return g_strdup ("Er loggen nu heel veel mensen in. Probeer het over een paar minuten opnieuw.");
  *status = SOUP_STATUS_UNPROCESSABLE_ENTITY;
  if (!ovs_practice_limits_take (state->limits, "log in", email, MOST_TRIES, TRIES_SECONDS))
    return g_strdup_printf ("Er is te vaak een verkeerd wachtwoord ingevuld. Over %u minuten kun je het weer proberen.",
                            ovs_practice_limits_minutes (state->limits, "log in", email));
  return NULL;
}

static void
log_in (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  const char *given, *password, *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, session, &too_old);
  g_autoptr (OvsPracticeAccount) account = NULL;
  g_autofree char *email = NULL;
  g_autofree char *problem = NULL;
  guint status;

  if (form == NULL)
    return;
  given = ovs_practice_form_get (form, "email");
  password = ovs_practice_form_get_raw (form, "wachtwoord");
  if (too_old != NULL)
    {
      reply_form (exchange, SOUP_STATUS_FORBIDDEN, given, too_old);
      return;
    }
  if (given == NULL || *given == '\0' || password == NULL || *password == '\0')
    {
      reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, given, "Vul je e-mailadres en je wachtwoord in.");
      return;
    }
  email = g_utf8_strdown (given, -1);
  problem = find_limit (exchange->state, email, &status);
  if (problem != NULL)
    {
      reply_form (exchange, status, given, problem);
      return;
    }
  account = ovs_practice_accounts_find (exchange->state, email);
  /* Whom the practice Loket activated itself has no password of his own. */
  if (account != NULL && account->activated && account->password == NULL && g_str_equal (password, OVS_PRACTICE_ACCOUNT_PASSWORD))
    let_in (exchange, account);
  else
    ovs_practice_passwords_check (exchange, password, account != NULL ? account->password : NULL, on_checked, g_strdup (email), g_free);
}

static void
log_out (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read (exchange, session);

  if (form == NULL)
    return;
  ovs_practice_session_end (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  ovs_practice_page_redirect (exchange, "/mijnloket/inloggen");
}

const OvsPracticeRoute ovs_practice_log_in_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/inloggen", "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/mijnloket/inloggen", "2018-01-01", log_in },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/mijnloket/uitloggen", "2018-01-01", log_out },
  { 0 },
};
