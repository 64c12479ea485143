/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/web/paused.h"

G_BEGIN_DECLS

/**
 * OvsPracticeCatchUp:
 *
 * Lets what falls due happen as time goes by or the clock is moved, however much that is: in slices of some milliseconds, each a
 * transaction of its own, between which the server answers others. Whoever ends the process between two slices loses nothing; the next start
 * goes on from there, and nothing happens twice.
 *
 * While there is more to do the practice Loket's clock stands at the calendar's moment, the one up to which everything happened. That is the
 * time that every request sees meanwhile, and at which it does what it does; what follows from it comes in its turn. The clock jumps to where
 * it was moved when all has happened.
 *
 * Who asked for something that takes the calendar to be caught up waits in line and gets his answer then, one after the other: of two who
 * move the clock at once, the second one moves it from where the first one brought it.
 */
typedef struct _OvsPracticeCatchUp OvsPracticeCatchUp;

/** Looks after the calendar of @state, which must outlive it, in the thread-default main context. Returns: (transfer full). */
OvsPracticeCatchUp *ovs_practice_catch_up_new   (OvsPracticeState *state);

/** What is left to do is left to the next start; who waits gets no answer. */
void                ovs_practice_catch_up_free  (OvsPracticeCatchUp *self);

/** Does at once what fell due, as far as a second goes, and the rest in slices. FALSE when the file cannot be written. Outside a transaction. */
gboolean            ovs_practice_catch_up_begin (OvsPracticeCatchUp *self, GError **error);

/** Something may be due now: it happens as soon as the main context runs. */
void                ovs_practice_catch_up_wake  (OvsPracticeCatchUp *self);

/**
 * Puts the answer to @exchange off until everything happened that is due; then @resume gives it. When @resume moves the clock and puts the
 * answer off again, that comes before whoever waits behind it.
 * @data: (transfer full) (nullable): freed with @free_data
 */
void                ovs_practice_catch_up_await (OvsPracticeExchange *exchange, OvsPracticeResume resume, gpointer data,
                                                 GDestroyNotify free_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeCatchUp, ovs_practice_catch_up_free)

G_END_DECLS
