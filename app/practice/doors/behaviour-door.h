/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/**
 * GET, POST and DELETE of /practice/behaviour. A POST changes the switches that it names and answers with all of them; a name
 * or a value that does not exist is refused with 400, and nothing changes. DELETE puts all of them back.
 */
extern const OvsPracticeRoute ovs_practice_behaviour_routes[];

/** Takes up the behaviour that the database keeps. */
void ovs_practice_behaviour_restore (OvsPracticeState *state);

G_END_DECLS
