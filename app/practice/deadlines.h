/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/due.h"

G_BEGIN_DECLS

/* What falls due by Loket's own rules. Lines of the table in calendar.c. */
extern const OvsPracticeSource ovs_practice_reminders;       /* after the days of `reminderDays` */
extern const OvsPracticeSource ovs_practice_expiries;        /* invitations, after the days of `validityDays` */
extern const OvsPracticeSource ovs_practice_blocks_on_date;  /* Werknemerloket, where the day began that was asked for */
extern const OvsPracticeSource ovs_practice_leavers_of_2025; /* whose Werknemerloket ends on 1 October 2026 */
extern const OvsPracticeSource ovs_practice_last_days;       /* after which an employer may be fully over */

/** A made-up office begins now: what Loket did before it, did not happen here. */
void ovs_practice_deadlines_begin      (OvsPracticeState *state);

/** The clock was set back to @now: who left in 2025 has access again before 1 October 2026. */
void ovs_practice_deadlines_turn_back  (OvsPracticeState *state, gint64 now);

/** Has product 500 of every employer reviewed next time. */
void ovs_practice_deadlines_review_all (OvsPracticeState *state);

G_END_DECLS
