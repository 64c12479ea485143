/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* The fallout list of a client list: to whom Loket's conversion sent no invitation. */

/** Notes that @employee got no invitation for @reason. Inside a transaction. */
void  ovs_practice_fallout_add  (OvsPracticeState *state, gint64 ticket, gint64 employee, const char *reason);

/** The whole list in CSV, in the order of numbers; its notes are thrown away. Inside a transaction. Returns: (transfer full). */
char *ovs_practice_fallout_take (OvsPracticeState *state, gint64 ticket);

G_END_DECLS
