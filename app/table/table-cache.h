/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table-source.h"

G_BEGIN_DECLS

/**
 * OvsTableCache:
 *
 * The rows that were fetched, by id, so that a row survives another order. A row is fresh until the source says that its contents
 * changed: then it is still shown, but fetched again. Counted references; main thread only.
 */
typedef struct _OvsTableCache OvsTableCache;

OvsTableCache     *ovs_table_cache_new    (void);
OvsTableCache     *ovs_table_cache_ref    (OvsTableCache *self);
void               ovs_table_cache_unref  (OvsTableCache *self);

/** The row of @id, fresh or not. Returns: (nullable) (transfer none): valid until the next change of the cache. */
const OvsTableRow *ovs_table_cache_lookup (OvsTableCache *self, gint64 id);

/** Whether @id need not be fetched: its row is here as it is now, or it is known to be gone. */
gboolean           ovs_table_cache_fresh  (OvsTableCache *self, gint64 id);

/** Fetches the rows of @ids (of gint64) from @source into the cache. The result of a cancelled fetch is thrown away. */
void    ovs_table_cache_fetch_async  (OvsTableCache *self, OvsTableSource *source, GArray *ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full): the ids that were asked, NULL with @error; the source's own, or G_IO_ERROR_CANCELLED. */
GArray *ovs_table_cache_fetch_finish (GAsyncResult *result, GError **error);

/** No row is fresh any more. */
void               ovs_table_cache_expire (OvsTableCache *self);

/** Forgets every row, or where there are more than @most, those that @keep (a set of ids) does not name. */
void               ovs_table_cache_clear  (OvsTableCache *self);
void               ovs_table_cache_trim   (OvsTableCache *self, guint most, GHashTable *keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTableCache, ovs_table_cache_unref)

/* An id as the key of a hash table without an allocation per id. */
G_STATIC_ASSERT (sizeof (gpointer) >= sizeof (gint64));

static inline gpointer
ovs_table_key (gint64 id)
{
  return (gpointer) (gintptr) id;
}

G_END_DECLS
