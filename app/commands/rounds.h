/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "conversion/round.h"

G_BEGIN_DECLS

/** Answers with all rounds, as `waves`. @rounds: (element-type OvsRound). */
void ovs_rounds_answer (OvsInvocation *invocation, GPtrArray *rounds);

/** Adds the warnings of a round to the list that is open in @json (nullable). */
void ovs_rounds_add_warnings (OvsJsonWriter *json, const OvsRound *round, guint warnings);

/** Tells them on standard error, for who converts without looking at the rounds. */
void ovs_rounds_warn (const OvsRound *round, guint warnings);

G_END_DECLS
