/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "table/table-model.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE_SELECTION (ovs_table_selection_get_type ())
G_DECLARE_FINAL_TYPE (OvsTableSelection, ovs_table_selection, OVS, TABLE_SELECTION, GObject)

/**
 * OvsTableSelection:
 *
 * A GtkSelectionModel that remembers which ids are selected, not which positions: a selected row stays selected in another order.
 * Signal "alone" (guint position): one row was selected instead of whatever was selected before.
 */
OvsTableSelection *ovs_table_selection_new     (OvsTableModel *model);

/** The selected rows that match now, in their order. Returns: (transfer full) of gint64. */
GArray            *ovs_table_selection_get_ids (OvsTableSelection *self);

G_END_DECLS
