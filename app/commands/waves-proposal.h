/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "conversion/plan.h"

G_BEGIN_DECLS

/** Answers with a proposal, its rounds as `waves`, who has none as `not_placed`, and every reason. @accepted: whether it was made real. */
void ovs_waves_proposal_answer (OvsInvocation *invocation, const OvsPlan *plan, gboolean accepted);

G_END_DECLS
