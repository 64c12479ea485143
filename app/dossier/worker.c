/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-dossier"

#include "dossier/worker.h"

#include "base/memory.h"

/* So many bytes of cache make a write a big one. */
#define MUCH_MEMORY (8 * 1024 * 1024)

/* How many writes are committed as one, at most: who came first does not wait for ever. */
#define MOST_TOGETHER 32

typedef enum
{
  JOB_TRANSACTION,
  JOB_BARE,
  JOB_END,
} JobKind;

typedef struct
{
  JobKind kind;
  gboolean shared; /* may be committed together with others */
  OvsDossierFunc func;
  OvsWorkerIdleFunc bare;
  gpointer data;
  GTask *task; /* (owned) (nullable) without one, somebody waits for `done` */
  GCancellable *cancellable; /* (unowned) (nullable) */
  GError *error;
  gboolean success;
  gboolean done; /* (locked) */
} Job;

struct _OvsWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* (owned) of Job */
  Job *next;          /* (nullable) taken out of the queue already; used in the thread only */
  sqlite3 *handle;    /* (owned) used in the thread only */
  OvsTx *tx;          /* (owned) used in the thread only */
  gboolean write;

  OvsDossierFunc gate;
  gpointer gate_data;
  OvsWorkerIdleFunc idle;
  gpointer idle_data;
  gint64 idle_interval; /* microseconds, 0 for none */

  GMutex lock;
  GCond finished;
};

/* What a big write needed of memory is not kept for the small ones that follow. */
static void
give_memory_back (OvsWorker *self)
{
  int used = 0, highest = 0;

  sqlite3_db_status (self->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &highest, FALSE);
  if (used <= MUCH_MEMORY)
    return;
  sqlite3_db_release_memory (self->handle);
  ovs_memory_trim ();
}

static void
run_transaction (OvsWorker *self, Job *job)
{
  ovs_tx_begin (self->tx, self->write, job->cancellable);
  job->success = !ovs_tx_failed (self->tx);
  if (job->success && self->gate != NULL)
    job->success = self->gate (self->tx, self->gate_data, &job->error);
  if (job->success)
    job->success = job->func (self->tx, job->data, &job->error);

  if (job->error != NULL)
    {
      ovs_tx_end (self->tx, FALSE, NULL);
      job->success = FALSE;
      return;
    }
  if (!ovs_tx_end (self->tx, job->success, &job->error))
    job->success = FALSE;
  if (self->write)
    give_memory_back (self);
}

/* The work of one of several that are committed together: what it did is undone where it fails, and only that. */
static void
run_part (OvsWorker *self, Job *job)
{
  ovs_tx_exec (self->tx, "SAVEPOINT part");
  job->success = !ovs_tx_failed (self->tx) && job->func (self->tx, job->data, &job->error);
  if (job->success && !ovs_tx_failed (self->tx))
    {
      ovs_tx_exec (self->tx, "RELEASE part");
      return;
    }
  job->success = FALSE;
  ovs_tx_undo_part (self->tx, job->error == NULL ? &job->error : NULL);
}

/* The next one, when it waits already and may be committed together with what runs now. */
static Job *
take_shared (OvsWorker *self)
{
  if (self->next == NULL)
    self->next = g_async_queue_try_pop (self->queue);
  return self->next != NULL && self->next->kind == JOB_TRANSACTION && self->next->shared ? g_steal_pointer (&self->next) : NULL;
}

static void
fail_all (GPtrArray *jobs, const GError *error)
{
  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      job->success = FALSE;
      if (job->error == NULL)
        job->error = g_error_copy (error);
    }
}

/* One commit for all that wait beside each other. To each it is as if it had been alone: nobody hears of it before the commit. */
static GPtrArray *
run_together (OvsWorker *self, Job *first)
{
  GPtrArray *jobs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean open;

  ovs_tx_begin (self->tx, self->write, NULL);
  open = !ovs_tx_failed (self->tx) && (self->gate == NULL || self->gate (self->tx, self->gate_data, &error));
  for (Job *job = first; job != NULL; job = jobs->len < MOST_TOGETHER ? take_shared (self) : NULL)
    {
      g_ptr_array_add (jobs, job);
      if (open && !ovs_tx_failed (self->tx))
        run_part (self, job);
    }
  if (!ovs_tx_end (self->tx, open, error == NULL ? &error : NULL) || !open)
    fail_all (jobs, error);
  give_memory_back (self);
  return jobs;
}

static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;

  if (job->success)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, job->error);
  g_object_unref (job->task);
  g_free (job);
  return G_SOURCE_REMOVE;
}

/* The task is given back where it came from, and let go there: it holds the dossier, which this thread must not be the last to hold. */
static void
deliver (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, deliver_cb, job, NULL);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
complete (OvsWorker *self, Job *job)
{
  if (job->task != NULL)
    {
      deliver (job);
      return;
    }
  g_mutex_lock (&self->lock);
  job->done = TRUE;
  g_cond_broadcast (&self->finished);
  g_mutex_unlock (&self->lock);
}

static void
complete_one (gpointer job, gpointer self)
{
  complete (self, job);
}

static Job *
next_job (OvsWorker *self)
{
  if (self->next != NULL)
    return g_steal_pointer (&self->next);
  if (self->idle_interval == 0)
    return g_async_queue_pop (self->queue);

  Job *job = g_async_queue_timeout_pop (self->queue, (guint64) self->idle_interval);
  while (job == NULL)
    {
      self->idle (self->handle, self->idle_data);
      job = g_async_queue_timeout_pop (self->queue, (guint64) self->idle_interval);
    }
  return job;
}

static gpointer
work (gpointer data)
{
  OvsWorker *self = data;

  for (;;)
    {
      Job *job = next_job (self);
      gboolean last = job->kind == JOB_END;

      if (job->kind == JOB_TRANSACTION && job->shared)
        {
          g_autoptr (GPtrArray) jobs = run_together (self, job);

          g_ptr_array_foreach (jobs, complete_one, self);
          continue;
        }
      if (job->kind == JOB_TRANSACTION)
        run_transaction (self, job);
      else if (job->kind == JOB_BARE)
        job->bare (self->handle, job->data);
      complete (self, job);
      if (last)
        return NULL;
    }
}

OvsWorker *
ovs_worker_new (sqlite3 *handle, OvsClock *clock, gboolean write)
{
  OvsWorker *self = g_new0 (OvsWorker, 1);

  self->handle = handle;
  self->write = write;
  self->tx = ovs_tx_new (handle, clock);
  self->queue = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->finished);
  self->thread = g_thread_new (write ? "dossier-writer" : "dossier-reader", work, self);
  return self;
}

static void
set_gate (sqlite3 *handle, gpointer data)
{
  /* Runs in the worker's thread, so that the fields are never read while they change. */
  OvsWorker **pair = data;

  pair[0]->gate = pair[1]->gate;
  pair[0]->gate_data = pair[1]->gate_data;
  pair[0]->idle = pair[1]->idle;
  pair[0]->idle_data = pair[1]->idle_data;
  pair[0]->idle_interval = pair[1]->idle_interval;
}

void
ovs_worker_set_gate (OvsWorker *self, OvsDossierFunc gate, gpointer data)
{
  OvsWorker wanted = *self;
  OvsWorker *pair[] = { self, &wanted };

  wanted.gate = gate;
  wanted.gate_data = data;
  ovs_worker_run_bare (self, set_gate, pair);
}

void
ovs_worker_set_idle (OvsWorker *self, OvsWorkerIdleFunc func, gpointer data, guint seconds)
{
  OvsWorker wanted = *self;
  OvsWorker *pair[] = { self, &wanted };

  wanted.idle = func;
  wanted.idle_data = data;
  wanted.idle_interval = (gint64) seconds * G_USEC_PER_SEC;
  ovs_worker_run_bare (self, set_gate, pair);
}

static void
wait_for (OvsWorker *self, Job *job)
{
  g_async_queue_push (self->queue, job);
  g_mutex_lock (&self->lock);
  while (!job->done)
    g_cond_wait (&self->finished, &self->lock);
  g_mutex_unlock (&self->lock);
}

gboolean
ovs_worker_run (OvsWorker *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  Job job = { .kind = JOB_TRANSACTION, .func = func, .data = data, .cancellable = cancellable };

  wait_for (self, &job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.success;
}

void
ovs_worker_run_task (OvsWorker *self, OvsDossierFunc func, gpointer data, gboolean shared, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_TRANSACTION;
  job->func = func;
  job->data = data;
  job->shared = shared;
  job->task = task;
  job->cancellable = g_task_get_cancellable (task);
  g_async_queue_push (self->queue, job);
}

void
ovs_worker_run_bare (OvsWorker *self, OvsWorkerIdleFunc func, gpointer data)
{
  Job job = { .kind = JOB_BARE, .bare = func, .data = data };

  wait_for (self, &job);
}

void
ovs_worker_free (OvsWorker *self)
{
  Job end = { .kind = JOB_END };

  if (self == NULL)
    return;
  wait_for (self, &end);
  g_thread_join (self->thread);
  ovs_tx_free (self->tx);
  sqlite3_close (self->handle);
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->finished);
  g_free (self);
}
