/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/mijnloket/accounts.h"
#include "practice/mijnloket/links.h"
#include "practice/web/form.h"
#include "practice/web/page.h"

G_BEGIN_DECLS

/**
 * Answers with a page of MijnLoket.
 * @session: (nullable): its form token is put at `{csrf}` of the page, and of the button to log out when somebody is logged in
 * @content: (transfer full)
 */
void ovs_practice_mijnloket_reply (OvsPracticeExchange *exchange, guint status, const char *title, OvsPracticeSession *session,
                                   OvsPracticeHtml *content);

/* A page about a link that leads nowhere any more. */
typedef struct
{
  guint status;
  const char *title;
  const char *template;
} OvsPracticeDeadLink;

/** The page of a link that is not %OVS_PRACTICE_LINK_LIVE: each way to die has its own. One that was never given out is counted as a try. */
OvsPracticeDeadLink ovs_practice_mijnloket_dead_link (OvsPracticeExchange *exchange, OvsPracticeLinkState state);

/** The account that is logged in; sends the browser to the log-in page when there is none. @session: (out) (transfer full). */
OvsPracticeAccount *ovs_practice_mijnloket_account (OvsPracticeExchange *exchange, OvsPracticeSession **session);

/** Signs out whoever is signed in here and is not @account: two people can share a phone, and the second one came with a link of his own. */
void ovs_practice_mijnloket_put_out (OvsPracticeExchange *exchange, gint64 account);

/** Answers with the page to log in, and @problem above it. */
void ovs_practice_mijnloket_ask_to_log_in (OvsPracticeExchange *exchange, guint status, const char *problem);

/** Where to go after logging in: to the birth date where an employer waits for it, or home. Returns: (transfer full). */
char *ovs_practice_mijnloket_next (OvsPracticeState *state, gint64 account);

G_END_DECLS
