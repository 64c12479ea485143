/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/notice.h"
#include "planning/plan-reason.h"
#include "rules/tie.h"

G_BEGIN_DECLS

/** What is to be looked at before a round is applied. */
typedef enum
{
  OVS_ROUND_CHANGED_SINCE,   /* handed in to Loket, and its people changed since */
  OVS_ROUND_WITHOUT_DAY,
  OVS_ROUND_BEFORE_TODAY,    /* its day has passed, and somebody is still to be invited */
  OVS_ROUND_TOO_SOON,        /* informed less than OVS_NOTICE_DAYS before its day */
  OVS_ROUND_NOT_INFORMED,
  OVS_ROUND_UNSUITABLE_DAY,  /* a day on which no round is proposed */
  OVS_ROUND_SHARES_ADDRESS,
  OVS_ROUND_SHARES_PERSON,
  OVS_ROUND_SHARES_OWNER,
  OVS_N_ROUND_WARNINGS
} OvsRoundWarning;

#define OVS_ROUND_WARNING_BIT(warning) (1u << (warning))

/** How far a round is. */
typedef enum
{
  OVS_ROUND_PLANNED,
  OVS_ROUND_FROZEN,
  OVS_ROUND_HANDED_IN, /* to Loket, with a client list */
  OVS_ROUND_APPLIED,   /* something of it was sent, by whichever route */
} OvsRoundState;

/**
 * OvsRoundFacts:
 * @day: %OVS_NO_DAY while it has none
 * @to_invite: how many of its people can still be invited
 * @submitted: how many of its clients were converted, or begun with
 * @handed_in: how many of these were handed in to Loket
 * @changed: how many of their people changed since, while the results are not known
 * @bar: why no round would be proposed on its day; %OVS_PLAN_NOTHING for a good one
 * @ties: for each tie, how many clients outside the round have it with one inside
 *
 * What is known of a round.
 */
typedef struct
{
  OvsDay day;
  OvsDay today;
  gboolean frozen;
  OvsNotice notice;
  gint64 to_invite;
  gint64 submitted;
  gint64 handed_in;
  gint64 changed;
  OvsPlanReason bar;
  guint ties[OVS_N_TIES];
} OvsRoundFacts;

OvsRoundState ovs_round_state        (const OvsRoundFacts *facts);

/** "planned", "frozen", "applied": in the user's language. Returns: (transfer none). */
const char   *ovs_round_state_title  (OvsRoundState state);

/** The warnings, a set of OVS_ROUND_WARNING_BIT(). Who was sent already is warned of no more. */
guint         ovs_round_judge        (const OvsRoundFacts *facts);

/** Whether applying it today is before its day, or it has none. */
gboolean      ovs_round_is_early     (const OvsRoundFacts *facts);

/** Whether applying it today is too soon after informing its clients, or some were not. */
gboolean      ovs_round_is_hasty     (const OvsRoundFacts *facts);

/** "too-soon-after-informing": for `--json`. */
const char   *ovs_round_warning_code (OvsRoundWarning warning);

/** The warning that clients outside the round have @tie with it. */
OvsRoundWarning ovs_round_warning_of_tie (OvsTie tie);

/** What is so, and what to do about it, in the user's language. Returns: (transfer full). */
char         *ovs_round_warning_tell (OvsRoundWarning warning, const OvsRoundFacts *facts);

G_END_DECLS
