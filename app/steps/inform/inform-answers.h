/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"
#include "widgets/answer-strip.h"

G_BEGIN_DECLS

/* What Informeren says above and below its work, out of the figures alone. */

/** The three answers. */
void ovs_inform_answers_show_strip (OvsAnswerStrip *strip, const OvsFigures *figures);

/** The line in the step list, and the foot. @may_write: FALSE where somebody else works in the dossier. */
void ovs_inform_answers_show_foot  (OvsStepPage *page, const OvsFigures *figures, gboolean may_write);

/** Whether the suggested button sends; else it goes on to the next step. */
gboolean ovs_inform_answers_sends  (const OvsFigures *figures, gboolean may_write);

G_END_DECLS
