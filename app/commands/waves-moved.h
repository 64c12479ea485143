/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "conversion/move.h"

G_BEGIN_DECLS

/** Says who was told another day than his round has, as `corrections`, and how many letters lapsed, as `lapsed`. */
void ovs_waves_moved_answer (OvsInvocation *invocation, const OvsMove *move, gint64 lapsed);

G_END_DECLS
