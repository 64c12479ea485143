/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** Takes up the behaviour that the database keeps. */
void ovs_practice_behaviour_restore (OvsPracticeState *state);

G_END_DECLS
