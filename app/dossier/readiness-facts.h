/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/client-list.h"
#include "rules/readiness.h"
#include "rules/withdrawal.h"

G_BEGIN_DECLS

/** What is known of a client, as rules/readiness.h judges it on @date; texts are those of @row. */
OvsReadinessFacts ovs_client_readiness_facts (const OvsClientRow *row, OvsDay date);

/** What a withdrawal of this client means, or means now that it has withdrawn. */
OvsWithdrawal     ovs_client_withdrawal      (const OvsClientRow *row);

G_END_DECLS
