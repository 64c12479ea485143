/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/**
 * Answers what could not be done: a list @name of `{employer, employee, reason}` (no `employee` where it is
 * about the whole client), and a line each for people. @problems: (element-type OvsProblem).
 */
void ovs_answer_problems (OvsInvocation *invocation, const char *name, GPtrArray *problems);

G_END_DECLS
