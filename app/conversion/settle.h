/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/reading.h"
#include "dossier/journal.h"
#include "dossier/settlement.h"

G_BEGIN_DECLS

/** What became of blocking Werknemerloket, as ovs_settle_decide_invitation() of inviting. */
OvsIntentState ovs_settle_decide_block      (const char *after, OvsItem item, OvsSettleWhen when);

/** The same of giving Werknemerloket back: only an open portal confirms it. */
OvsIntentState ovs_settle_decide_reinstate  (const char *after, OvsItem item, OvsSettleWhen when);

/**
 * ovs_settle_employer:
 *
 * Settles what is sent or unknown at the employer of @reading, by its items and by the statuses that were recorded. Where patience
 * ran out everything without a result is unknown.
 */
void           ovs_settle_employer          (const OvsReading *reading, OvsTx *tx, OvsIntentKind kind, OvsSettleWhen when);

G_END_DECLS
