/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/links.h"
#include "practice/mijnloket/portal.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/web/limits.h"

/* For whoever forgot the password: a mail with a link to choose a new one. The page says the same whether there is an account or not. */

#define MOST_MAILS 3
#define MAILS_SECONDS (60 * 60)
#define MOST_MAILS_TOGETHER 600
#define TOGETHER_SECONDS 60

static void
reply_form (OvsPracticeExchange *exchange, guint status, const char *email, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("mijnloket/password");
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_html_put (page, "email", email);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_mijnloket_reply (exchange, status, "Wachtwoord vergeten", session, page);
}

static void
show (OvsPracticeExchange *exchange)
{
  reply_form (exchange, SOUP_STATUS_OK, NULL, NULL);
}

static void
show_sent (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_mijnloket_reply (exchange, SOUP_STATUS_OK, "Kijk in je mail", session, ovs_practice_html_new ("mijnloket/password-sent"));
}

static void
ask (OvsPracticeExchange *exchange)
{
  OvsPracticeState *state = exchange->state;
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  const char *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, session, &too_old);
  g_autofree char *email = NULL;
  const char *given;

  if (form == NULL)
    return;
  given = ovs_practice_form_get (form, "email");
  if (too_old != NULL)
    reply_form (exchange, SOUP_STATUS_FORBIDDEN, given, too_old);
  else if (given == NULL || *given == '\0')
    reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, NULL, "Vul je e-mailadres in.");
  else if (!ovs_practice_limits_take (state->limits, "new password", "", MOST_MAILS_TOGETHER, TOGETHER_SECONDS))
    reply_form (exchange, OVS_PRACTICE_TOO_MANY_REQUESTS, given, "Het is nu te druk. Probeer het over een paar minuten opnieuw.");
  else
    {
      email = g_utf8_strdown (given, -1);
      if (ovs_practice_limits_take (state->limits, "new password", email, MOST_MAILS, MAILS_SECONDS))
        ovs_practice_mijnloket_offer_password (state, email);
      ovs_practice_page_redirect (exchange, "/mijnloket/wachtwoord/verstuurd");
    }
}

const OvsPracticeRoute ovs_practice_password_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/wachtwoord", "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/mijnloket/wachtwoord", "2018-01-01", ask },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/wachtwoord/verstuurd", "2018-01-01", show_sent },
  { 0 },
};
