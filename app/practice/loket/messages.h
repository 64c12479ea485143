/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** How many actions came to an end that the office did not read of yet. */
gint64 ovs_practice_messages_unread (OvsPracticeState *state);

G_END_DECLS
