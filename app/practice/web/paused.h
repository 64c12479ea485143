/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/**
 * OvsPracticePaused:
 *
 * A request that is answered later. The server answers others meanwhile. Lives in the main context of the server.
 */
typedef struct _OvsPracticePaused OvsPracticePaused;

/** Answers a request that was put off, inside a transaction. It may put it off again. */
typedef void (*OvsPracticeResume) (OvsPracticeExchange *exchange, gpointer data);

/**
 * Puts the answer to @exchange off until ovs_practice_paused_answer().
 * @data: (transfer full) (nullable): freed with @free_data
 * Returns: (transfer full).
 */
OvsPracticePaused *ovs_practice_paused_new    (OvsPracticeExchange *exchange, OvsPracticeResume resume, gpointer data, GDestroyNotify free_data);
void               ovs_practice_paused_free   (OvsPracticePaused *self);

/** The data that it was made with. */
gpointer           ovs_practice_paused_get_data (OvsPracticePaused *self);

/**
 * Lets it be answered in a transaction of its own, with an exchange like the one of a handler; not when its browser has gone meanwhile.
 * Returns: FALSE when it was put off again.
 */
gboolean           ovs_practice_paused_answer (OvsPracticePaused *self, OvsPracticeState *state);

/** Answers that it could not be done, with 500 and @message. */
void               ovs_practice_paused_refuse (OvsPracticePaused *self, OvsPracticeState *state, const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticePaused, ovs_practice_paused_free)

G_END_DECLS
