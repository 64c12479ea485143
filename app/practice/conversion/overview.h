/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** The overview that the help desk makes: a line of CSV for each employer, counted on @day. Returns: (transfer full). */
char *ovs_practice_overview_make (OvsPracticeState *state, OvsDay day);

G_END_DECLS
