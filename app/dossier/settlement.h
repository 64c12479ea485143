/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/journal-state.h"

G_BEGIN_DECLS

/** When a result is looked at. */
typedef enum
{
  OVS_SETTLE_NOW,   /* the answer of the present run: what its items lack is unknown */
  OVS_SETTLE_LATER, /* read back after all actions were completed: what left no trace was not done */
} OvsSettleWhen;

/** What Loket's item of the collective action says of one person. */
typedef enum
{
  OVS_ITEM_NONE,
  OVS_ITEM_SUCCEEDED,
  OVS_ITEM_FAILED,
} OvsItem;

/**
 * ovs_settle_decide_invitation:
 * @before: status in MijnLoket when the invitation was planned
 * @after: status as read back
 *
 * What became of an invitation. Pure. Planned means: it was read back that nothing was done.
 * @reason: (out) (nullable): a code for a refusal.
 */
OvsIntentState ovs_settle_decide_invitation (const char *before, const char *after, OvsItem item, OvsSettleWhen when, const char **reason);

G_END_DECLS
