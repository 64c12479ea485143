/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/scope.h"

#include "rules/boundary.h"

static OvsReason
judge_client_and_hand (const OvsJudgeRow *row)
{
  if (!row->employer_selected)
    return OVS_REASON_CLIENT_NOT_SELECTED;
  if (row->deceased)
    return OVS_REASON_DECEASED;
  if (row->excluded)
    return OVS_REASON_EXCLUDED_BY_HAND;
  return OVS_REASON_NONE;
}

static OvsReason
judge_mijnloket (const OvsJudgeRow *row)
{
  if (row->mijnloket == OVS_ACCESS_ACTIVE)
    return OVS_REASON_ALREADY_LINKED;
  if (row->mijnloket == OVS_ACCESS_INVITE_PENDING)
    return OVS_REASON_ALREADY_INVITED;
  return OVS_REASON_NONE;
}

static OvsReason
judge_leaver (OvsDay last_end, OvsDay date)
{
  if (last_end < OVS_LEAVERS_2025_FIRST)
    return OVS_REASON_LEFT_BEFORE_2025;
  if (last_end > OVS_LEAVERS_2025_LAST)
    return OVS_REASON_LEFT_EMPLOYMENT;
  return date < OVS_LEAVERS_2025_ACCESS_ENDS ? OVS_REASON_LEFT_2025_KEEPS_ACCESS
                                             : OVS_REASON_LEFT_2025_ACCESS_ENDED;
}

static OvsReason
judge_dates (const OvsJudgeRow *row, OvsDay date)
{
  const OvsEmployment *employments = row->employments;
  gsize n = row->n_employments;

  /* Dates that contradict each other prove nothing: they are a stopper. */
  if (ovs_employments_any_conflict (employments, n) || ovs_employments_any_active (employments, n, date))
    return OVS_REASON_NONE;
  if (ovs_employments_any_later (employments, n, date))
    return OVS_REASON_NOT_YET_EMPLOYED;
  return judge_leaver (ovs_employments_last_end (employments, n), date);
}

static OvsReason
judge_werknemerloket (const OvsJudgeRow *row)
{
  if (row->include_without_werknemerloket || ovs_access_may_be_active (row->werknemerloket))
    return OVS_REASON_NONE;
  return OVS_REASON_NO_WERKNEMERLOKET;
}

OvsReason
ovs_scope_judge (const OvsJudgeRow *row, OvsDay date)
{
  OvsReason reason;

  g_return_val_if_fail (date != OVS_NO_DAY, OVS_REASON_NONE);

  reason = judge_client_and_hand (row);
  if (reason == OVS_REASON_NONE)
    reason = judge_mijnloket (row);
  if (reason == OVS_REASON_NONE)
    reason = judge_dates (row, date);
  if (reason == OVS_REASON_NONE)
    reason = judge_werknemerloket (row);
  return reason;
}
