/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "table/table-column.h"
#include "table/table-source.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE_COLUMNS (ovs_table_columns_get_type ())
G_DECLARE_FINAL_TYPE (OvsTableColumns, ovs_table_columns, OVS, TABLE_COLUMNS, GObject)

/**
 * OvsTableColumns:
 *
 * The columns of one table: their headings, which of them are shown and how wide, and by which the rows are sorted. Remembers the
 * widths and what is shown. Signal "sorted": the user chose another order.
 */

/** Makes a column in @view for each of @columns, still without cells. */
OvsTableColumns *ovs_table_columns_new         (GtkColumnView *view, const char *name, const OvsTableColumn *columns, guint n_columns);

guint            ovs_table_columns_get_n       (OvsTableColumns *self);

/** What makes the cells of @column. */
void             ovs_table_columns_set_factory (OvsTableColumns *self, guint column, GtkListItemFactory *factory);

const char      *ovs_table_columns_get_title   (OvsTableColumns *self, guint column);
gboolean         ovs_table_columns_get_numeric (OvsTableColumns *self, guint column);
gboolean         ovs_table_columns_get_expand  (OvsTableColumns *self, guint column);

/** The id of the column that sorts. Returns: (nullable): the natural order. */
const char      *ovs_table_columns_get_sort    (OvsTableColumns *self, gboolean *descending);

/** What a screen reader says of @row: `Nr: 1042, Klant: Bakkerij, MijnLoket: uit, stopper`, of the columns that are shown. */
char            *ovs_table_columns_speak       (OvsTableColumns *self, const OvsTableRow *row);

/** What @row is about, in few words: its strong cell, else its first. Returns: (transfer none). */
const char      *ovs_table_columns_name        (OvsTableColumns *self, const OvsTableRow *row);

/** The actions `columns.show-ID` and `columns.sort` (s), and a menu of them. */
GActionGroup    *ovs_table_columns_get_actions (OvsTableColumns *self);
GMenuModel      *ovs_table_columns_get_menu    (OvsTableColumns *self);

G_END_DECLS
