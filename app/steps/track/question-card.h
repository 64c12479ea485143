/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/track/caller-facts.h"
#include "steps/track/question-deeds.h"

G_BEGIN_DECLS

#define OVS_TYPE_QUESTION_CARD (ovs_question_card_get_type ())
G_DECLARE_FINAL_TYPE (OvsQuestionCard, ovs_question_card, OVS, QUESTION_CARD, AdwBin)

/**
 * OvsQuestionCard:
 *
 * A question while it is answered: who calls, the invited address first, what to say at the point where it stuck, what one does, and a note.
 *
 * Signals: "edited": something was changed by hand; "show-birth-date".
 */
GtkWidget        *ovs_question_card_new      (void);

/** Begins with @facts and @question (both copied from). */
void              ovs_question_card_fill     (OvsQuestionCard *self, const OvsCallerFacts *facts, const OvsQuestion *question);

/** Shows @facts anew: what was typed stays. */
void              ovs_question_card_update   (OvsQuestionCard *self, const OvsCallerFacts *facts);

/** Takes over what was chosen and typed: step, note, minutes, what helped. @question keeps the rest. */
void              ovs_question_card_collect  (OvsQuestionCard *self, OvsQuestion *question);

/** Whether the note can be kept. */
gboolean          ovs_question_card_is_good  (OvsQuestionCard *self);

void              ovs_question_card_choose   (OvsQuestionCard *self, OvsDropOut step);

/** How long it has taken; below 0 for one that is over. */
void              ovs_question_card_set_clock (OvsQuestionCard *self, int seconds);

/** Shows the whole birth date. */
void              ovs_question_card_show_birth_date (OvsQuestionCard *self, OvsDay day);

/** Owned by the card. */
OvsQuestionDeeds *ovs_question_card_get_deeds (OvsQuestionCard *self);

/** Puts the focus where it stuck, or into the note. */
void              ovs_question_card_focus    (OvsQuestionCard *self);
void              ovs_question_card_focus_note (OvsQuestionCard *self);

G_END_DECLS
