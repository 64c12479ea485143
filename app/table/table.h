/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "table/table-column.h"
#include "table/table-source.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE (ovs_table_get_type ())
G_DECLARE_FINAL_TYPE (OvsTable, ovs_table, OVS, TABLE, GtkWidget)

/**
 * OvsTable:
 *
 * The big table, used by every step: a hundred rows or a million. Rows are slots that are refilled; ids are all that it keeps of rows
 * that are not visible. Sort by any heading, columns to choose and widen (remembered under @name), the row under the cursor speaks its
 * columns to a screen reader, ticks by Space, Ctrl+A ticks all that match.
 *
 * Signals: "cursor-changed" (gint64 id, 0 for none): the row under the cursor. "activated" (gint64 id): Enter or a double click. "tick"
 * (gint64 id, gboolean ticked): the user ticked a row; the owner makes it so and the source emits changed. "tick-all" (gboolean).
 * "settled": the contents of the latest query are shown. Property "n-items" (guint): how many match.
 */

/** @name: under which columns are remembered (GSettings). @ticks: with a first column of tick boxes. */
GtkWidget  *ovs_table_new           (const char *name, const char *label, const OvsTableColumn *columns, guint n_columns, gboolean ticks);

/** Where the rows come from (nullable). */
void        ovs_table_set_source    (OvsTable *self, OvsTableSource *source);

/** The source's word for what to show (nullable), and the searched text. Keeps the cursor on its row where that still matches. */
void        ovs_table_set_filter    (OvsTable *self, const char *filter);
void        ovs_table_set_search    (OvsTable *self, const char *search);

/** The row under the cursor, 0 for none. */
gint64      ovs_table_get_cursor    (OvsTable *self);
void        ovs_table_set_cursor    (OvsTable *self, gint64 id);

/** The next matching row after the cursor becomes the cursor. FALSE at the end. */
gboolean    ovs_table_cursor_next   (OvsTable *self);

guint       ovs_table_get_n_items   (OvsTable *self);

/** Ids of all rows that match now, in their order. Returns: (transfer full) of gint64. */
GArray     *ovs_table_get_ids       (OvsTable *self);

/** Selection by id (for actions on many), apart from ticks that mean something in the dossier. Returns: (transfer full) of gint64. */
GArray     *ovs_table_get_selected  (OvsTable *self);
void        ovs_table_unselect_all  (OvsTable *self);

G_END_DECLS
