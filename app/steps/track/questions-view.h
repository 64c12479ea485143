/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_QUESTIONS_VIEW (ovs_questions_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsQuestionsView, ovs_questions_view, OVS, QUESTIONS_VIEW, OvsTrackView)

/**
 * OvsQuestionsView:
 *
 * Hulpvragen: who called and who is to be called back, and the call at hand, from finding who it is to what helped. Everything can be done by
 * keyboard while one talks. What was said of a call is kept when another one comes in between.
 */
GtkWidget *ovs_questions_view_new   (OvsStepPage *page);

/** A call comes in: puts the call at hand aside and the focus where one types who it is. */
void       ovs_questions_view_begin (OvsQuestionsView *self);

G_END_DECLS
