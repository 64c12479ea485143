/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/**
 * Does what fell due up to now, in the order in which it did: reminders, invitations that expire, accesses that were to
 * be blocked, the leavers of 2025 whose Werknemerloket ends on 1 October 2026, product 500. Inside a transaction.
 */
void ovs_practice_calendar_catch_up (OvsPracticeState *state);

/** Moves the clock, keeps its offset in the database, and catches up. Inside a transaction. */
void ovs_practice_calendar_set_now  (OvsPracticeState *state, gint64 instant);

G_END_DECLS
