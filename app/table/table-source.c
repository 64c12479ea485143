/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-source.h"

G_DEFINE_INTERFACE (OvsTableSource, ovs_table_source, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_table_source_default_init (OvsTableSourceInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", OVS_TYPE_TABLE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

OvsTableRow *
ovs_table_row_new (gint64 id, guint n_cells)
{
  OvsTableRow *row = g_new0 (OvsTableRow, 1);

  row->id = id;
  row->n_cells = n_cells;
  row->ticked = -1;
  row->cells = g_new0 (OvsCell, n_cells);
  for (guint i = 0; i < n_cells; i++)
    row->cells[i].text = g_strdup ("");
  return row;
}

void
ovs_table_row_set_cell (OvsTableRow *row, guint column, const char *text, OvsCellKind kind)
{
  g_return_if_fail (column < row->n_cells);

  g_free (row->cells[column].text);
  row->cells[column].text = g_strdup (text != NULL ? text : "");
  row->cells[column].kind = kind;
}

void
ovs_table_row_free (OvsTableRow *row)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
  g_free (row->ticked_reason);
  g_free (row);
}

void
ovs_table_source_query_async (OvsTableSource *self,
                              const OvsTableQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  OVS_TABLE_SOURCE_GET_IFACE (self)->query_async (self, query, cancellable, callback, user_data);
}

GArray *
ovs_table_source_query_finish (OvsTableSource *self, GAsyncResult *result, GError **error)
{
  return OVS_TABLE_SOURCE_GET_IFACE (self)->query_finish (self, result, error);
}

void
ovs_table_source_fetch_async (OvsTableSource *self,
                              const gint64 *ids,
                              gsize n_ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  OVS_TABLE_SOURCE_GET_IFACE (self)->fetch_async (self, ids, n_ids, cancellable, callback, user_data);
}

GPtrArray *
ovs_table_source_fetch_finish (OvsTableSource *self, GAsyncResult *result, GError **error)
{
  return OVS_TABLE_SOURCE_GET_IFACE (self)->fetch_finish (self, result, error);
}

void
ovs_table_source_changed (OvsTableSource *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
