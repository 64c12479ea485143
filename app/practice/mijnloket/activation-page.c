/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/links.h"
#include "practice/mijnloket/password-rule.h"
#include "practice/mijnloket/portal.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/web/later.h"
#include "practice/web/limits.h"
#include "practice/web/passwords.h"

/* What the link in the second mail leads to: a password is chosen, and the account is active. */

#define BUSY "Het is nu te druk. Probeer het zo nog een keer."

/* The account that the link is for. */
static OvsPracticeAccount *
find_account (OvsPracticeState *state, const OvsPracticeLink *link)
{
  return ovs_practice_accounts_load (
      state, ovs_practice_db_number (state->db, 0, "SELECT account_id FROM employee WHERE id = ?", "l", link->employee));
}

/* @account: (nullable) */
static void
reply (OvsPracticeExchange *exchange, guint status, const char *title, const char *template, const OvsPracticeAccount *account, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new (template);
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_html_put (page, "geheim", exchange->arguments[0]);
  ovs_practice_html_put_number (page, "minstens", OVS_PRACTICE_PASSWORD_LEAST);
  if (account != NULL)
    ovs_practice_html_put (page, "email", account->email);
  ovs_practice_html_put_flag (page, "nieuw", account != NULL && account->activated);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_mijnloket_reply (exchange, status, title, session, page);
}

static void
reply_form (OvsPracticeExchange *exchange, guint status, const OvsPracticeLink *link, const char *problem)
{
  g_autoptr (OvsPracticeAccount) account = find_account (exchange->state, link);
  gboolean again = account != NULL && account->activated;

  reply (exchange, status, again ? "Nieuw wachtwoord" : "Account activeren", "mijnloket/activation", account, problem);
}

static void
reply_dead (OvsPracticeExchange *exchange, OvsPracticeLinkState state)
{
  OvsPracticeDeadLink dead = ovs_practice_mijnloket_dead_link (exchange, state);

  reply (exchange, dead.status, dead.title, dead.template, NULL, NULL);
}

static void
show (OvsPracticeExchange *exchange)
{
  OvsPracticeLink link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_ACTIVATION, exchange->arguments[0]);

  if (link.state == OVS_PRACTICE_LINK_LIVE)
    reply_form (exchange, SOUP_STATUS_OK, &link, NULL);
  else
    reply_dead (exchange, link.state);
}

/* The link may have died while the password was hashed. */
static void
on_hashed (OvsPracticeExchange *exchange, const char *hash, gpointer data)
{
  OvsPracticeState *state = exchange->state;
  OvsPracticeLink link = ovs_practice_links_find (state, OVS_PRACTICE_LINK_ACTIVATION, exchange->arguments[0]);
  g_autoptr (OvsPracticeAccount) account = find_account (state, &link);

  if (link.state != OVS_PRACTICE_LINK_LIVE || account == NULL)
    {
      reply_dead (exchange, link.state != OVS_PRACTICE_LINK_LIVE ? link.state : OVS_PRACTICE_LINK_UNKNOWN);
      return;
    }
  if (hash == NULL)
    {
      reply_form (exchange, SOUP_STATUS_SERVICE_UNAVAILABLE, &link, BUSY);
      return;
    }
  ovs_practice_mijnloket_activate (state, account->id, link.employee, hash);
  ovs_practice_limits_clear (state->limits, "log in", account->email);
  /* He logs in by himself: so he sees at once that the password is the one that he meant. */
  ovs_practice_mijnloket_put_out (exchange, 0);
  ovs_practice_page_redirect (exchange, account->activated ? "/mijnloket/inloggen?nieuw=1" : "/mijnloket/inloggen?actief=1");
}

static void
choose_password (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  const char *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, session, &too_old);
  g_autoptr (OvsPracticeAccount) account = NULL;
  OvsPracticeLink link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_ACTIVATION, exchange->arguments[0]);
  const char *problem;

  if (form == NULL)
    return;
  account = find_account (exchange->state, &link);
  problem = ovs_practice_password_problem (ovs_practice_form_get_raw (form, "wachtwoord"), ovs_practice_form_get_raw (form, "nogmaals"),
                                           account != NULL ? account->email : NULL);
  if (link.state != OVS_PRACTICE_LINK_LIVE)
    reply_dead (exchange, link.state);
  else if (too_old != NULL)
    reply_form (exchange, SOUP_STATUS_FORBIDDEN, &link, too_old);
  else if (problem != NULL)
    reply_form (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, &link, problem);
  else if (ovs_practice_later_is_full (exchange->state->later))
    reply_form (exchange, SOUP_STATUS_SERVICE_UNAVAILABLE, &link, BUSY);
  else
    ovs_practice_passwords_hash (exchange, ovs_practice_form_get_raw (form, "wachtwoord"), on_hashed, NULL, NULL);
}

#define ACTIVATION "/mijnloket/activeren/{secret}"

const OvsPracticeRoute ovs_practice_activation_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", ACTIVATION, "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", ACTIVATION, "2018-01-01", choose_password },
  { 0 },
};
