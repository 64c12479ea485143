/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What asking costs at least: bare-requests URL PLAN sends the requests of a conversion, with the same parallelism and the same waiting, and
 * writes nothing down. A line of the plan is "invite" or "block", the number of the employer, and Loket's ids of one chunk.
 */
#include "conversion/crew.h"
#include "conversion/run.h"
#include "loket/changes.h"

typedef struct
{
  OvsReading *reading; /* (owned) */
  GQueue chunks;       /* (owned) of GStrv, in order; the first word is the kind */
  GStrv chunk;         /* (owned) (nullable) under way */
} Job;

static OvsLoket *loket;
static OvsActionWatch *watch;

static void next_chunk (GTask *task);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static void
insist (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static gboolean
is_invite (const GStrv chunk)
{
  return g_str_equal (chunk[0], "invite");
}

/* --- one employer --- */

static void
read_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_reading_read_finish (job->reading, result, &error);
  insist (error);
  ovs_reading_forget (job->reading);
  if (g_queue_is_empty (&job->chunks))
    g_task_return_boolean (task, TRUE);
  else
    next_chunk (g_steal_pointer (&task));
}

static void
items_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ovs_loket_read_action_items_finish (loket, result, &error);
  gboolean invited = is_invite (job->chunk);

  insist (error);
  g_clear_pointer (&job->chunk, g_strfreev);
  if (!g_queue_is_empty (&job->chunks) && is_invite (g_queue_peek_head (&job->chunks)) == invited)
    next_chunk (task);
  else
    ovs_reading_read_async (job->reading, loket, watch, OVS_READ_WERKNEMERLOKET | (invited ? OVS_READ_MIJNLOKET : OVS_READ_MIGRATION), NULL,
                            read_back_cb, task);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean completed;

  ovs_action_watch_wait_finish (watch, result, &completed, &error);
  insist (error);
  ovs_loket_read_action_items_async (loket, g_object_get_data (G_OBJECT (task), "action"), NULL, items_cb, task);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsLoketAction) action = is_invite (job->chunk) ? ovs_loket_change_mijnloket_finish (loket, result, &error)
                                                            : ovs_loket_change_werknemerloket_finish (loket, result, &error);

  insist (error);
  g_object_set_data_full (G_OBJECT (task), "action", g_strdup (action->id), g_free);
  ovs_action_watch_wait_async (watch, job->reading->loket_id, action->id, NULL, waited_cb, task);
}

/* Takes over @task. */
static void
next_chunk (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  const char *const *ids;

  job->chunk = g_queue_pop_head (&job->chunks);
  ids = (const char *const *) job->chunk + 2;
  if (is_invite (job->chunk))
    ovs_loket_change_mijnloket_async (loket, job->reading->loket_id, ids, OVS_LOKET_CHANGE_SEND_INVITE, NULL, changed_cb, task);
  else
    ovs_loket_change_werknemerloket_async (loket, job->reading->loket_id, ids, OVS_LOKET_CHANGE_REVOKE_ACCESS, NULL, changed_cb, task);
}

static void
start_job (gpointer item, gpointer data, GCancellable *cancellable, GAsyncReadyCallback done, gpointer done_data)
{
  Job *job = item;
  GTask *task = g_task_new (NULL, NULL, done, done_data);

  g_task_set_task_data (task, job, NULL);
  if (!g_queue_is_empty (&job->chunks))
    next_chunk (task);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static gboolean
finish_job (gpointer item, gpointer data, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
start_reading (gpointer item, gpointer data, GCancellable *cancellable, GAsyncReadyCallback done, gpointer done_data)
{
  ovs_reading_read_async (((Job *) item)->reading, loket, watch, OVS_READ_ALL, cancellable, done, done_data);
}

static gboolean
finish_reading (gpointer item, gpointer data, GAsyncResult *result, GError **error)
{
  Job *job = item;
  gboolean success = ovs_reading_read_finish (job->reading, result, error);

  ovs_reading_forget (job->reading);
  return success;
}

static void
do_all (GPtrArray *jobs, OvsCrewStart start, OvsCrewFinish finish)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_crew_async (jobs, OVS_RUN_AT_ONCE, start, finish, NULL, NULL, done_cb, &result);
  ovs_crew_finish (wait_for (&result), &error);
  insist (error);
}

/* --- what there is to do --- */

static GPtrArray *
read_employers (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *employers;

  ovs_loket_read_employers_async (loket, NULL, done_cb, &result);
  employers = ovs_loket_read_employers_finish (loket, wait_for (&result), &error);
  insist (error);
  return employers;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  ovs_reading_free (job->reading);
  g_queue_clear_full (&job->chunks, (GDestroyNotify) g_strfreev);
  g_free (job);
}

static GPtrArray *
read_plan (const char *path)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (job_free);
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) employers = read_employers ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < employers->len; i++)
    {
      const OvsLoketEmployer *employer = g_ptr_array_index (employers, i);
      Job *job = g_new0 (Job, 1);

      job->reading = ovs_reading_new (i + 1, employer->number, employer->name, employer->id);
      g_queue_init (&job->chunks);
      g_hash_table_insert (by_number, job->reading->number, job);
      g_ptr_array_add (jobs, job);
    }
  g_file_get_contents (path, &text, NULL, &error);
  insist (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      GStrv words = g_strsplit (lines[i], " ", -1);
      Job *job = g_hash_table_lookup (by_number, words[1]);

      g_queue_push_tail (&job->chunks, words);
    }
  return jobs;
}

/* In the order of a conversion: the biggest first. */
static int
compare_size (gconstpointer a, gconstpointer b)
{
  return (int) (*(Job *const *) b)->chunks.length - (int) (*(Job *const *) a)->chunks.length;
}

static void
sign_in (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_loket_sign_in_async (loket, NULL, done_cb, &result);
  ovs_loket_sign_in_finish (loket, wait_for (&result), &error);
  insist (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    g_error ("bare-requests URL PLAN");
  loket = ovs_loket_new (argv[1], clock, &error);
  insist (error);
  watch = ovs_action_watch_new (loket);
  sign_in ();
  jobs = read_plan (argv[2]);
  do_all (jobs, start_reading, finish_reading);
  g_ptr_array_sort (jobs, compare_size);
  do_all (jobs, start_job, finish_job);
  ovs_action_watch_free (watch);
  g_object_unref (loket);
  return 0;
}
