/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/links.h"
#include "practice/mijnloket/portal.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/web/limits.h"

/* What the link in an invitation leads to: the first step, or why there is none. */

#define LONGEST_NAME 100
#define MOST_MAILS 3
#define MAILS_SECONDS (60 * 60)

/* Who is invited, and where. */
typedef struct
{
  char *email;
  char *employer;
  gint64 account; /* 0: he has not begun */
} Invited;

static void
invited_free (Invited *invited)
{
  g_free (invited->email);
  g_free (invited->employer);
  g_free (invited);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Invited, invited_free)

static Invited *
load (OvsPracticeState *state, gint64 employee)
{
  Invited *invited = g_new0 (Invited, 1);
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db, "SELECT e.email, r.name, e.account_id FROM employee e JOIN employer r ON r.id = e.employer WHERE e.id = ?", "l",
      employee);

  if (ovs_practice_rows_next (row))
    {
      invited->email = g_strdup (ovs_practice_rows_text (row, 0));
      invited->employer = g_strdup (ovs_practice_rows_text (row, 1));
      invited->account = ovs_practice_rows_number (row, 2);
    }
  return invited;
}

static void
reply (OvsPracticeExchange *exchange, guint status, const char *title, const char *template, Invited *invited, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new (template);
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_html_put (page, "geheim", exchange->arguments[0]);
  if (invited != NULL)
    {
      ovs_practice_html_put (page, "email", invited->email);
      ovs_practice_html_put (page, "werkgever", invited->employer);
    }
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_mijnloket_reply (exchange, status, title, session, page);
}

/* The next step of whoever used his link already. */
static void
reply_used (OvsPracticeExchange *exchange, Invited *invited)
{
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_load (exchange->state, invited->account);

  if (account != NULL && !account->activated)
    reply (exchange, SOUP_STATUS_OK, "Tweede mail", "mijnloket/second-mail", invited, NULL);
  else
    reply (exchange, SOUP_STATUS_GONE, "Link al gebruikt", "mijnloket/link-used", invited, NULL);
}

static void
reply_live (OvsPracticeExchange *exchange, Invited *invited, guint status, const char *problem)
{
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_find (exchange->state, invited->email != NULL ? invited->email : "");

  if (account != NULL && account->activated)
    reply (exchange, status, "Inloggen", "mijnloket/invitation-known", invited, problem);
  else
    reply (exchange, status, "Account aanmaken", "mijnloket/invitation", invited, problem);
}

static void
reply_by_state (OvsPracticeExchange *exchange, const OvsPracticeLink *link, Invited *invited)
{
  OvsPracticeDeadLink dead;

  if (link->state == OVS_PRACTICE_LINK_LIVE)
    {
      reply_live (exchange, invited, SOUP_STATUS_OK, NULL);
      return;
    }
  if (link->state == OVS_PRACTICE_LINK_USED)
    {
      reply_used (exchange, invited);
      return;
    }
  dead = ovs_practice_mijnloket_dead_link (exchange, link->state);
  reply (exchange, dead.status, dead.title, dead.template, invited, NULL);
}

static void
show (OvsPracticeExchange *exchange)
{
  OvsPracticeLink link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_INVITATION, exchange->arguments[0]);
  g_autoptr (Invited) invited = load (exchange->state, link.employee);

  reply_by_state (exchange, &link, invited);
}

/* Reads a form of this page; NULL, and answered, when it is none or the link lives no more. */
static OvsPracticeForm *
read_form (OvsPracticeExchange *exchange, OvsPracticeLink *link, OvsPracticeLinkState wanted)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read (exchange, session);

  *link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_INVITATION, exchange->arguments[0]);
  if (form != NULL && link->state != wanted)
    {
      g_autoptr (Invited) invited = load (exchange->state, link->employee);

      reply_by_state (exchange, link, invited);
      return NULL;
    }
  return g_steal_pointer (&form);
}

static void
redirect_back (OvsPracticeExchange *exchange)
{
  g_autofree char *path = g_strconcat ("/mijnloket/uitnodiging/", exchange->arguments[0], NULL);

  ovs_practice_page_redirect (exchange, path);
}

/* *Volgende*: the account is made, and the second mail goes out. */
static void
make_account (OvsPracticeExchange *exchange)
{
  OvsPracticeLink link;
  g_autoptr (OvsPracticeForm) form = read_form (exchange, &link, OVS_PRACTICE_LINK_LIVE);
  g_autoptr (Invited) invited = NULL;
  const char *first_name;

  if (form == NULL)
    return;
  first_name = ovs_practice_form_get (form, "voornaam");
  if (first_name == NULL || *first_name == '\0' || g_utf8_strlen (first_name, -1) > LONGEST_NAME)
    {
      invited = load (exchange->state, link.employee);
      reply_live (exchange, invited, SOUP_STATUS_UNPROCESSABLE_ENTITY, "Vul je voornaam in.");
      return;
    }
  ovs_practice_mijnloket_make_account (exchange->state, link.employee, first_name);
  redirect_back (exchange);
}

/* Who has an account goes on to log in, and finds the employer there. */
static void
go_on_with_account (OvsPracticeExchange *exchange)
{
  OvsPracticeState *state = exchange->state;
  OvsPracticeLink link;
  g_autoptr (OvsPracticeForm) form = read_form (exchange, &link, OVS_PRACTICE_LINK_LIVE);
  g_autoptr (Invited) invited = NULL;
  g_autoptr (OvsPracticeAccount) account = NULL;

  if (form == NULL)
    return;
  invited = load (state, link.employee);
  account = ovs_practice_accounts_find (state, invited->email != NULL ? invited->email : "");
  if (account == NULL || !account->activated)
    {
      redirect_back (exchange);
      return;
    }
  ovs_practice_accounts_take (state, account->id, link.employee);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_INVITATION, link.employee, OVS_PRACTICE_LINK_USED);
  ovs_practice_page_redirect (exchange, "/mijnloket/inloggen");
}

/* The second mail once more, for whoever does not find it. */
static void
send_again (OvsPracticeExchange *exchange)
{
  OvsPracticeLink link;
  g_autoptr (OvsPracticeForm) form = read_form (exchange, &link, OVS_PRACTICE_LINK_USED);
  g_autoptr (Invited) invited = NULL;
  g_autoptr (OvsPracticeAccount) account = NULL;
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, link.employee);

  if (form == NULL)
    return;
  invited = load (exchange->state, link.employee);
  account = ovs_practice_accounts_load (exchange->state, invited->account);
  if (account == NULL || account->activated)
    {
      reply_used (exchange, invited);
      return;
    }
  if (!ovs_practice_limits_take (exchange->state->limits, "second mail", who, MOST_MAILS, MAILS_SECONDS))
    {
      reply (exchange, SOUP_STATUS_OK, "Tweede mail", "mijnloket/second-mail", invited,
             "Er zijn al een paar mails achter elkaar gestuurd. Kijk ook bij de ongewenste mail, en probeer het over een uur opnieuw.");
      return;
    }
  ovs_practice_mijnloket_make_account (exchange->state, link.employee, account->first_name);
  redirect_back (exchange);
}

#define INVITATION "/mijnloket/uitnodiging/{secret}"

const OvsPracticeRoute ovs_practice_invitation_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", INVITATION, "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", INVITATION, "2018-01-01", make_account },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", INVITATION "/inloggen", "2018-01-01", go_on_with_account },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", INVITATION "/opnieuw", "2018-01-01", send_again },
  { 0 },
};
