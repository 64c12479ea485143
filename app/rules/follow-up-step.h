/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** What there is to do for somebody who was invited and is not over. */
typedef enum
{
  OVS_FOLLOW_UP_NOTHING, /* the invitation is young, or Loket's own reminder may do it */
  OVS_FOLLOW_UP_WORD,    /* a word through the client */
  OVS_FOLLOW_UP_INVITE,  /* a new invitation */
  OVS_FOLLOW_UP_DECIDE,  /* new invitations did not help: somebody decides */
  OVS_N_FOLLOW_STEPS
} OvsFollowUpStep;

/** After how many days there is a word through the client, and a new invitation. Our own advice: the articles name no days. */
#define OVS_FOLLOW_WORD_DAYS 5
#define OVS_FOLLOW_INVITE_DAYS 14

/** With so many invitations that went out, another one is no help. */
#define OVS_FOLLOW_MOST_INVITATIONS 2

/**
 * OvsFollowUpDays:
 *
 * The office's own days, each counted from the latest invitation; 0: never.
 */
typedef struct
{
  int word;
  int invite;
} OvsFollowUpDays;

/**
 * OvsFollowUpRow:
 * @invited_on: the day of the latest invitation that went out, %OVS_NO_DAY where that is not known
 * @invitations: how many went out
 * @lapsed: it can no longer be used
 * @word_on: the day on which the client last got a word, %OVS_NO_DAY for never
 * @snoozed_until: not before that day; %OVS_NO_DAY for none
 */
typedef struct
{
  OvsDay invited_on;
  int invitations;
  gboolean lapsed;
  OvsDay word_on;
  OvsDay snoozed_until;
} OvsFollowUpRow;

/** What is to be done on @today. Pure. */
OvsFollowUpStep ovs_follow_up_step (const OvsFollowUpRow *row, const OvsFollowUpDays *days, OvsDay today);

/** `nothing`, `word`, `invite`, `decide`. Returns: (transfer none). */
const char     *ovs_follow_up_step_code (OvsFollowUpStep step);

G_END_DECLS
