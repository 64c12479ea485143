/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * Makes ready to add very many people where there are none yet: until ovs_bulk_end(), in the same transaction, they are put in no index
 * but that of their numbers, and nothing marks them to be judged again. An index that is made of all people at once is made in order,
 * where a million people one by one would go through it back and forth. FALSE where there are people already: then nothing is changed.
 */
gboolean ovs_bulk_begin (OvsTx *tx);

/** Puts everybody in the indexes again. After a failure there is nothing to end: the transaction takes all of it back. */
void     ovs_bulk_end   (OvsTx *tx);

G_END_DECLS
