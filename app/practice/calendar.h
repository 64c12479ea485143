/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/**
 * Does what fell due up to now, in the order of time over all sources, each at its own moment: reminders, invitations that expire,
 * accesses that were to be blocked, the leavers of 2025 whose Werknemerloket ends on 1 October 2026, last days that make an
 * employer fully over (product 500), everyday trouble. What was asked for after its moment had passed happens as soon as it
 * was asked for. Inside a transaction.
 */
void ovs_practice_calendar_catch_up (OvsPracticeState *state);

/** Moves the clock, also back, keeps its offset in the database, and catches up. Inside a transaction. */
void ovs_practice_calendar_set_now  (OvsPracticeState *state, gint64 instant);

/** Has product 500 of every employer reviewed when it catches up next, not only that of employers where somebody left since. */
void ovs_practice_calendar_review_all (OvsPracticeState *state);

G_END_DECLS
