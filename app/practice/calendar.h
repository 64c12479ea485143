/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/**
 * Does what fell due up to now, in the order of time over all sources, each at its own moment: reminders, invitations that expire,
 * accesses that were to be blocked, the leavers of 2025 whose Werknemerloket ends on 1 October 2026, last days that make an
 * employer fully over (product 500), everyday trouble. What was asked for after its moment had passed happens as soon as it
 * was asked for. Inside a transaction; catch-up.h has who calls it, so that a kill between two calls tears nothing.
 *
 * It stops at @deadline (of g_get_monotonic_time()), but does one thing at least. Returns: TRUE when all has happened. Otherwise the clock
 * stands at the moment up to which it has, until the next call.
 */
gboolean ovs_practice_calendar_catch_up (OvsPracticeState *state, gint64 deadline);

/** What happened since the calendar stood at @caught_up was undone: it stands there again. */
void ovs_practice_calendar_go_back    (OvsPracticeState *state, gint64 caught_up);

/** Moves the clock, also back, and keeps its offset in the database. What falls due by it is for the next time to catch up. Inside a transaction. */
void ovs_practice_calendar_set_now    (OvsPracticeState *state, gint64 instant);

/** Has product 500 of every employer reviewed when it catches up next, not only that of employers where somebody left since. */
void ovs_practice_calendar_review_all (OvsPracticeState *state);

G_END_DECLS
