/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "loket/loket.h"

G_BEGIN_DECLS

/** For this room: keeps what @loket announced to stop while it was read, and what it answered that nobody had described. */
void ovs_announced_note (OvsTx *tx, OvsLoket *loket);

/** For this room: keeps which paths @loket turned out to answer to, so that the next run need not find out. */
void ovs_announced_keep_prefixes (OvsTx *tx, OvsLoket *loket);

G_END_DECLS
