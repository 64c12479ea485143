/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/* What somebody ticked off on the time line of a round. What the dossier knows by itself is not kept here. */

/** @code: see planning/milestone.h. Borrowed, valid during the callback. */
typedef void (*OvsMilestoneFunc) (gint64 wave, const char *code, OvsDay done_on, const char *actor, gpointer data);

/**
 * Ticks off a milestone of a round as done on @day, or takes the tick away with %OVS_NO_DAY; one step that can be taken back. @wave: id.
 * Fails where the round is no longer there.
 */
gboolean ovs_milestones_tick    (OvsTx *tx, gint64 wave, const char *code, OvsDay day, GError **error);

/** Calls @func for each; @wave: id, 0 for all. */
void     ovs_milestones_foreach (OvsTx *tx, gint64 wave, OvsMilestoneFunc func, gpointer data);

G_END_DECLS
