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

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  ovs_table_row_free (entry->row);
  g_free (entry);
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

void
ovs_table_cache_put (OvsTableCache *self, gint64 id, OvsTableRow *row, guint stamp)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->row = row;
  entry->stamp = stamp;
  g_hash_table_insert (self->entries, ovs_table_key (id), entry);
}

guint
ovs_table_cache_stamp (OvsTableCache *self)
{
  return self->stamp;
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
