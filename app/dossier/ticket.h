/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * Keeps the ticket that asks Loket for the overview, one step that can be taken back. @number: (nullable): as Loket gave it. @day: on
 * which it was handed in.
 */
void ovs_ticket_keep (OvsTx *tx, const char *number, OvsDay day);

G_END_DECLS
