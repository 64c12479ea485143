/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** Above how many people at once a second person has to agree before they are invited; 0 for never, as it is at first. */
gint64 ovs_approvers_get_above (OvsTx *tx);

/** Sets it, with an entry in the trail. It is no step that can be taken back. */
void   ovs_approvers_set_above (OvsTx *tx, gint64 people);

G_END_DECLS
