/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/withdrawal.h"

static OvsStage
find_stage (const OvsWithdrawalFacts *facts)
{
  if (facts->invited > 0)
    return OVS_STAGE_CONVERTED;
  if (facts->handed_in_on != OVS_NO_DAY)
    return OVS_STAGE_HANDED_IN;
  return facts->informed_on != OVS_NO_DAY ? OVS_STAGE_INFORMED : OVS_STAGE_PLANNED;
}

OvsWithdrawal
ovs_withdrawal_judge (const OvsWithdrawalFacts *facts)
{
  OvsWithdrawal withdrawal = { .stage = find_stage (facts), .possible = facts->invited == 0 || facts->to_go > 0 };
  OvsDuties done = 0;

  if (facts->informed_on != OVS_NO_DAY)
    withdrawal.duties |= OVS_DUTY_LETTER;
  /* A list that Loket has is to be corrected as long as somebody could be converted by it. */
  if (facts->handed_in_on != OVS_NO_DAY && withdrawal.possible)
    withdrawal.duties |= OVS_DUTY_TELL | OVS_DUTY_CONFIRM;
  if (facts->invited > 0)
    withdrawal.duties |= OVS_DUTY_LOOK;

  if (facts->letter_on != OVS_NO_DAY)
    done |= OVS_DUTY_LETTER;
  /* Whoever was told before the last list came was not told about that one. */
  if (facts->told_on != OVS_NO_DAY && facts->told_on >= facts->handed_in_on)
    done |= OVS_DUTY_TELL;
  if ((done & OVS_DUTY_TELL) && facts->confirmed_on != OVS_NO_DAY && facts->confirmed_on >= facts->handed_in_on)
    done |= OVS_DUTY_CONFIRM;
  withdrawal.open = withdrawal.duties & ~done;
  return withdrawal;
}

gboolean
ovs_withdrawal_at_risk (const OvsWithdrawal *withdrawal)
{
  return (withdrawal->open & OVS_DUTY_CONFIRM) != 0;
}
