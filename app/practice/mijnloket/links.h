/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* What the secret link of a mail is for. */
typedef enum
{
  OVS_PRACTICE_LINK_INVITATION,
  OVS_PRACTICE_LINK_ACTIVATION,
} OvsPracticeLinkKind;

typedef enum
{
  OVS_PRACTICE_LINK_UNKNOWN, /* never given out: mistyped, or forged */
  OVS_PRACTICE_LINK_LIVE,
  OVS_PRACTICE_LINK_USED,
  OVS_PRACTICE_LINK_EXPIRED,
  OVS_PRACTICE_LINK_WITHDRAWN,
  OVS_PRACTICE_LINK_REPLACED, /* there is a newer one */
} OvsPracticeLinkState;

typedef struct
{
  OvsPracticeLinkKind kind;
  OvsPracticeLinkState state;
  gint64 employee; /* 0 when unknown */
} OvsPracticeLink;

/**
 * A new link of @kind for @employee: 256 random bits, of which only the hash is kept. Earlier ones go on living until
 * ovs_practice_links_end().
 * Returns: (transfer full): the secret.
 */
char           *ovs_practice_links_issue (OvsPracticeState *state, OvsPracticeLinkKind kind, gint64 employee);

/** What becomes of whoever opens the link of @secret. */
OvsPracticeLink ovs_practice_links_find  (OvsPracticeState *state, OvsPracticeLinkKind kind, const char *secret);

/** Ends the live links of @kind of @employee: they were used, expired, were withdrawn or replaced. */
void            ovs_practice_links_end   (OvsPracticeState *state, OvsPracticeLinkKind kind, gint64 employee,
                                          OvsPracticeLinkState as);

/** Ends the live links with which a password is chosen for @account, since somebody knows it. */
void            ovs_practice_links_end_passwords (OvsPracticeState *state, gint64 account);

G_END_DECLS
