/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-cache.h"

typedef struct
{
  OvsTableRow *row; /* (nullable): gone from the source */
  guint stamp;
} Entry;

struct _OvsTableCache
{
  grefcount references;
  GHashTable *entries; /* id to Entry */
  guint stamp;
};

/* Which rows were asked, and how fresh they will be. */
typedef struct
{
  OvsTableCache *cache;
  GArray *ids;
  guint stamp;
} Fetch;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  ovs_table_row_free (entry->row);
  g_free (entry);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  ovs_table_cache_unref (fetch->cache);
  g_array_unref (fetch->ids);
  g_free (fetch);
}

OvsTableCache *
ovs_table_cache_new (void)
{
  OvsTableCache *self = g_new0 (OvsTableCache, 1);

  g_ref_count_init (&self->references);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  return self;
}

OvsTableCache *
ovs_table_cache_ref (OvsTableCache *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

void
ovs_table_cache_unref (OvsTableCache *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

const OvsTableRow *
ovs_table_cache_lookup (OvsTableCache *self, gint64 id)
{
  const Entry *entry = g_hash_table_lookup (self->entries, ovs_table_key (id));

  return entry != NULL ? entry->row : NULL;
}

gboolean
ovs_table_cache_fresh (OvsTableCache *self, gint64 id)
{
  const Entry *entry = g_hash_table_lookup (self->entries, ovs_table_key (id));

  return entry != NULL && entry->stamp == self->stamp;
}

/* @row may be NULL: there is none any more. */
static void
put (OvsTableCache *self, gint64 id, OvsTableRow *row, guint stamp)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->row = row;
  entry->stamp = stamp;
  g_hash_table_insert (self->entries, ovs_table_key (id), entry);
}

/* What was asked and did not come is gone. */
static void
keep_rows (const Fetch *fetch, GPtrArray *rows)
{
  g_autoptr (GHashTable) came = g_hash_table_new (NULL, NULL);
  gsize n_taken = 0;
  g_autofree gpointer *taken = g_ptr_array_steal (rows, &n_taken);

  for (gsize i = 0; i < n_taken; i++)
    {
      OvsTableRow *row = taken[i];

      g_hash_table_add (came, ovs_table_key (row->id));
      put (fetch->cache, row->id, row, fetch->stamp);
    }
  for (guint i = 0; i < fetch->ids->len; i++)
    {
      gint64 id = g_array_index (fetch->ids, gint64, i);

      if (!g_hash_table_contains (came, ovs_table_key (id)))
        put (fetch->cache, id, NULL, fetch->stamp);
    }
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = ovs_table_source_fetch_finish (OVS_TABLE_SOURCE (source), result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_set_free_func (rows, (GDestroyNotify) ovs_table_row_free);
  if (!g_task_return_error_if_cancelled (task))
    {
      keep_rows (fetch, rows);
      g_task_return_pointer (task, g_array_ref (fetch->ids), (GDestroyNotify) g_array_unref);
    }
}

void
ovs_table_cache_fetch_async (OvsTableCache *self,
                             OvsTableSource *source,
                             GArray *ids,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->cache = ovs_table_cache_ref (self);
  fetch->ids = g_array_ref (ids);
  fetch->stamp = self->stamp;
  g_task_set_source_tag (task, ovs_table_cache_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);
  ovs_table_source_fetch_async (source, (const gint64 *) (gpointer) ids->data, ids->len, cancellable,
                                on_fetched, task);
}

GArray *
ovs_table_cache_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_table_cache_expire (OvsTableCache *self)
{
  self->stamp++;
}

void
ovs_table_cache_clear (OvsTableCache *self)
{
  g_hash_table_remove_all (self->entries);
}

static gboolean
not_kept (gpointer key, gpointer value, gpointer user_data)
{
  return !g_hash_table_contains (user_data, key);
}

void
ovs_table_cache_trim (OvsTableCache *self, guint most, GHashTable *keep)
{
  if (g_hash_table_size (self->entries) > most)
    g_hash_table_foreach_remove (self->entries, not_kept, keep);
}
