/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/** Answers how many clients or employees a decision changed: `changed`, and a line for people. */
void ovs_answer_changed (OvsInvocation *invocation, gint64 changed);

G_END_DECLS
