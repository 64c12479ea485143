/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** 256 random bits as text that fits in a URL. Returns: (transfer full). */
char    *ovs_practice_tokens_random        (void);

/**
 * What is kept of @secret and looked up in its place. A look-up of the hash need not take the same time for everybody: it tells how far
 * a guess agrees with a hash that is there, and nobody can guess secrets by the beginning of their hash.
 * Returns: (transfer full).
 */
char    *ovs_practice_tokens_hash          (const char *secret);

/** Whether two secrets are the same; it takes as long wherever they differ. @given: (nullable): never the same. */
gboolean ovs_practice_tokens_equal         (const char *given, const char *expected);

/**
 * A code that can be exchanged once, within a minute, with the same @redirect_uri.
 * @challenge: (nullable): the S256 code_challenge to which a verifier has to fit
 * Returns: (transfer full).
 */
char    *ovs_practice_tokens_issue_code    (OvsPracticeState *state, const char *redirect_uri, const char *challenge);

/**
 * Uses @code up. FALSE when it is unknown, used, too old, was given to another address, or @verifier (nullable) does not fit
 * to its challenge.
 */
gboolean ovs_practice_tokens_redeem_code   (OvsPracticeState *state, const char *code, const char *redirect_uri, const char *verifier);

/**
 * A new access or refresh token.
 * @supersedes: (nullable): the refresh token that becomes void as soon as this one is used
 * Returns: (transfer full).
 */
char    *ovs_practice_tokens_issue_access  (OvsPracticeState *state, const char *supersedes);
char    *ovs_practice_tokens_issue_refresh (OvsPracticeState *state, const char *supersedes);

/** Whether @token is a live access token; whether it is a refresh token. What it supersedes becomes void. */
gboolean ovs_practice_tokens_check         (OvsPracticeState *state, const char *token);
gboolean ovs_practice_tokens_check_refresh (OvsPracticeState *state, const char *token);

/** Makes a refresh token void. */
void     ovs_practice_tokens_forget_refresh (OvsPracticeState *state, const char *token);

G_END_DECLS
