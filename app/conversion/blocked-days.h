/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "planning/plan-day.h"

G_BEGIN_DECLS

/** @periods: (element-type OvsPlanBlocked): the days on which no round goes, as the dossier keeps them. Free with ovs_blocked_days_free(). */
typedef struct
{
  GArray *periods;
  /*< private >*/
  GStringChunk *texts;
} OvsBlockedDays;

/** In a thread of the dossier. Returns: (transfer full). */
OvsBlockedDays *ovs_blocked_days_read (OvsTx *tx);
void            ovs_blocked_days_free (OvsBlockedDays *days);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsBlockedDays, ovs_blocked_days_free)

G_END_DECLS
