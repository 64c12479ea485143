/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/track/question-days.h"

G_BEGIN_DECLS

#define OVS_TYPE_OVERVIEW_QUESTIONS (ovs_overview_questions_get_type ())
G_DECLARE_FINAL_TYPE (OvsOverviewQuestions, ovs_overview_questions, OVS, OVERVIEW_QUESTIONS, GtkBox)

/**
 * OvsOverviewQuestions:
 *
 * Who asked for help, day by day, beside what was to be expected and what the office can answer.
 */
GtkWidget *ovs_overview_questions_new  (void);

void       ovs_overview_questions_show (OvsOverviewQuestions *self, const OvsQuestionDays *days);

G_END_DECLS
