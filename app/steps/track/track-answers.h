/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "steps/figures.h"
#include "widgets/answer-strip.h"

G_BEGIN_DECLS

/** What is looked at. */
typedef enum
{
  OVS_TRACK_ANSWERS_OVERVIEW,
  OVS_TRACK_ANSWERS_FALLOUT,
  OVS_TRACK_ANSWERS_WAITING,
} OvsTrackAnswers;

/** Fills the three answers of Volgen from the sizes of its lists. Main thread. */
void ovs_track_answers_show (OvsAnswerStrip *strip, OvsTrackAnswers about, const gint64 counts[OVS_N_OUTCOME_LISTS]);

/** Who was sent, as it adds up; and of when the numbers are. Returns: (transfer full). */
char *ovs_track_answers_sum   (const gint64 counts[OVS_N_OUTCOME_LISTS]);
char *ovs_track_answers_as_of (const OvsFigures *figures);

G_END_DECLS
