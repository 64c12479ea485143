/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * How many questions to expect when @invited people are invited: from 2 to 5 of every hundred, rounded up
 * (helpdesk.loket.nl 29682336461202: 40 to 100 for 2,000 people). Counts employees' questions only; nobody says how
 * they spread in time. Both out arguments may be NULL.
 */
void ovs_load_questions (guint64 invited, guint64 *low, guint64 *high);

/** The same in the user's language, to stand in a sum: “some 9 to 22 questions”. Returns: (transfer full). */
char *ovs_load_say_questions (guint64 invited);

/** The same of other numbers. Returns: (transfer full). */
char *ovs_load_say (guint64 low, guint64 high);

/** On what ovs_load_questions() rests, with its source, in the user's language. Returns: (transfer full). */
char *ovs_load_tell     (void);

G_END_DECLS
