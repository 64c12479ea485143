/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/later.h"

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
  OvsPracticeState *state;   /* (nullable) NULL when the practice Loket is gone */
  GMainContext *context;     /* (owned) */
  OvsPracticePaused *paused; /* (owned) */
  OvsPracticeWork work;
} Job;

static void
job_free (gpointer user_data)
{
  Job *job = user_data;

  ovs_practice_paused_free (job->paused);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
done_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->state == NULL)
    return G_SOURCE_REMOVE;
  g_hash_table_remove (job->state->later->jobs, job);
  ovs_practice_paused_answer (job->paused, job->state);
  return G_SOURCE_REMOVE;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  OvsPracticeLater *self = user_data;
  Job *job = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_atomic_int_get (&self->closing))
    job->work (ovs_practice_paused_get_data (job->paused));
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, done_cb, job, job_free);
  g_source_attach (source, job->context);
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
ovs_practice_later_add (
    OvsPracticeExchange *exchange, OvsPracticeWork work, OvsPracticeResume resume, gpointer data, GDestroyNotify free_data)
{
  Job *job = g_new0 (Job, 1);

  job->state = exchange->state;
  job->context = g_main_context_ref_thread_default ();
  job->paused = ovs_practice_paused_new (exchange, resume, data, free_data);
  job->work = work;
  g_hash_table_add (exchange->state->later->jobs, job);
  g_thread_pool_push (exchange->state->later->pool, job, NULL);
}
