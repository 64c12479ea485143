/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table-columns.h"
#include "table/table-slot.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE_CELL (ovs_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (OvsTableCell, ovs_table_cell, OVS, TABLE_CELL, GtkWidget)

/**
 * OvsTableCell:
 *
 * One line of text in the table, after a sign when it says how bad or how good it is. Gives the row and the cell that it stands in their
 * accessible names, for those GTK makes itself.
 */

/** Makes the cells of @column of @columns, which it does not keep: it goes with the column. */
GtkListItemFactory *ovs_table_cell_factory_new (OvsTableColumns *columns, guint column);

/** Returns: (nullable) (transfer none): what it shows. */
OvsTableSlot       *ovs_table_cell_get_slot    (OvsTableCell *self);

G_END_DECLS
