/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/web/paused.h"

G_BEGIN_DECLS

/**
 * OvsPracticeLater:
 *
 * Answers that need work which would hold up everybody else: two are worked on at once, each in a thread of its own, the others wait
 * in line, and the server answers other requests meanwhile.
 */
typedef struct _OvsPracticeLater OvsPracticeLater;

/** The work, in a thread of its own. @data is what ovs_practice_later_add() was given. */
typedef void (*OvsPracticeWork) (gpointer data);

OvsPracticeLater *ovs_practice_later_new  (void);

/** What waits is dropped; what is under way is waited for. */
void              ovs_practice_later_free (OvsPracticeLater *self);

/** Whether so many wait in line that it is kinder to ask people to come back. */
gboolean          ovs_practice_later_is_full (OvsPracticeLater *self);

/**
 * Puts off the answer to @exchange until @work is done; then @resume gives it, see ovs_practice_paused_answer().
 * @data: (transfer full): freed with @free_data in the main context
 */
void              ovs_practice_later_add  (OvsPracticeExchange *exchange, OvsPracticeWork work, OvsPracticeResume resume, gpointer data,
                                           GDestroyNotify free_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeLater, ovs_practice_later_free)

G_END_DECLS
