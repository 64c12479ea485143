/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table-slot.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE_MODEL (ovs_table_model_get_type ())
G_DECLARE_FINAL_TYPE (OvsTableModel, ovs_table_model, OVS, TABLE_MODEL, GObject)

/**
 * OvsTableModel:
 *
 * A GListModel of #OvsTableSlot over the ids that a source's query gave. No call blocks. Another order or another filter refills the
 * slots that are alive and changes the count at the tail, for one items-changed over a million rows costs GTK most of a second.
 *
 * Signals: "swapped": the ids are those of the latest query and the slots hold them, before the count grows. "settled": all of it is shown.
 */

OvsTableModel  *ovs_table_model_new        (void);

/** Where the rows come from (nullable). */
void            ovs_table_model_set_source (OvsTableModel *self, OvsTableSource *source);

/** Asleep it asks for nothing, and makes up for that when it wakes. A new one is awake. */
void            ovs_table_model_set_asleep (OvsTableModel *self, gboolean asleep);

/** What to show of it; asked for once the main loop is free. */
void            ovs_table_model_set_sort   (OvsTableModel *self, const char *sort, gboolean descending);
void            ovs_table_model_set_search (OvsTableModel *self, const char *search);
void            ovs_table_model_set_filter (OvsTableModel *self, const char *filter);

/** How many rows match. The list itself may still be growing to that. */
guint           ovs_table_model_get_n_ids  (OvsTableModel *self);

/** The id at @position, 0 beyond the end. */
gint64          ovs_table_model_get_id     (OvsTableModel *self, guint position);

/** Where @id is. FALSE when it does not match. */
gboolean        ovs_table_model_find       (OvsTableModel *self, gint64 id, guint *position);

/** The ids that match, in their order. Returns: (transfer none) of gint64. */
const GArray   *ovs_table_model_get_ids    (OvsTableModel *self);

/** The slot at @position if it is alive. Returns: (nullable) (transfer none). */
OvsTableSlot   *ovs_table_model_peek       (OvsTableModel *self, guint position);

G_END_DECLS
