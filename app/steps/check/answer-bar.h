/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/rule.h"

G_BEGIN_DECLS

#define OVS_TYPE_ANSWER_BAR (ovs_answer_bar_get_type ())
G_DECLARE_FINAL_TYPE (OvsAnswerBar, ovs_answer_bar, OVS, ANSWER_BAR, GtkWidget)

/**
 * OvsAnswerBar:
 *
 * What to do about the person under the cursor: another address (Enter saves and goes on to the next), take along anyway, leave
 * out. Signals: "mend" (string address, boolean done in Loket), "accept" (string reason, boolean all of this kind), "exclude" (string reason).
 */
GtkWidget *ovs_answer_bar_new  (void);

/** Shows a person; @name NULL hides the bar. @suggestion: (nullable): an address that is probably meant. */
void       ovs_answer_bar_show (OvsAnswerBar *self, const char *name, const char *contact, const char *email, const char *suggestion);

/** Which answers are possible: @acceptable where a warning is looked at; @in_loket where the address is still to be changed there. */
void       ovs_answer_bar_set_possible (OvsAnswerBar *self, gboolean acceptable, gboolean in_loket);

G_END_DECLS
