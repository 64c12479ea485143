/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/** Answers the member `clients`: each with what stands in its way, as of the last check; nothing in a text for people. */
void ovs_answer_hindrances (OvsInvocation *invocation, OvsTx *tx);

G_END_DECLS
