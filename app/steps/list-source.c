/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/list-source.h"

struct _OvsListSource
{
  GObject parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsListQuery query;
  OvsListFetch fetch;
  GHashTable *ticked; /* (owned) (nullable) (element-type gint64): NULL where @fetch says what is ticked */
};

static void init_interface (OvsTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsListSource, ovs_list_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (OVS_TYPE_TABLE_SOURCE, init_interface))

static void
ovs_list_source_dispose (GObject *object)
{
  g_clear_object (&OVS_LIST_SOURCE (object)->workspace);
  g_clear_pointer (&OVS_LIST_SOURCE (object)->ticked, g_hash_table_unref);
  G_OBJECT_CLASS (ovs_list_source_parent_class)->dispose (object);
}

static void
ovs_list_source_class_init (OvsListSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_list_source_dispose;
}

static void
ovs_list_source_init (OvsListSource *self)
{
}

typedef struct
{
  OvsListQuery query;
  OvsListFetch fetch;
  OvsTableQuery asked;
  char *handler;
  GArray *ids;     /* (owned) asked for, or the answer */
  GPtrArray *rows; /* (owned) (nullable) the answer */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->asked.sort);
  g_free (asking->asked.search);
  g_free (asking->asked.filter);
  g_free (asking->handler);
  g_clear_pointer (&asking->ids, g_array_unref);
  g_clear_pointer (&asking->rows, g_ptr_array_unref);
  g_free (asking);
}

static gboolean
answer (OvsTx *tx, gpointer data, GError **error)
{
  Asking *asking = data;

  if (asking->query != NULL)
    asking->ids = asking->query (tx, &asking->asked, asking->handler);
  else
    asking->rows = asking->fetch (tx, (const gint64 *) (gpointer) asking->ids->data, asking->ids->len);
  return TRUE;
}

static void
mark_ticked (OvsListSource *self, GPtrArray *rows)
{
  for (guint i = 0; self->ticked != NULL && i < rows->len; i++)
    {
      OvsTableRow *row = g_ptr_array_index (rows, i);

      row->ticked = g_hash_table_contains (self->ticked, &row->id);
    }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (asking->query != NULL)
    g_task_return_pointer (task, g_steal_pointer (&asking->ids), (GDestroyNotify) g_array_unref);
  else
    {
      mark_ticked (g_task_get_source_object (task), asking->rows);
      g_task_return_pointer (task, g_steal_pointer (&asking->rows), (GDestroyNotify) g_ptr_array_unref);
    }
}

static void
ask (OvsListSource *self, Asking *asking, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, asking, asking_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), answer, asking, cancellable, on_answered, task);
}

static void
query_async (OvsTableSource *source, const OvsTableQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  OvsListSource *self = OVS_LIST_SOURCE (source);
  Asking *asking = g_new0 (Asking, 1);

  asking->query = self->query;
  asking->asked.sort = g_strdup (query->sort);
  asking->asked.search = g_strdup (query->search != NULL ? query->search : "");
  asking->asked.filter = g_strdup (query->filter);
  asking->asked.descending = query->descending;
  asking->handler = g_strdup (ovs_workspace_get_filter (self->workspace));
  ask (self, asking, cancellable, callback, user_data);
}

static GArray *
query_finish (OvsTableSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fetch_async (OvsTableSource *source, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  OvsListSource *self = OVS_LIST_SOURCE (source);
  Asking *asking = g_new0 (Asking, 1);

  asking->fetch = self->fetch;
  asking->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_ids);
  g_array_append_vals (asking->ids, ids, (guint) n_ids);
  ask (self, asking, cancellable, callback, user_data);
}

static GPtrArray *
fetch_finish (OvsTableSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
init_interface (OvsTableSourceInterface *iface)
{
  iface->query_async = query_async;
  iface->query_finish = query_finish;
  iface->fetch_async = fetch_async;
  iface->fetch_finish = fetch_finish;
}

OvsTableSource *
ovs_list_source_new (OvsWorkspace *workspace, OvsListQuery query, OvsListFetch fetch)
{
  OvsListSource *self = g_object_new (OVS_TYPE_LIST_SOURCE, NULL);

  self->workspace = g_object_ref (workspace);
  self->query = query;
  self->fetch = fetch;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (ovs_table_source_changed), self, G_CONNECT_SWAPPED);
  return OVS_TABLE_SOURCE (self);
}

/* --- ticks ----------------------------------------------------------------------------------------------------- */

void
ovs_list_source_keep_ticks (OvsListSource *self)
{
  if (self->ticked == NULL)
    self->ticked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
set_ticked (OvsListSource *self, gint64 id, gboolean ticked)
{
  ovs_list_source_keep_ticks (self);
  if (ticked)
    g_hash_table_add (self->ticked, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ticked, &id);
}

void
ovs_list_source_tick (OvsListSource *self, gint64 id, gboolean ticked)
{
  set_ticked (self, id, ticked);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

void
ovs_list_source_tick_all (OvsListSource *self, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    set_ticked (self, g_array_index (ids, gint64, i), TRUE);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

void
ovs_list_source_untick_all (OvsListSource *self)
{
  if (self->ticked == NULL || g_hash_table_size (self->ticked) == 0)
    return;
  g_hash_table_remove_all (self->ticked);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

GArray *
ovs_list_source_get_ticked (OvsListSource *self, const GArray *ids)
{
  GArray *ticked = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->ticked != NULL && i < ids->len; i++)
    if (g_hash_table_contains (self->ticked, &g_array_index (ids, gint64, i)))
      g_array_append_val (ticked, g_array_index (ids, gint64, i));
  return ticked;
}
