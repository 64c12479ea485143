/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** The address that the link of a mail of @kind leads to; NULL without @secret. Returns: (transfer full) (nullable). */
char *ovs_practice_mailbox_link    (OvsPracticeState *state, const char *kind, const char *secret);

/** The subject of a mail of @kind about @employer's portal. Returns: (transfer full). */
char *ovs_practice_mailbox_subject (const char *kind, const char *employer);

/** What a mail of @kind says below its head. @secret is nullable. Returns: (transfer full). */
char *ovs_practice_mailbox_text    (OvsPracticeState *state, const char *kind, const char *first_name, const char *employer,
                                    const char *secret);

/** Mail @id as a message of RFC 5322; NULL when there is none. Returns: (transfer full) (nullable). */
char *ovs_practice_mailbox_message (OvsPracticeState *state, gint64 id);

G_END_DECLS
