/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/ahead.h"

#define N_BATCHES 4
#define N_ROWS 128

typedef struct
{
  OvsCsvRow *rows[N_ROWS]; /* (owned) used again and again */
  guint n_rows;
  gboolean last;
  guint64 position;
  GError *error; /* (owned) (nullable) what came after the last row */
} Batch;

struct _OvsCsvAhead
{
  OvsCsvAheadFunc func;
  gpointer source;
  GCancellable *cancellable; /* (owned) (nullable) */
  GThread *thread;
  GAsyncQueue *empty; /* (owned) of Batch, each in one queue or in one thread */
  GAsyncQueue *full;  /* (owned) likewise */
  gint stop;          /* (atomic) */
  Batch batches[N_BATCHES];

  Batch *taken; /* (nullable) the one that rows are taken from */
  guint next;
};

static void
fill (OvsCsvAhead *self, Batch *batch)
{
  batch->n_rows = 0;
  while (!batch->last && batch->n_rows < N_ROWS)
    if (self->func (self->source, batch->rows[batch->n_rows], &batch->position, self->cancellable, &batch->error))
      batch->n_rows++;
    else
      batch->last = TRUE;
}

static gpointer
read_ahead (gpointer data)
{
  OvsCsvAhead *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Batch *batch = g_async_queue_pop (self->empty);

      if (g_atomic_int_get (&self->stop))
        break;
      fill (self, batch);
      last = batch->last;
      g_async_queue_push (self->full, batch);
    }
  return NULL;
}

OvsCsvAhead *
ovs_csv_ahead_new (OvsCsvAheadFunc func, gpointer source, GCancellable *cancellable)
{
  OvsCsvAhead *self = g_new0 (OvsCsvAhead, 1);

  self->func = func;
  self->source = source;
  g_set_object (&self->cancellable, cancellable);
  self->empty = g_async_queue_new ();
  self->full = g_async_queue_new ();
  for (guint i = 0; i < N_BATCHES; i++)
    {
      for (guint row = 0; row < N_ROWS; row++)
        self->batches[i].rows[row] = ovs_csv_row_new ();
      g_async_queue_push (self->empty, &self->batches[i]);
    }
  self->thread = g_thread_new ("csv-reader", read_ahead, self);
  return self;
}

void
ovs_csv_ahead_free (OvsCsvAhead *self)
{
  /* The thread may wait for an empty batch. */
  g_atomic_int_set (&self->stop, TRUE);
  g_async_queue_push (self->empty, &self->batches[0]);
  g_thread_join (self->thread);

  for (guint i = 0; i < N_BATCHES; i++)
    {
      for (guint row = 0; row < N_ROWS; row++)
        ovs_csv_row_free (self->batches[i].rows[row]);
      g_clear_error (&self->batches[i].error);
    }
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_clear_object (&self->cancellable);
  g_free (self);
}

const OvsCsvRow *
ovs_csv_ahead_next (OvsCsvAhead *self, GError **error)
{
  while (self->taken == NULL || (self->next == self->taken->n_rows && !self->taken->last))
    {
      if (self->taken != NULL)
        g_async_queue_push (self->empty, self->taken);
      self->taken = g_async_queue_pop (self->full);
      self->next = 0;
    }
  if (self->next < self->taken->n_rows)
    return self->taken->rows[self->next++];
  if (self->taken->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->taken->error));
  return NULL;
}

guint64
ovs_csv_ahead_get_position (OvsCsvAhead *self)
{
  return self->taken != NULL ? self->taken->position : 0;
}
