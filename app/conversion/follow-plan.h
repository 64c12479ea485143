/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/waiting.h"

G_BEGIN_DECLS

/**
 * OvsFollowPlan:
 * @waiting: everybody who was invited and is not over
 * @word: (element-type gint64): clients whose employees are to hear a word
 * @word_people: how many these are about
 * @invite: (element-type gint64): employees to invite anew today, who waits longest first
 * @later: how many more are due, above what the office can answer on a day
 * @decide: (element-type gint64): employees for whom somebody decides
 * @most: how many invitations a day the office can bear; 0 where nobody said how many questions it can answer
 *
 * What the follow-up asks for today. Free with ovs_follow_plan_free().
 */
typedef struct
{
  OvsFollowUpDays days;
  gint64 waiting;
  GArray *word;
  gint64 word_people;
  GArray *invite;
  gint64 later;
  GArray *decide;
  guint64 most;
} OvsFollowPlan;

/** Reads the plan of @today. @filter: (nullable), see client-filter.h. In a thread of the dossier. */
OvsFollowPlan *ovs_follow_plan_read (OvsTx *tx, OvsDay today, const char *filter);
void           ovs_follow_plan_free (OvsFollowPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsFollowPlan, ovs_follow_plan_free)

G_END_DECLS
