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
GtkWidget    *ovs_table_cell_new      (OvsTableColumns *columns, guint column);

/** Shows @slot (nullable) from now on. */
void          ovs_table_cell_set_slot (OvsTableCell *self, OvsTableSlot *slot);
OvsTableSlot *ovs_table_cell_get_slot (OvsTableCell *self);

G_END_DECLS
