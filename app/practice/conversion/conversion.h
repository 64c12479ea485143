/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* What became of people of one employer. */
typedef struct
{
  gint64 invited;
  gint64 blocked; /* lost Werknemerloket, also where the invitation failed */
  gint64 fallout; /* no invitation was sent */
  gint64 leavers; /* left in 2025 and keep Werknemerloket until 1 October 2026; counted with the last part */
} OvsPracticeConverted;

/* A part of an employer: some people, in the order of their numbers. */
typedef struct
{
  gint64 ticket;
  gint64 employer;
  gint64 reached; /* in and out: the number of the last one who was looked at, 0 before the first one */
} OvsPracticeConversionPart;

/**
 * Converts the next few of an employer as Loket does it: whoever has an active employment on the day of @at, newcomers too, loses Werknemerloket
 * and is invited to MijnLoket. Who left in 2025 keeps Werknemerloket for the time being, other leavers are left alone. To whom no
 * invitation goes is noted for the fallout list of the ticket; the message centre tells of everybody. Inside a transaction, while the clock
 * stands at @at.
 *
 * Returns: FALSE when that was the last part of the employer.
 */
gboolean ovs_practice_conversion_run (OvsPracticeState *state, OvsPracticeConversionPart *part, gint64 at, OvsPracticeConverted *converted);

G_END_DECLS
