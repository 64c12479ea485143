/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table-cache.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE_SLOT (ovs_table_slot_get_type ())
G_DECLARE_FINAL_TYPE (OvsTableSlot, ovs_table_slot, OVS, TABLE_SLOT, GObject)

/**
 * OvsTableSlot:
 *
 * A place in the table: its position is its own for good, the row in it changes with the order. Emits "refilled" when what it shows may
 * be other than before. There are only as many as the view has widgets for.
 */

/** A slot at @position that reads its row from @cache. */
OvsTableSlot      *ovs_table_slot_new          (OvsTableCache *cache, guint position, gint64 id);

guint              ovs_table_slot_get_position (OvsTableSlot *self);

/** The id of the row in it; 0 where the table has become shorter. */
gint64             ovs_table_slot_get_id       (OvsTableSlot *self);

/** The row in it. Returns: (nullable) (transfer none): NULL as long as it is being fetched; valid until the main loop runs. */
const OvsTableRow *ovs_table_slot_get_row      (OvsTableSlot *self);

/** Puts the row of @id in it, and tells. */
void               ovs_table_slot_refill       (OvsTableSlot *self, gint64 id);

G_END_DECLS
