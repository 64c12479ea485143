/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/access.h"

G_BEGIN_DECLS

/** What became of the invitations of one employee. Submitted = invited + fallout + unknown. */
typedef enum
{
  OVS_OUTCOME_NOT_SUBMITTED,
  OVS_OUTCOME_INVITED,
  OVS_OUTCOME_FALLOUT, /* no invitation after the conversion */
  OVS_OUTCOME_UNKNOWN, /* asked, and Loket has not told what became of it */
} OvsOutcome;

/**
 * OvsStandingRow:
 * @submitted: an invitation was asked for, or could not be (fallout without an attempt)
 * @invitation_confirmed: at least one invitation was confirmed
 * @invitation_unsettled: the latest one was sent without a known result
 * @block_confirmed, @block_unsettled: the same of blocking Werknemerloket
 * @before: access to Werknemerloket when the first invitation was asked for
 * @werknemerloket, @mijnloket: the latest that is known
 * @active: has an active employment today
 * @reinstated: Werknemerloket was given back after the latest invitation and block that were confirmed
 */
typedef struct
{
  gboolean submitted;
  gboolean invitation_confirmed;
  gboolean invitation_unsettled;
  gboolean block_confirmed;
  gboolean block_unsettled;
  OvsAccess before;
  OvsAccess werknemerloket;
  OvsAccess mijnloket;
  gboolean active;
  gboolean reinstated;
} OvsStandingRow;

/** Whether Werknemerloket can be given back to somebody (deblokkeren), and why not. */
typedef enum
{
  OVS_REINSTATE_NOT_CONCERNED,  /* this conversion did nothing there */
  OVS_REINSTATE_POSSIBLE,
  OVS_REINSTATE_OPEN,           /* it is open */
  OVS_REINSTATE_BLOCKED_BEFORE, /* blocked, and not by this conversion */
  OVS_REINSTATE_USER_BLOCKED,   /* the whole account is blocked: Loket has to lift that */
  OVS_REINSTATE_ENDED,          /* not blocked, but gone: there is nothing to give back */
  OVS_REINSTATE_UNKNOWN,        /* nothing tells whether it was blocked at all */
} OvsReinstate;

/**
 * OvsStanding:
 * @blocked: submitted, and Werknemerloket is blocked since, whoever did it (Loket may do it with the invitation)
 * @both_portals: Werknemerloket is open and a MijnLoket account is there or awaited
 * @stranded: no portal at all by this conversion: active, Werknemerloket closed by it, MijnLoket neither pending nor linked
 * @perhaps_stranded: the same, but whether Werknemerloket was blocked is not known
 * @reinstated: Werknemerloket was given back since
 * @reinstate: whether Werknemerloket can be given back: only to whom this conversion took it, never to who was blocked before
 */
typedef struct
{
  OvsOutcome outcome;
  gboolean blocked;
  gboolean both_portals;
  gboolean stranded;
  gboolean perhaps_stranded;
  gboolean reinstated;
  OvsReinstate reinstate;
} OvsStanding;

/** Derives where an employee stands from what was asked and what was observed. Pure. */
OvsStanding ovs_standing_derive (const OvsStandingRow *row);

/**
 * Whether somebody whose invitation was confirmed may be blocked in Werknemerloket now: it is open, and the invitation is alive or used. Whoever
 * has no living way into MijnLoket keeps the old portal (29682336461202: blocking comes with the invitation).
 */
gboolean    ovs_standing_may_block (OvsAccess werknemerloket, OvsAccess mijnloket);

G_END_DECLS
