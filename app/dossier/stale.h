/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * Who has to be judged again. This is the one place that knows what a judgement depends on: whatever changes it empties the day of the
 * judgement, within the same transaction, whichever function, import or undo does it. Who is new has no judgement yet. That day is the one on
 * which somebody was last judged, for which his client's round may have taken another day as the peildatum.
 */

/** Watches what this connection changes. For the dossier that opens it to write, once its schema is up to date. */
void   ovs_stale_watch (OvsTx *tx);

/** Until ovs_stale_watch() nothing is watched of people and their employments: for who adds them where there were none. */
void   ovs_stale_unwatch (OvsTx *tx);

/** How many were judged on another day than @date, have changed since, or were never judged: at most @most are counted. */
gint64 ovs_stale_count (OvsTx *tx, OvsDay date, gint64 most);

/** TRUE when there are people, and nobody was ever judged: nothing is known of them then, which is not the same as none. */
gboolean ovs_stale_is_everybody (OvsTx *tx);

/** Everybody has been judged on @date; until it is another day, only whose data change is to be looked for. */
void   ovs_stale_note_all (OvsTx *tx, OvsDay date);

/** Puts them into temp.batch, at most @most, new ones in their order. Returns: how many. */
gint64 ovs_stale_take  (OvsTx *tx, OvsDay date, gint64 most);

G_END_DECLS
