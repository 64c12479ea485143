/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/access.h"
#include "rules/disposition.h"
#include "rules/standing.h"

G_BEGIN_DECLS

/** Where an employee ends. Everybody is in exactly one; as long as somebody is in an open one, his client cannot be closed. */
typedef enum
{
  OVS_END_OVER,        /* has a MijnLoket account at this client */
  OVS_END_NO_ACCESS,   /* it was decided that no access is needed */
  OVS_END_LEFT,        /* was concerned by the conversion, and left employment since */
  OVS_END_NOT_PART,    /* took no part: left out by a rule or by hand */
  OVS_END_NOT_INVITED, /* open: could still be invited, or waits for a decision before that */
  OVS_END_WAITING,     /* open: invited, and not over */
  OVS_END_FALLOUT,     /* open: no invitation came about */
  OVS_END_UNKNOWN,     /* open: what became of the invitation is not known */
  OVS_N_END_STATES
} OvsEndState;

/**
 * OvsEndStateRow:
 * @listed: on Loket's own uitvallijst, or refused once
 * @active: has an active employment today
 * @no_access_needed: so it was decided
 *
 * What it depends on.
 */
typedef struct
{
  OvsDisposition disposition;
  OvsOutcome outcome;
  OvsAccess mijnloket;
  gboolean listed;
  gboolean active;
  gboolean no_access_needed;
} OvsEndStateRow;

/** Derives where somebody ends. Pure. */
OvsEndState ovs_end_state_derive  (const OvsEndStateRow *row);

/** FALSE for an end state, TRUE where something has still to become of him. */
gboolean    ovs_end_state_is_open (OvsEndState state);

/** `over`, `no-access`, `waiting` …: as stored. Returns: (transfer none). */
const char *ovs_end_state_code    (OvsEndState state);

/** "over", "still waiting" …, in the user's language. Returns: (transfer none). */
const char *ovs_end_state_title   (OvsEndState state);

G_END_DECLS
