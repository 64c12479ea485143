/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/fake-source.h"

struct _FakeSource
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;
  gint64 ticked; /* one row at a time will do */
  guint n_fetched;
  guint n_queries;
};

static void fake_source_iface_init (OvsTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeSource,
                               fake_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (OVS_TYPE_TABLE_SOURCE, fake_source_iface_init))

typedef struct
{
  guint n_rows;
  gboolean descending;
  gboolean by_client;
  int ends_in; /* -1: any */
  gboolean even;
  gboolean none;
} Question;

/* By name another order than by number, without sorting anything: odd before even. */
static gint64
id_in_order (const Question *question, guint i)
{
  guint n_odd = (question->n_rows + 1) / 2;
  guint place = question->descending ? question->n_rows - 1 - i : i;

  if (!question->by_client)
    return (gint64) place + 1;
  return place < n_odd ? 2 * (gint64) place + 1 : 2 * ((gint64) place - n_odd) + 2;
}

static void
query_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), question->n_rows);

  for (guint i = 0; i < question->n_rows && !question->none; i++)
    {
      gint64 id = id_in_order (question, i);

      if (question->ends_in >= 0 && id % 10 != question->ends_in)
        continue;
      if (question->even && id % 2 != 0)
        continue;
      g_array_append_val (ids, id);
    }
  g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
}

static void
query_async (OvsTableSource *source,
             const OvsTableQuery *query,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  FakeSource *self = FAKE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  self->n_queries++;
  question->n_rows = self->n_rows;
  question->descending = query->descending;
  question->by_client = g_strcmp0 (query->sort, "client") == 0;
  question->ends_in = query->search[0] != '\0' ? query->search[0] - '0' : -1;
  question->even = g_strcmp0 (query->filter, "even") == 0;
  question->none = g_strcmp0 (query->filter, "none") == 0;
  g_task_set_task_data (task, question, g_free);
  g_task_run_in_thread (task, query_in_thread);
}

static GArray *
query_finish (OvsTableSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static OvsTableRow *
make_row (FakeSource *self, gint64 id)
{
  static const OvsCellKind kinds[] = { OVS_CELL_DONE,    OVS_CELL_INFO,    OVS_CELL_WARNING,
                                       OVS_CELL_STOPPER, OVS_CELL_UNKNOWN, OVS_CELL_SOFT };
  OvsTableRow *row = ovs_table_row_new (id, self->n_columns);

  row->ticked = id % 10 == 0 ? -1 : id == self->ticked;
  row->ticked_reason = id % 10 == 0 ? g_strdup ("Already over") : NULL;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = i == 0   ? g_strdup_printf ("%" G_GINT64_FORMAT, id * 7)
                              : i == 1 ? g_strdup_printf ("Bakery %" G_GINT64_FORMAT, id)
                                       : g_strdup_printf ("Cell %u of %" G_GINT64_FORMAT, i, id);

      ovs_table_row_set_cell (row, i, text,
                              i == 1   ? OVS_CELL_STRONG
                              : i == 2 ? kinds[id % 6]
                                       : OVS_CELL_PLAIN);
    }
  return row;
}

static void
fetch_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FakeSource *self = FAKE_SOURCE (source);
  const GArray *ids = data;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (rows, make_row (self, g_array_index (ids, gint64, i)));
  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
fetch_async (OvsTableSource *source,
             const gint64 *ids,
             gsize n_ids,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  FakeSource *self = FAKE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n_ids);

  self->n_fetched += (guint) n_ids;
  g_array_append_vals (copy, ids, (guint) n_ids);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  g_task_run_in_thread (task, fetch_in_thread);
}

static GPtrArray *
fetch_finish (OvsTableSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_source_iface_init (OvsTableSourceInterface *iface)
{
  iface->query_async = query_async;
  iface->query_finish = query_finish;
  iface->fetch_async = fetch_async;
  iface->fetch_finish = fetch_finish;
}

static void
fake_source_class_init (FakeSourceClass *klass)
{
}

static void
fake_source_init (FakeSource *self)
{
}

FakeSource *
fake_source_new (guint n_rows, guint n_columns)
{
  FakeSource *self = g_object_new (FAKE_TYPE_SOURCE, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  return self;
}

void
fake_source_set_n (FakeSource *self, guint n_rows)
{
  self->n_rows = n_rows;
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

void
fake_source_set_tick (FakeSource *self, gint64 id, gboolean ticked)
{
  self->ticked = ticked ? id : 0;
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

guint
fake_source_n_fetched (FakeSource *self)
{
  return self->n_fetched;
}

guint
fake_source_n_queries (FakeSource *self)
{
  return self->n_queries;
}
