/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/settlement.h"

#include "dossier/journal.h"
#include "rules/access.h"

OvsIntentState
ovs_settle_decide_invitation (const char *before, const char *after, OvsItem item, OvsSettleWhen when, const char **reason)
{
  OvsAccess was = ovs_access_from_word (before);
  OvsAccess is = ovs_access_from_word (after);

  *reason = NULL;
  if (ovs_access_has_or_awaits (is))
    {
      /* Who had an invitation keeps it when a second one is refused. */
      if (item != OVS_ITEM_FAILED || !ovs_access_has_or_awaits (was))
        return OVS_INTENT_CONFIRMED;
    }
  if (item == OVS_ITEM_FAILED || (is == OVS_ACCESS_INVITE_FAILED && (was != is || item == OVS_ITEM_SUCCEEDED)))
    {
      *reason = OVS_FALLOUT_REFUSED_BY_LOKET;
      return OVS_INTENT_REFUSED;
    }
  /* Invited, and in the meantime the invitation has run out. */
  if (is == OVS_ACCESS_INVITE_EXPIRED && (was != is || item == OVS_ITEM_SUCCEEDED))
    return OVS_INTENT_CONFIRMED;
  if (ovs_access_is_blocked (is))
    {
      *reason = is == OVS_ACCESS_BLOCKED ? OVS_FALLOUT_MIJNLOKET_BLOCKED : OVS_FALLOUT_ACCOUNT_BLOCKED;
      return OVS_INTENT_REFUSED;
    }
  if (is == OVS_ACCESS_OTHER || is == OVS_ACCESS_UNKNOWN || item == OVS_ITEM_SUCCEEDED || when == OVS_SETTLE_NOW)
    return OVS_INTENT_UNKNOWN;
  return OVS_INTENT_PLANNED;
}
