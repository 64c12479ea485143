/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** The severity that a cell shows with a sign (never by colour alone). */
typedef enum
{
  OVS_CELL_PLAIN,
  OVS_CELL_SOFT,    /* secondary text */
  OVS_CELL_STRONG,  /* bold, the name of a row */
  OVS_CELL_DONE,
  OVS_CELL_INFO,
  OVS_CELL_WARNING,
  OVS_CELL_STOPPER,
  OVS_CELL_UNKNOWN,
  OVS_CELL_CALL,
  OVS_CELL_MAIL,    /* can be mailed */
  OVS_CELL_WAITING,
} OvsCellKind;

typedef struct
{
  char *text;       /* never NULL */
  OvsCellKind kind;
} OvsCell;

/**
 * OvsTableRow:
 * @id: of the row in the dossier
 * @cells: as many as the table has columns, in their order
 * @ticked: for a table with ticks; -1 when this row cannot be ticked
 * @ticked_reason: (nullable): why it cannot
 *
 * A row as shown. Immutable once handed out; may cross threads then.
 */
typedef struct
{
  gint64 id;
  OvsCell *cells;
  guint n_cells;
  int ticked;
  char *ticked_reason;
} OvsTableRow;

/** @n_cells empty cells. Returns: (transfer full). */
OvsTableRow *ovs_table_row_new      (gint64 id, guint n_cells);
void         ovs_table_row_set_cell (OvsTableRow *row, guint column, const char *text, OvsCellKind kind);
void         ovs_table_row_free     (OvsTableRow *row);

/**
 * OvsTableQuery:
 * @sort: id of the column to sort by (nullable: the natural order)
 * @descending: largest first
 * @search: folded by the source, "" for none
 * @filter: the source's own word for what to show (nullable)
 */
typedef struct
{
  char *sort;
  gboolean descending;
  char *search;
  char *filter;
} OvsTableQuery;

#define OVS_TYPE_TABLE_SOURCE (ovs_table_source_get_type ())
G_DECLARE_INTERFACE (OvsTableSource, ovs_table_source, OVS, TABLE_SOURCE, GObject)

/**
 * OvsTableSource:
 *
 * Where a table gets its rows: first the ids that match, sorted, then the few rows that are visible. Both come from SQL in the dossier's reader thread;
 * nothing here blocks. Emits "changed" when its contents are other than before.
 */
struct _OvsTableSourceInterface
{
  GTypeInterface parent_interface;

  void       (*query_async)  (OvsTableSource *self, const OvsTableQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  GArray    *(*query_finish) (OvsTableSource *self, GAsyncResult *result, GError **error); /* (transfer full) of gint64 */
  void       (*fetch_async)  (OvsTableSource *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  GPtrArray *(*fetch_finish) (OvsTableSource *self, GAsyncResult *result, GError **error); /* (transfer full) of OvsTableRow, those still there */
};

void       ovs_table_source_query_async  (OvsTableSource *self, const OvsTableQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray    *ovs_table_source_query_finish (OvsTableSource *self, GAsyncResult *result, GError **error);
void       ovs_table_source_fetch_async  (OvsTableSource *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ovs_table_source_fetch_finish (OvsTableSource *self, GAsyncResult *result, GError **error);
void       ovs_table_source_changed      (OvsTableSource *self);

G_END_DECLS
