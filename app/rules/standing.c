/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/standing.h"

static OvsOutcome
derive_outcome (const OvsStandingRow *row)
{
  if (!row->submitted)
    return OVS_OUTCOME_NOT_SUBMITTED;
  if (row->invitation_confirmed)
    return OVS_OUTCOME_INVITED;
  return row->invitation_unsettled ? OVS_OUTCOME_UNKNOWN : OVS_OUTCOME_FALLOUT;
}

/* Closed by this conversion: who was shut out before is another story, and so is what happened after it was given back. */
static gboolean
closed_since (const OvsStandingRow *row)
{
  return row->submitted && !row->reinstated && !ovs_access_may_be_active (row->werknemerloket)
         && (row->block_confirmed || ovs_access_may_be_active (row->before));
}

static OvsReinstate
derive_reinstate (const OvsStandingRow *row)
{
  gboolean asked = row->block_confirmed || row->block_unsettled;

  if (row->werknemerloket == OVS_ACCESS_ACTIVE)
    return OVS_REINSTATE_OPEN;
  if (!row->submitted || row->reinstated || (!asked && row->before != OVS_ACCESS_ACTIVE))
    return ovs_access_is_blocked (row->werknemerloket) ? OVS_REINSTATE_BLOCKED_BEFORE : OVS_REINSTATE_NOT_CONCERNED;
  if (row->werknemerloket == OVS_ACCESS_USER_BLOCKED)
    return OVS_REINSTATE_USER_BLOCKED;
  if (row->werknemerloket == OVS_ACCESS_BLOCKED)
    return OVS_REINSTATE_POSSIBLE;
  if (!ovs_access_may_be_active (row->werknemerloket))
    return OVS_REINSTATE_ENDED;
  return asked ? OVS_REINSTATE_POSSIBLE : OVS_REINSTATE_UNKNOWN;
}

OvsStanding
ovs_standing_derive (const OvsStandingRow *row)
{
  gboolean has_portal = ovs_access_has_or_awaits (row->mijnloket);
  OvsStanding standing = {
    .outcome = derive_outcome (row),
    .blocked = closed_since (row) && ovs_access_is_blocked (row->werknemerloket),
    .both_portals = row->werknemerloket == OVS_ACCESS_ACTIVE && has_portal,
    .stranded = row->active && !has_portal && closed_since (row),
    .reinstated = row->reinstated,
    .reinstate = derive_reinstate (row),
  };

  standing.perhaps_stranded = row->active && !has_portal && !standing.stranded && row->block_unsettled;
  return standing;
}

gboolean
ovs_standing_may_block (OvsAccess werknemerloket, OvsAccess mijnloket)
{
  return werknemerloket == OVS_ACCESS_ACTIVE && ovs_access_has_or_awaits (mijnloket);
}
