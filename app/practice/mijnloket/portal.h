/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/mijnloket/accounts.h"
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

/** The account that is logged in; sends the browser to the log-in page when there is none. @session: (out) (transfer full). */
OvsPracticeAccount *ovs_practice_mijnloket_account (OvsPracticeExchange *exchange, OvsPracticeSession **session);

/**
 * Counts a link that nobody was given. Returns: the status to answer with: 404, or 429 when many are tried in one second. Whoever has a
 * link is never held up by who guesses: 256 bits are not guessed.
 */
guint ovs_practice_mijnloket_count_unknown (OvsPracticeExchange *exchange);

/** Where to go after logging in: to the birth date where an employer waits for it, or home. Returns: (transfer full). */
char *ovs_practice_mijnloket_next (OvsPracticeState *state, gint64 account);

G_END_DECLS
