/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/by-loket.h"

/* What makes it uncertain what Loket reads in its own data. */
#define UNSURE                                                                                                                      \
  (OVS_FINDING_BIT (OVS_FINDING_INVALID_PRIVATE_EMAIL) | OVS_FINDING_BIT (OVS_FINDING_EMPLOYMENT_DATES_CONFLICT)                    \
   | OVS_FINDING_BIT (OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET))

gboolean
ovs_by_loket_asks_activity (OvsReason reason)
{
  return reason == OVS_REASON_DECEASED || reason == OVS_REASON_EXCLUDED_BY_HAND;
}

static gboolean
is_in_service (const OvsByLoketRow *row)
{
  if (ovs_by_loket_asks_activity (row->reason))
    return row->active;
  return row->reason == OVS_REASON_NONE || row->reason == OVS_REASON_NO_WERKNEMERLOKET;
}

OvsByLoket
ovs_by_loket_judge (const OvsByLoketRow *row)
{
  if (row->disposition == OVS_DISPOSITION_DONE)
    return OVS_BY_LOKET_DONE;
  if (!is_in_service (row))
    return OVS_BY_LOKET_NOT_ALONG;
  if (row->email == OVS_ADDRESS_ABSENT)
    return OVS_BY_LOKET_FALLOUT;
  /* Who has no Werknemerloket has nothing to move; whether Loket invites him all the same, it does not say. */
  if (row->email == OVS_ADDRESS_INVALID || (row->findings & UNSURE) != 0 || !ovs_access_may_be_active (row->werknemerloket))
    return OVS_BY_LOKET_UNSURE;
  return row->disposition == OVS_DISPOSITION_READY ? OVS_BY_LOKET_AS_DECIDED : OVS_BY_LOKET_ANYWAY;
}
