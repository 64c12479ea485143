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
  /* happen() does a part at a time, as much as takes some milliseconds, and find() finds the same until the last one. */
  gboolean in_parts;
} OvsPracticeSource;

G_END_DECLS
