/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/portal.h"

#include "practice/web/limits.h"

/* Links that nobody was given, in a second. */
#define MOST_UNKNOWN 20

void
ovs_practice_mijnloket_reply (
    OvsPracticeExchange *exchange, guint status, const char *title, OvsPracticeSession *session, OvsPracticeHtml *content)
{
  OvsPracticeHtml *head = ovs_practice_html_new ("mijnloket/head");
  /* The title is what is read first, by ear too. */
  gboolean wrong = status == SOUP_STATUS_UNPROCESSABLE_ENTITY;
  g_autofree char *whole = g_strconcat (wrong ? "Fout: " : "", title, " – MijnLoket (Oefenloket)", NULL);

  ovs_practice_html_put_flag (content, "onjuist", wrong);
  if (session != NULL)
    ovs_practice_session_put (session, content);
  if (session != NULL && session->who != 0)
    {
      ovs_practice_session_put (session, head);
      ovs_practice_html_put_flag (head, "ingelogd", TRUE);
    }
  ovs_practice_page_reply (exchange, status, "mijnloket", whole, head, content);
}

OvsPracticeAccount *
ovs_practice_mijnloket_account (OvsPracticeExchange *exchange, OvsPracticeSession **session)
{
  OvsPracticeAccount *account = NULL;

  *session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  if (*session != NULL && (*session)->who != 0)
    account = ovs_practice_accounts_load (exchange->state, (*session)->who);
  if (account == NULL)
    ovs_practice_page_redirect (exchange, ovs_practice_session_was_there (exchange, OVS_PRACTICE_SESSION_MIJNLOKET)
                                              ? "/mijnloket/inloggen?verlopen=1"
                                              : "/mijnloket/inloggen");
  return account;
}

void
ovs_practice_mijnloket_put_out (OvsPracticeExchange *exchange, gint64 account)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);

  if (session != NULL && session->who != 0 && session->who != account)
    ovs_practice_session_end (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
}

/* Many in one second are turned away. Whoever has a link is never held up by who guesses: 256 bits are not guessed. */
static guint
count_unknown (OvsPracticeExchange *exchange)
{
  if (ovs_practice_limits_take (exchange->state->limits, "unknown link", "", MOST_UNKNOWN, 1))
    return SOUP_STATUS_NOT_FOUND;
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Retry-After", "1");
  return OVS_PRACTICE_TOO_MANY_REQUESTS;
}

char *
ovs_practice_mijnloket_next (OvsPracticeState *state, gint64 account)
{
  gint64 employee = ovs_practice_db_number (
      state->db, 0, "SELECT id FROM employee WHERE account_id = ? AND ess = 'InvitePending' ORDER BY invited_at LIMIT 1", "l", account);

  return employee != 0 ? g_strdup_printf ("/mijnloket/koppelen/%" G_GINT64_FORMAT, employee) : g_strdup ("/mijnloket");
}

OvsPracticeDeadLink
ovs_practice_mijnloket_dead_link (OvsPracticeExchange *exchange, OvsPracticeLinkState state)
{
  static const OvsPracticeDeadLink pages[] = {
    [OVS_PRACTICE_LINK_UNKNOWN] = { SOUP_STATUS_NOT_FOUND, "Link onbekend", "mijnloket/link-unknown" },
    [OVS_PRACTICE_LINK_USED] = { SOUP_STATUS_GONE, "Link al gebruikt", "mijnloket/link-used" },
    [OVS_PRACTICE_LINK_EXPIRED] = { SOUP_STATUS_GONE, "Link verlopen", "mijnloket/link-expired" },
    [OVS_PRACTICE_LINK_WITHDRAWN] = { SOUP_STATUS_GONE, "Uitnodiging ingetrokken", "mijnloket/link-withdrawn" },
    [OVS_PRACTICE_LINK_REPLACED] = { SOUP_STATUS_GONE, "Er is een nieuwere link", "mijnloket/link-replaced" },
  };

  OvsPracticeDeadLink dead;

  g_return_val_if_fail (state != OVS_PRACTICE_LINK_LIVE && state < G_N_ELEMENTS (pages), pages[OVS_PRACTICE_LINK_UNKNOWN]);

  dead = pages[state];
  if (state == OVS_PRACTICE_LINK_UNKNOWN)
    dead.status = count_unknown (exchange);
  return dead;
}
