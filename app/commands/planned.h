/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/**
 * Answers the @requests (element-type OvsPlannedRequest) that a dry run would send: as the member `requests`, and in words; @nothing is the
 * sentence for none.
 */
void ovs_answer_planned (OvsInvocation *invocation, GPtrArray *requests, const char *nothing);

G_END_DECLS
