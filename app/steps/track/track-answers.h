/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
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

G_END_DECLS
