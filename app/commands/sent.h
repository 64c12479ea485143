/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "letters/post-run.h"
#include "letters/posting-plan.h"

G_BEGIN_DECLS

/** Answers who would get what: counts, and a list `rows` with each client. */
void     ovs_sent_answer_plan (OvsInvocation *invocation, GPtrArray *plan);

/**
 * Answers what became of @plan in the run with this @result: `sent`, `refused`, `unknown`, `skipped`, `waiting`, and `rows`. FALSE where nothing
 * could be sent, with why as @error.
 */
gboolean ovs_sent_answer      (OvsInvocation *invocation, OvsDossier *dossier, const OvsPostingOrder *order, GPtrArray *plan,
                               const OvsPostResult *result, GError **error);

G_END_DECLS
