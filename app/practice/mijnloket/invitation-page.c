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
  char *status;   /* (nullable) of his access, in Loket's words */
  gint64 account; /* 0: he has not begun */
} Invited;

static void
invited_free (Invited *invited)
{
  g_free (invited->email);
  g_free (invited->employer);
  g_free (invited->status);
  g_free (invited);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Invited, invited_free)

static Invited *
load (OvsPracticeState *state, gint64 employee)
{
  Invited *invited = g_new0 (Invited, 1);
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db, "SELECT e.email, r.name, e.account_id, e.ess FROM employee e JOIN employer r ON r.id = e.employer WHERE e.id = ?", "l",
      employee);

  if (ovs_practice_rows_next (row))
    {
      invited->email = g_strdup (ovs_practice_rows_text (row, 0));
      invited->employer = g_strdup (ovs_practice_rows_text (row, 1));
      invited->account = ovs_practice_rows_number (row, 2);
      invited->status = g_strdup (ovs_practice_rows_text (row, 3));
    }
  return invited;
}

/* @form: (nullable): what was typed stays */
static void
reply_kept (OvsPracticeExchange *exchange, guint status, const char *title, const char *template, Invited *invited, OvsPracticeForm *form, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new (template);
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  ovs_practice_html_put (page, "geheim", exchange->arguments[0]);
  if (invited != NULL)
    {
      ovs_practice_html_put (page, "email", invited->email);
      ovs_practice_html_put (page, "werkgever", invited->employer);
    }
  if (form != NULL)
    ovs_practice_html_put (page, "voornaam", ovs_practice_form_get (form, "voornaam"));
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_mijnloket_reply (exchange, status, title, session, page);
}

static void
reply (OvsPracticeExchange *exchange, guint status, const char *title, const char *template, Invited *invited, const char *problem)
{
  reply_kept (exchange, status, title, template, invited, NULL, problem);
}

static void
reply_dead (OvsPracticeExchange *exchange, OvsPracticeLinkState state, Invited *invited)
{
  OvsPracticeDeadLink dead = ovs_practice_mijnloket_dead_link (exchange, state);

  reply (exchange, dead.status, dead.title, dead.template, invited, NULL);
}

/* The next step of whoever used his link already. */
static void
reply_used (OvsPracticeExchange *exchange, Invited *invited, guint status, const char *problem)
{
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_load (exchange->state, invited->account);

  /* Whoever stopped after the first step goes on, as long as the invitation is good. */
  if (g_strcmp0 (invited->status, "InviteCancelled") == 0)
    reply_dead (exchange, OVS_PRACTICE_LINK_WITHDRAWN, invited);
  else if (g_strcmp0 (invited->status, "InviteExpired") == 0 || g_strcmp0 (invited->status, "InviteFailed") == 0)
    reply_dead (exchange, OVS_PRACTICE_LINK_EXPIRED, invited);
  else if (account != NULL && !account->activated)
    reply (exchange, status, "Tweede mail", "mijnloket/second-mail", invited, problem);
  else
    reply_dead (exchange, OVS_PRACTICE_LINK_USED, invited);
}

static void
reply_live (OvsPracticeExchange *exchange, Invited *invited, guint status, OvsPracticeForm *form, const char *problem)
{
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_find (exchange->state, invited->email != NULL ? invited->email : "");

  if (account != NULL && account->activated)
    reply (exchange, status, "Inloggen", "mijnloket/invitation-known", invited, problem);
  else
    reply_kept (exchange, status, "Account aanmaken", "mijnloket/invitation", invited, form, problem);
}

/* @form, @problem: (nullable): of a form that has to be sent again */
static void
reply_by_state (OvsPracticeExchange *exchange, const OvsPracticeLink *link, Invited *invited, OvsPracticeForm *form, const char *problem)
{
  guint status = problem != NULL ? SOUP_STATUS_FORBIDDEN : SOUP_STATUS_OK;

  if (link->state == OVS_PRACTICE_LINK_LIVE)
    reply_live (exchange, invited, status, form, problem);
  else if (link->state == OVS_PRACTICE_LINK_USED)
    reply_used (exchange, invited, status, problem);
  else
    reply_dead (exchange, link->state, invited);
}

static void
show (OvsPracticeExchange *exchange)
{
  OvsPracticeLink link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_INVITATION, exchange->arguments[0]);
  g_autoptr (Invited) invited = load (exchange->state, link.employee);

  reply_by_state (exchange, &link, invited, NULL, NULL);
}

/* Reads a form of this page; NULL, and answered, when it is none or the link lives no more. */
static OvsPracticeForm *
read_form (OvsPracticeExchange *exchange, OvsPracticeLink *link, OvsPracticeLinkState wanted)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  const char *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, session, &too_old);

  *link = ovs_practice_links_find (exchange->state, OVS_PRACTICE_LINK_INVITATION, exchange->arguments[0]);
  if (form != NULL && (link->state != wanted || too_old != NULL))
    {
      g_autoptr (Invited) invited = load (exchange->state, link->employee);

      reply_by_state (exchange, link, invited, form, too_old);
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

/* Why nobody can be called so, or NULL. */
static const char *
find_problem (const char *first_name)
{
  if (first_name == NULL || *first_name == '\0')
    return "Vul je voornaam in.";
  return g_utf8_strlen (first_name, -1) > LONGEST_NAME ? "Deze naam is te lang. Gebruik hoogstens 100 tekens." : NULL;
}

/* *Volgende*: the account is made, and the second mail goes out. */
static void
make_account (OvsPracticeExchange *exchange)
{
  OvsPracticeLink link;
  g_autoptr (OvsPracticeForm) form = read_form (exchange, &link, OVS_PRACTICE_LINK_LIVE);
  g_autoptr (Invited) invited = NULL;
  const char *first_name, *problem;

  if (form == NULL)
    return;
  first_name = ovs_practice_form_get (form, "voornaam");
  problem = find_problem (first_name);
  if (problem != NULL)
    {
      invited = load (exchange->state, link.employee);
      reply_live (exchange, invited, SOUP_STATUS_UNPROCESSABLE_ENTITY, form, problem);
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
  ovs_practice_mijnloket_put_out (exchange, account->id);
  /* Who is in already goes on to the birth date. */
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
  if (account == NULL || account->activated || g_strcmp0 (invited->status, "InvitePending") != 0)
    {
      reply_used (exchange, invited, SOUP_STATUS_OK, NULL);
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
