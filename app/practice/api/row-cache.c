/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/row-cache.h"

/* Lists that are paged at the same time. */
#define MOST 8

struct _OvsPracticeRowCache
{
  gint64 version;    /* of the database, to which the rows belong */
  GHashTable *lists; /* (owned) question to GArray of gint64 */
};

OvsPracticeRowCache *
ovs_practice_row_cache_new (void)
{
  OvsPracticeRowCache *self = g_new0 (OvsPracticeRowCache, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
ovs_practice_row_cache_free (OvsPracticeRowCache *self)
{
  g_hash_table_unref (self->lists);
  g_free (self);
}

/* The SQL and what is bound to it. Returns: (transfer full). */
static char *
make_question (const char *sql, GArray *values)
{
  GString *question = g_string_new (sql);

  for (guint i = 0; i < values->len; i++)
    {
      const OvsPracticeValue *value = &g_array_index (values, OvsPracticeValue, i);

      if (value->kind == OVS_PRACTICE_VALUE_INT)
        g_string_append_printf (question, "\x1fi%" G_GINT64_FORMAT, value->number);
      else
        g_string_append_printf (question, "\x1f%c%s", value->text != NULL ? 't' : 'n', value->text != NULL ? value->text : "");
    }
  return g_string_free (question, FALSE);
}

static GArray *
find (OvsPracticeDb *db, const char *sql, GArray *values, gboolean again)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query_array (db, sql, values, again);

  while (ovs_practice_rows_next (rows))
    {
      gint64 row = ovs_practice_rows_number (rows, 0);
      g_array_append_val (found, row);
    }
  return found;
}

GArray *
ovs_practice_row_cache_find (OvsPracticeRowCache *self, OvsPracticeDb *db, const char *sql, GArray *values, gboolean again)
{
  g_autofree char *question = make_question (sql, values);
  gint64 version = ovs_practice_db_version (db);
  GArray *found;

  if (version != self->version || g_hash_table_size (self->lists) >= MOST)
    g_hash_table_remove_all (self->lists);
  self->version = version;
  found = g_hash_table_lookup (self->lists, question);
  if (found != NULL)
    return found;
  found = find (db, sql, values, again);
  g_hash_table_insert (self->lists, g_steal_pointer (&question), found);
  return found;
}
