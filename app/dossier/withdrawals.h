/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * Clients that do not take part after all. Each function is one step that can be taken back. What Loket was told, and whether it
 * confirmed, stands in the tickets of that subject; see rules/withdrawal.h for what follows at which stage.
 */

/**
 * OvsWithdrawalSaid:
 * @reason: why; must not be blank
 * @said_by: (nullable): who at the client said so
 * @said_on: when; %OVS_NO_DAY for today
 */
typedef struct
{
  const char *reason;
  const char *said_by;
  OvsDay said_on;
} OvsWithdrawalSaid;

/**
 * A client does not take part after all: out of the selection, with the reason. @number: of the client. Returns: how many clients changed,
 * -1 with @error set.
 */
gint64   ovs_withdrawals_write  (OvsTx *tx, const char *number, const OvsWithdrawalSaid *said, GError **error);

/** It takes part after all, and is chosen again. As above. */
gint64   ovs_withdrawals_rejoin (OvsTx *tx, const char *number, GError **error);

/** Notes that the letter which takes the announcement back was sent today, or was not. Fails where the client has not withdrawn. */
gboolean ovs_withdrawals_letter (OvsTx *tx, gint64 employer, gboolean sent, GError **error);

/** How many withdrawn clients Loket may still convert. @handler: (nullable): of this colleague's. */
gint64   ovs_withdrawals_at_risk (OvsTx *tx, const char *handler);

G_END_DECLS
