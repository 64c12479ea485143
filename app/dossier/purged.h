/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** The day on which all personal data were removed, %OVS_NO_DAY while they are there. */
OvsDay   ovs_purged_day       (OvsTx *tx);

/** For this room: whether removing has begun, and free pages or backups may still hold something. */
gboolean ovs_purged_is_begun  (OvsTx *tx);
void     ovs_purged_set_begun (OvsTx *tx, gboolean begun);

G_END_DECLS
