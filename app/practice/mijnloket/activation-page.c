/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/mijnloket/links.h"
#include "practice/mijnloket/portal.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/web/later.h"
#include "practice/web/passwords.h"

/* What the link in the second mail leads to: a password is chosen, and the account is active. */

#define BUSY "Het is nu te druk. Probeer het zo nog een keer."

static char *
find_email (OvsPracticeState *state, gint64 employee)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db, "SELECT a.email FROM employee e JOIN account a ON a.id = e.account_id WHERE e.id = ?", "l", employee);

  return ovs_practice_rows_next (row) ? g_strdup (ovs_practice_rows_text (row, 0)) : NULL;
}

static void
reply (OvsPracticeExchange *exchange, guint status, const char *title, const char *template, const char *email, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new (template);
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_html_put (page, "geheim", exchange->arguments[0]);
  ovs_practice_html_put_number (page, "minstens", OVS_PRACTICE_PASSWORD_LEAST);
  ovs_practice_html_put (page, "email", email);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_mijnloket_reply (exchange, status, title, session, page);
}

static void
reply_form (OvsPracticeExchange *exchange, guint status, const OvsPracticeLink *link, const char *problem)
{
  g_autofree char *email = find_email (exchange->state, link->employee);

  reply (exchange, status, "Account activeren", "mijnloket/activation", email, problem);
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

/* Why @password cannot be one, or NULL. */
static const char *
find_problem (const char *password, const char *again)
{
  if (password == NULL || g_utf8_strlen (password, -1) < OVS_PRACTICE_PASSWORD_LEAST)
    return "Dit wachtwoord is te kort. Gebruik minstens 10 tekens, bijvoorbeeld een paar woorden achter elkaar.";
  if (g_utf8_strlen (password, -1) > OVS_PRACTICE_PASSWORD_MOST)
    return "Dit wachtwoord is te lang. Gebruik hoogstens 128 tekens.";
  if (g_strcmp0 (password, again) != 0)
    return "De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in.";
  return NULL;
}

/* The link may have died while the password was hashed. */
static void
on_hashed (OvsPracticeExchange *exchange, const char *hash, gpointer data)
{
  OvsPracticeState *state = exchange->state;
  OvsPracticeLink link = ovs_practice_links_find (state, OVS_PRACTICE_LINK_ACTIVATION, exchange->arguments[0]);
  gint64 account;

  if (link.state != OVS_PRACTICE_LINK_LIVE)
    {
      reply_dead (exchange, link.state);
      return;
    }
  if (hash == NULL)
    {
      reply_form (exchange, SOUP_STATUS_SERVICE_UNAVAILABLE, &link, BUSY);
      return;
    }
  account = ovs_practice_db_number (state->db, 0, "SELECT account_id FROM employee WHERE id = ?", "l", link.employee);
  ovs_practice_mijnloket_activate (state, account, link.employee, hash);
  ovs_practice_page_redirect (exchange, "/mijnloket/inloggen?actief=1");
}

static void
choose_password (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read (exchange, session);
  OvsPracticeLink link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_ACTIVATION, exchange->arguments[0]);
  const char *problem;

  if (form == NULL)
    return;
  problem = find_problem (ovs_practice_form_get_raw (form, "wachtwoord"), ovs_practice_form_get_raw (form, "nogmaals"));
  if (link.state != OVS_PRACTICE_LINK_LIVE)
    reply_dead (exchange, link.state);
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
