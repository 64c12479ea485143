/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/refusal.h"
#include "practice/state.h"

G_BEGIN_DECLS

/* What Loket does to one employee's access, with the events and mails that follow. Inside a transaction. */

/** SendInvite, RevokeAccess or ReinstateAccess in MijnLoket. */
OvsPracticeRefusal ovs_practice_mijnloket_act      (OvsPracticeState *state, gint64 employee, const char *verb);

/** An action in Werknemerloket. */
OvsPracticeRefusal ovs_practice_werknemerloket_act (OvsPracticeState *state, gint64 employee, const char *verb);

/** Whether @verb is one of the actions of that portal. */
gboolean           ovs_practice_mijnloket_knows      (const char *verb);
gboolean           ovs_practice_werknemerloket_knows (const char *verb);

/** Blocks access to Werknemerloket at @at, with its event and mail. */
void               ovs_practice_werknemerloket_block (OvsPracticeState *state, gint64 employee, gint64 at);

/**
 * The first step of an employee who is invited: his account is made under the address that was invited, and the mail with which it is
 * activated is sent, also when it was before. Returns: the account; 0 when no invitation is pending.
 */
gint64             ovs_practice_mijnloket_make_account (OvsPracticeState *state, gint64 employee, const char *first_name);

/** The second one: @password (its hash, or NULL for the practice password) is chosen. Also a new one, which signs out who is in by the old one. */
void               ovs_practice_mijnloket_activate (OvsPracticeState *state, gint64 account, gint64 employee, const char *password);

/**
 * Sends a mail with a link to choose a new password to whoever has an account with the address @email, once more with the second mail when it
 * was never activated; does nothing when there is none.
 */
void               ovs_practice_mijnloket_offer_password (OvsPracticeState *state, const char *email);

/**
 * Reminds an employee whose invitation is pending, at @at: with a link to where he stopped, be it that he never began, or that he made
 * an account and did not activate it, or did not link it.
 */
void               ovs_practice_mijnloket_remind   (OvsPracticeState *state, gint64 employee, gint64 at);

/**
 * The last one: the employer is linked to the account that the employee is tied to. FALSE when no invitation is pending. The caller
 * reviews product 500 afterwards.
 */
gboolean           ovs_practice_mijnloket_link     (OvsPracticeState *state, gint64 employee);

/** All steps at once, as far as they are to be done; the rest as ovs_practice_mijnloket_link(). */
gboolean           ovs_practice_mijnloket_finish   (OvsPracticeState *state, gint64 employee);

/**
 * As far as somebody goes who stops: his account is made, and with @with_password also activated, but the employer is not linked. Who has an
 * account already only leaves out the birth date. Nothing when no invitation is pending.
 */
void               ovs_practice_mijnloket_stop_halfway (OvsPracticeState *state, gint64 employee, gboolean with_password);

/** The mail of a pending invitation came back: the invitation failed after all. */
void               ovs_practice_mijnloket_bounce   (OvsPracticeState *state, gint64 employee);

/**
 * Takes product 500 away from an employer that is fully over: somebody is linked, nobody who is still employed has access to
 * Werknemerloket, and nobody who is still employed is waiting in MijnLoket.
 */
void               ovs_practice_review_product     (OvsPracticeState *state, gint64 employer, gint64 at);

G_END_DECLS
