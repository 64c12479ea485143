/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcomes.h"
#include "rules/follow-up-step.h"

G_BEGIN_DECLS

/**
 * OvsWaitingPerson:
 *
 * Somebody who was invited and is not over, with what his follow-up depends on. Texts of @outcome are valid during the callback only.
 */
typedef struct
{
  const OvsOutcomeRow *outcome;
  OvsFollowUpRow follow_up;
} OvsWaitingPerson;

typedef void (*OvsWaitingFunc) (const OvsWaitingPerson *person, gpointer data);

/** Calls @func for everybody who waits, by employee. @filter: (nullable), see client-filter.h. */
void            ovs_waiting_foreach (OvsTx *tx, OvsDay today, const char *filter, OvsWaitingFunc func, gpointer data);

/** No day can be set above this. */
#define OVS_WAITING_MOST_DAYS 90

/** The office's days, or those that Overstap advises. */
OvsFollowUpDays ovs_waiting_days     (OvsTx *tx);

/** Sets them, as a step that can be taken back. Returns: how many were changed; -1 with @error set for a number that makes no sense. */
gint64          ovs_waiting_set_days (OvsTx *tx, const OvsFollowUpDays *days, GError **error);

G_END_DECLS
