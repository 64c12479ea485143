/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"
#include "practice/web/html.h"

G_BEGIN_DECLS

/* Who is signed in where: each has a cookie of its own, so that one browser can be the office and an employee at once. */
typedef enum
{
  OVS_PRACTICE_SESSION_OFFICE,
  OVS_PRACTICE_SESSION_MIJNLOKET,
  OVS_PRACTICE_SESSION_WERKNEMERLOKET,
} OvsPracticeSessionKind;

/**
 * OvsPracticeSession:
 *
 * A browser that the server knows again by a cookie of 256 bits, of which only the hash is stored. It ends after half an hour without
 * a request, and after twelve hours in any case, by the machine's clock. Before anybody signs in a session is nobody's: it
 * carries the protection of the forms.
 */
typedef struct
{
  OvsPracticeSessionKind kind;
  char *secret; /* (owned) */
  gint64 who;   /* the account or employee that signed in, 1 for the office's user; 0: nobody */
} OvsPracticeSession;

void                ovs_practice_session_free   (OvsPracticeSession *session);

/** The live session of this browser. Returns: (transfer full) (nullable). */
OvsPracticeSession *ovs_practice_session_find   (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind);

/** The same, or a new one that is nobody's. Returns: (transfer full). */
OvsPracticeSession *ovs_practice_session_ensure (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind);

/** Whether this browser sent a cookie of that kind at all, be it that of a session that is over. */
gboolean            ovs_practice_session_was_there (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind);

/** Signs @who in under a new cookie (what an old one was known by, is void). Returns: (transfer full). */
OvsPracticeSession *ovs_practice_session_begin  (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind, gint64 who);

/** Signs out: the session is gone, its cookie too. */
void                ovs_practice_session_end    (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind);

/** Signs @who out wherever he is signed in as @kind. */
void                ovs_practice_session_end_all (OvsPracticeState *state, OvsPracticeSessionKind kind, gint64 who);

/** Puts at `{csrf}` what a form of this session has to carry in its hidden field `csrf`. */
void                ovs_practice_session_put    (OvsPracticeSession *session, OvsPracticeHtml *html);

/** Whether @token (nullable) is what ovs_practice_session_put() put; compared in constant time. */
gboolean            ovs_practice_session_checks (OvsPracticeSession *session, const char *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeSession, ovs_practice_session_free)

G_END_DECLS
