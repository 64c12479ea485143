/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/later.h"

#include "practice/routes.h"

#define MOST_AT_ONCE 2

/* Some ten seconds of work: whoever waits longer tries again, and makes it worse. */
#define MOST_WAITING 300

struct _OvsPracticeLater
{
  GThreadPool *pool; /* (owned) */
  GHashTable *jobs;  /* (owned) a set of Job that are not answered yet */
  int closing;       /* atomic: what waits is not worked on any more */
};

typedef struct
{
  OvsPracticeState *state;    /* (nullable) NULL when the practice Loket is gone */
  GMainContext *context;      /* (owned) */
  SoupServerMessage *message; /* (owned) */
  gulong finished_id;
  gboolean finished;
  char *path;         /* (owned) */
  char *arguments[2]; /* (owned) */
  OvsPracticeWork work;
  void (*resume) (OvsPracticeExchange *exchange, gpointer data);
  gpointer data;
  GDestroyNotify free_data;
} Job;

static void
job_free (gpointer user_data)
{
  Job *job = user_data;

  g_signal_handler_disconnect (job->message, job->finished_id);
  g_object_unref (job->message);
  g_main_context_unref (job->context);
  g_free (job->path);
  g_free (job->arguments[0]);
  g_free (job->arguments[1]);
  job->free_data (job->data);
  g_free (job);
}

static gboolean
done_cb (gpointer user_data)
{
  Job *job = user_data;
  OvsPracticeExchange exchange = {
    .state = job->state,
    .message = job->message,
    .path = job->path,
    .arguments = { job->arguments[0], job->arguments[1] },
  };

  if (job->state != NULL)
    g_hash_table_remove (job->state->later->jobs, job);
  if (job->state != NULL && !job->finished)
    {
      ovs_practice_routes_resume (&exchange, job->resume, job->data);
      soup_server_message_unpause (job->message);
    }
  return G_SOURCE_REMOVE;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  OvsPracticeLater *self = user_data;
  Job *job = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_atomic_int_get (&self->closing))
    job->work (job->data);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, done_cb, job, job_free);
  g_source_attach (source, job->context);
}

static void
finished_cb (SoupServerMessage *message, Job *job)
{
  job->finished = TRUE;
}

OvsPracticeLater *
ovs_practice_later_new (void)
{
  OvsPracticeLater *self = g_new0 (OvsPracticeLater, 1);

  self->pool = g_thread_pool_new (work_cb, self, MOST_AT_ONCE, FALSE, NULL);
  self->jobs = g_hash_table_new (NULL, NULL);
  return self;
}

static gboolean
abandon (gpointer key, gpointer value, gpointer user_data)
{
  ((Job *) key)->state = NULL;
  return TRUE;
}

void
ovs_practice_later_free (OvsPracticeLater *self)
{
  g_atomic_int_set (&self->closing, TRUE);
  g_hash_table_foreach_remove (self->jobs, abandon, NULL);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_hash_table_unref (self->jobs);
  g_free (self);
}

gboolean
ovs_practice_later_is_full (OvsPracticeLater *self)
{
  return g_hash_table_size (self->jobs) >= MOST_WAITING;
}

void
ovs_practice_later_add (OvsPracticeExchange *exchange,
                        OvsPracticeWork work,
                        void (*resume) (OvsPracticeExchange *exchange, gpointer data),
                        gpointer data,
                        GDestroyNotify free_data)
{
  Job *job = g_new0 (Job, 1);

  job->state = exchange->state;
  job->context = g_main_context_ref_thread_default ();
  job->message = g_object_ref (exchange->message);
  job->finished_id = g_signal_connect (exchange->message, "finished", G_CALLBACK (finished_cb), job);
  job->path = g_strdup (exchange->path);
  job->arguments[0] = g_strdup (exchange->arguments[0]);
  job->arguments[1] = g_strdup (exchange->arguments[1]);
  job->work = work;
  job->resume = resume;
  job->data = data;
  job->free_data = free_data;
  soup_server_message_pause (exchange->message);
  g_hash_table_add (exchange->state->later->jobs, job);
  g_thread_pool_push (exchange->state->later->pool, job, NULL);
}
