/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* What became of the people of one employer. */
typedef struct
{
  gint64 invited;
  gint64 blocked; /* lost Werknemerloket, also where the invitation failed */
  gint64 fallout; /* no invitation was sent */
  gint64 leavers; /* left in 2025 and keep Werknemerloket until 1 October 2026 */
} OvsPracticeConverted;

/** The heads of the fallout list, as a line of CSV. */
void ovs_practice_conversion_begin_fallout (GString *fallout);

/**
 * Converts an employer of @ticket as Loket does it: whoever has an active employment on the day of @at, newcomers too, loses
 * Werknemerloket and is invited to MijnLoket. Who left in 2025 keeps Werknemerloket for the time being, other leavers are left alone.
 * To whom no invitation goes is added to @fallout, a line of CSV each; the message centre tells of everybody. Inside a
 * transaction, while the clock stands at @at.
 */
void ovs_practice_conversion_run           (OvsPracticeState *state, gint64 ticket, gint64 employer, gint64 at, GString *fallout, OvsPracticeConverted *converted);

G_END_DECLS
