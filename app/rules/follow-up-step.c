/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/follow-up-step.h"

static gboolean
has_passed (OvsDay since, int days, OvsDay today)
{
  return days > 0 && since != OVS_NO_DAY && today - since >= days;
}

OvsFollowUpStep
ovs_follow_up_step (const OvsFollowUpRow *row, const OvsFollowUpDays *days, OvsDay today)
{
  gboolean invite = row->lapsed || has_passed (row->invited_on, days->invite, today);

  if (row->snoozed_until != OVS_NO_DAY && row->snoozed_until > today)
    return OVS_FOLLOW_UP_NOTHING;
  if (invite)
    return row->invitations >= OVS_FOLLOW_MOST_INVITATIONS ? OVS_FOLLOW_UP_DECIDE : OVS_FOLLOW_UP_INVITE;
  if (has_passed (row->invited_on, days->word, today) && (row->word_on == OVS_NO_DAY || row->word_on < row->invited_on))
    return OVS_FOLLOW_UP_WORD;
  return OVS_FOLLOW_UP_NOTHING;
}

const char *
ovs_follow_up_step_code (OvsFollowUpStep step)
{
  static const char *const codes[OVS_N_FOLLOW_STEPS] = { "nothing", "word", "invite", "decide" };

  g_return_val_if_fail ((guint) step < OVS_N_FOLLOW_STEPS, codes[0]);
  return codes[step];
}
