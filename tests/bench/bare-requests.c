/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What asking costs at least: bare-requests URL PLAN sends the requests of a conversion, with the same parallelism and the same waiting, and
 * writes nothing down. A line of the plan is "invite" or "block", the number of the employer, and Loket's ids of one chunk.
 *
 * bare-requests URL PLAN DOSSIER sends the same, and keeps the journal in that dossier: each chunk before its request and after its answer,
 * and each person's result. What it takes longer is what the journal costs.
 */
#include "conversion/crew.h"
#include "conversion/run.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "loket/changes.h"

typedef struct
{
  OvsIntentKind kind;
  GStrv words;       /* (owned) of its line in the plan; Loket's ids from the third on */
  GArray *employees; /* (owned) (element-type gint64) in the dossier; empty without a journal */
  gint64 request;    /* in the journal */
} Chunk;

typedef struct
{
  OvsReading *reading; /* (owned) */
  GQueue chunks;       /* (owned) of Chunk, in order */
  GPtrArray *sent;     /* (owned) (element-type Chunk) since it was read back last */
  Chunk *chunk;        /* (unowned) (nullable) under way, the last one sent */
} Job;

static OvsLoket *loket;
static OvsActionWatch *watch;
static OvsDossier *journal; /* (nullable) */

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

static void
chunk_free (gpointer data)
{
  Chunk *chunk = data;

  g_strfreev (chunk->words);
  g_array_unref (chunk->employees);
  g_free (chunk);
}

/* --- the journal --- */

static gboolean
write_sent (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  Chunk *chunk = job->chunk;

  chunk->request = ovs_journal_send (tx, job->reading->employer, chunk->kind, (const gint64 *) (gpointer) chunk->employees->data, chunk->employees->len);
  return TRUE;
}

static gboolean
write_answered (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;

  ovs_journal_accepted (tx, job->chunk->request, job->chunk->words[2]);
  return TRUE;
}

static void
plan (OvsTx *tx, const Job *job, OvsIntentKind kind)
{
  for (GList *l = job->chunks.head; l != NULL; l = l->next)
    {
      const Chunk *chunk = l->data;

      if (chunk->kind == kind)
        ovs_journal_plan_all (tx, (const gint64 *) (gpointer) chunk->employees->data, chunk->employees->len, kind);
    }
}

static gboolean
write_settled (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) intents = ovs_journal_list (tx, job->reading->employer, job->chunk->kind, OVS_INTENT_SENT);
  g_autoptr (GArray) confirmed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < intents->len; i++)
    g_array_append_val (confirmed, ((OvsIntent *) g_ptr_array_index (intents, i))->id);
  ovs_journal_confirm_all (tx, (const gint64 *) (gpointer) confirmed->data, confirmed->len);
  if (job->chunk->kind == OVS_INTENT_INVITE)
    plan (tx, job, OVS_INTENT_BLOCK);
  return TRUE;
}

/* Takes over @task. Calls @then at once when there is no journal. */
static void
write_down (GTask *task, OvsDossierFunc func, GAsyncReadyCallback then)
{
  if (journal != NULL)
    ovs_dossier_write_beside_async (journal, func, g_task_get_task_data (task), then, task);
  else
    then (NULL, NULL, task);
}

static void
insist_written (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (result != NULL)
    ovs_dossier_write_finish (journal, result, &error);
  insist (error);
}

/* --- one employer --- */

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);

  insist_written (result);
  g_ptr_array_set_size (job->sent, 0);
  if (g_queue_is_empty (&job->chunks))
    g_task_return_boolean (task, TRUE);
  else
    next_chunk (g_steal_pointer (&task));
}

static void
read_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_reading_read_finish (job->reading, result, &error);
  insist (error);
  ovs_reading_forget (job->reading);
  write_down (task, write_settled, settled_cb);
}

static void
items_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ovs_loket_read_action_items_finish (loket, result, &error);
  const Chunk *next = g_queue_peek_head (&job->chunks);
  gboolean invited = job->chunk->kind == OVS_INTENT_INVITE;

  insist (error);
  if (next != NULL && next->kind == job->chunk->kind)
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
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);

  insist_written (result);
  ovs_action_watch_wait_async (watch, job->reading->loket_id, g_object_get_data (G_OBJECT (task), "action"), NULL, waited_cb, task);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsLoketAction) action = job->chunk->kind == OVS_INTENT_INVITE ? ovs_loket_change_mijnloket_finish (loket, result, &error)
                                                                                : ovs_loket_change_werknemerloket_finish (loket, result, &error);

  insist (error);
  g_object_set_data_full (G_OBJECT (task), "action", g_strdup (action->id), g_free);
  write_down (task, write_answered, answered_cb);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  const char *const *ids = (const char *const *) job->chunk->words + 2;

  insist_written (result);
  if (job->chunk->kind == OVS_INTENT_INVITE)
    ovs_loket_change_mijnloket_async (loket, job->reading->loket_id, ids, OVS_LOKET_CHANGE_SEND_INVITE, NULL, changed_cb, task);
  else
    ovs_loket_change_werknemerloket_async (loket, job->reading->loket_id, ids, OVS_LOKET_CHANGE_REVOKE_ACCESS, NULL, changed_cb, task);
}

/* Takes over @task. */
static void
next_chunk (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  job->chunk = g_queue_pop_head (&job->chunks);
  g_ptr_array_add (job->sent, job->chunk);
  write_down (task, write_sent, sent_cb);
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
  g_queue_clear_full (&job->chunks, chunk_free);
  g_ptr_array_unref (job->sent);
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
      job->sent = g_ptr_array_new_with_free_func (chunk_free);
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
      Chunk *chunk = g_new0 (Chunk, 1);

      chunk->kind = ovs_intent_kind_from_code (words[0]);
      chunk->words = words;
      chunk->employees = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_queue_push_tail (&job->chunks, chunk);
    }
  return jobs;
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  return (int) (*(Job *const *) b)->chunks.length - (int) (*(Job *const *) a)->chunks.length;
}

/* In the order of a conversion: the biggest first, and after each of them a small one. */
static GPtrArray *
in_turn (GPtrArray *jobs)
{
  GPtrArray *ordered = g_ptr_array_new ();

  g_ptr_array_sort (jobs, compare_size);
  for (guint i = 0; i < jobs->len; i++)
    g_ptr_array_add (ordered, g_ptr_array_index (jobs, i % 2 == 0 ? i / 2 : jobs->len - 1 - i / 2));
  return ordered;
}

static void
add_employee (gint64 id, gboolean missing, gpointer employees)
{
  g_array_append_val ((GArray *) employees, id);
}

/* Whoever it is: as many people of the client as the plan has, the same for their invitation and their block. */
static void
find_people (OvsTx *tx, Job *job)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) by_loket_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (OvsEmployer) employer = { 0 };
  guint taken = 0;

  if (!ovs_employers_find (tx, job->reading->number, &employer))
    return;
  job->reading->employer = employer.id;
  ovs_employees_foreach (tx, employer.id, add_employee, people);
  for (GList *l = job->chunks.head; l != NULL; l = l->next)
    {
      Chunk *chunk = l->data;

      for (char **id = chunk->words + 2; *id != NULL; id++)
        {
          gint64 *employee = g_hash_table_lookup (by_loket_id, *id);

          if (employee == NULL)
            employee = &g_array_index (people, gint64, taken++);
          g_hash_table_insert (by_loket_id, *id, employee);
          g_array_append_val (chunk->employees, *employee);
        }
    }
}

static gboolean
write_plan (OvsTx *tx, gpointer data, GError **error)
{
  GPtrArray *jobs = data;

  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      find_people (tx, job);
      plan (tx, job, OVS_INTENT_INVITE);
    }
  return TRUE;
}

static void
begin_journal (GPtrArray *jobs)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (journal, write_plan, jobs, NULL, &error);
  insist (error);
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
  g_autoptr (GPtrArray) ordered = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    g_error ("bare-requests URL PLAN [DOSSIER]");
  if (argc > 3)
    journal = ovs_dossier_open (argv[3], OVS_DOSSIER_TO_WRITE, &error);
  insist (error);
  loket = ovs_loket_new (argv[1], clock, &error);
  insist (error);
  watch = ovs_action_watch_new (loket);
  sign_in ();
  jobs = read_plan (argv[2]);
  do_all (jobs, start_reading, finish_reading);
  if (journal != NULL)
    begin_journal (jobs);
  ordered = in_turn (jobs);
  do_all (ordered, start_job, finish_job);
  ovs_action_watch_free (watch);
  g_object_unref (loket);
  g_clear_object (&journal);
  return 0;
}
