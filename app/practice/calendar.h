/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* What falls due next in one source. */
typedef struct
{
  gint64 at;      /* its moment, microseconds since 1970 */
  gint64 subject; /* the row that it is about; the source knows of which table */
  int step;       /* for a source of more than one kind */
} OvsPracticeDue;

/**
 * OvsPracticeSource:
 *
 * One kind of thing that falls due as the clock moves. calendar.c has the table of them all and merges them by time; a
 * source is asked for its next thing only, by an index, so that a clock that moves costs what falls due and no more.
 */
typedef struct
{
  /* The first thing that falls due at or before @until and has not happened. FALSE: nothing does. */
  gboolean (*find) (OvsPracticeState *state, gint64 until, OvsPracticeDue *due);
  /* Lets it happen. The clock stands at its moment meanwhile. Afterwards find() must not find it again. */
  void (*happen) (OvsPracticeState *state, const OvsPracticeDue *due);
  /* What happens can make something of another source fall due, such as the reminder of a new invitation. */
  gboolean stirs;
} OvsPracticeSource;

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
