/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"
#include "widgets/answer-strip.h"

G_BEGIN_DECLS

/** The three answers on top of the step. */
void ovs_select_answers_show_strip (OvsAnswerStrip *strip, const OvsFigures *figures);

/** The step's line in the step list, and the foot. */
void ovs_select_answers_show_foot  (OvsStepPage *page, const OvsFigures *figures);

G_END_DECLS
