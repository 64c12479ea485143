/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/track/caller-facts.h"

G_BEGIN_DECLS

/** What can be done for who calls. */
typedef enum
{
  OVS_QUESTION_INVITE,
  OVS_QUESTION_MEND,
  OVS_QUESTION_UNBLOCK,
  OVS_QUESTION_CALL_BACK,
  OVS_N_QUESTION_DEEDS,
} OvsQuestionDeed;

#define OVS_TYPE_QUESTION_DEEDS (ovs_question_deeds_get_type ())
G_DECLARE_FINAL_TYPE (OvsQuestionDeeds, ovs_question_deeds, OVS, QUESTION_DEEDS, AdwBin)

/**
 * OvsQuestionDeeds:
 *
 * What one does for who calls: a row for each thing, with its button or with why it cannot be done; how long it took, and what helped.
 *
 * Signals: "asked" (int deed): one of #OvsQuestionDeed; "minutes-edited", "solved-edited": by hand.
 */
GtkWidget *ovs_question_deeds_new         (void);

/**
 * Shows what can be done for @facts. @obstacle: (nullable): why nothing can be asked of Loket now. @waiting: he is invited right now. @writable: not
 * opened to read only.
 */
void       ovs_question_deeds_update      (OvsQuestionDeeds *self, const OvsCallerFacts *facts, const char *obstacle, gboolean waiting, gboolean writable);

/** Asks for @deed as its button does. FALSE where it cannot be done now. */
gboolean   ovs_question_deeds_ask         (OvsQuestionDeeds *self, OvsQuestionDeed deed);

/** When to call back; %OVS_NO_DAY for not. @at: minutes since midnight or %OVS_QUESTION_UNSAID. */
void       ovs_question_deeds_set_call_back (OvsQuestionDeeds *self, OvsDay day, int at);

/** What helped, an #OvsSolved or %OVS_QUESTION_UNSAID; and the minutes. */
int        ovs_question_deeds_get_solved  (OvsQuestionDeeds *self);
void       ovs_question_deeds_set_solved  (OvsQuestionDeeds *self, int solved);
int        ovs_question_deeds_get_minutes (OvsQuestionDeeds *self);
void       ovs_question_deeds_set_minutes (OvsQuestionDeeds *self, int minutes);

G_END_DECLS
