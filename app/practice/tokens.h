/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* Seconds that an access token is good for, as Loket says it. */
#define OVS_PRACTICE_TOKEN_SECONDS 3599

/** 256 random bits as text that fits in a URL. Returns: (transfer full). */
char    *ovs_practice_tokens_random        (void);

/** A code that can be exchanged once, within a minute, with the same @redirect_uri. Returns: (transfer full). */
char    *ovs_practice_tokens_issue_code    (OvsPracticeState *state, const char *redirect_uri);

/** Uses @code up. FALSE when it is unknown, used, too old or was given to another address. */
gboolean ovs_practice_tokens_redeem_code   (OvsPracticeState *state, const char *code, const char *redirect_uri);

/** A new access or refresh token. Returns: (transfer full). */
char    *ovs_practice_tokens_issue_access  (OvsPracticeState *state);
char    *ovs_practice_tokens_issue_refresh (OvsPracticeState *state);

/** Whether @token is a live access token; whether it is a refresh token, which stays good. */
gboolean ovs_practice_tokens_check         (OvsPracticeState *state, const char *token);
gboolean ovs_practice_tokens_check_refresh (OvsPracticeState *state, const char *token);

G_END_DECLS
