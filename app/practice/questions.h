/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* The questions that employees come with when they are stuck, read at `/practice/questions`. */

/**
 * Notes that @employee asks for help at @at. @step says where he is stuck: `A` the first mail is not seen, `B` the second one is not, `C`
 * the password, `D` the birth date was not entered, `E` it is said to be wrong. What he says is chosen by @random.
 */
void ovs_practice_questions_ask (OvsPracticeState *state, gint64 employee, gint64 at, char step, GRand *random);

G_END_DECLS
