/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-conversion"

#include "config.h"

#include "conversion/submission.h"

#include <glib/gi18n.h>

#include "base/crash-point.h"
#include "conversion/chunk.h"
#include "conversion/crew.h"
#include "conversion/settle.h"
#include "conversion/write-down.h"

/* How often what left no trace is sent again in one run. */
#define ROUNDS 3

typedef struct
{
  OvsRun *run;           /* (unowned) */
  OvsReading *reading;   /* (unowned) */
  OvsIntentKind kind;
  guint round;
  guint done;            /* people whose invitation has its result, or was waited for */

  GPtrArray *planned;    /* (owned) (nullable) (element-type OvsIntent) what the chunks point at */
  GQueue chunks;         /* of GPtrArray of OvsIntent, unowned */
  GPtrArray *chunk;      /* (owned) (nullable) under way */
  GError *stop;          /* (owned) (nullable) why nothing more is sent here */
  GPtrArray *lasting;    /* (owned) (element-type utf8) employees who are over, and still in the migration list */
} Submission;

static void next_chunk (GTask *task);
static void list_planned (GTask *task);

static void
submission_free (gpointer data)
{
  Submission *self = data;

  g_queue_clear_full (&self->chunks, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&self->chunk, g_ptr_array_unref);
  g_clear_pointer (&self->planned, g_ptr_array_unref);
  g_clear_error (&self->stop);
  g_ptr_array_unref (self->lasting);
  g_free (self);
}

static inline const char *
point_of (const Submission *self, const char *first, const char *block)
{
  return self->kind == OVS_INTENT_BLOCK ? block : first;
}

static void
write_down (GTask *task, OvsDossierFunc func, GAsyncReadyCallback callback)
{
  Submission *self = g_task_get_task_data (task);

  ovs_write_down (self->run->dossier, func, self, callback, task);
}

static void
report_stage (Submission *self, OvsRunStage stage)
{
  OvsReading *reading = self->reading;
  OvsRunClient client = { reading->number, reading->name, stage, MIN (self->done, reading->invitations), reading->invitations };

  if (reading->invitations > 0)
    ovs_run_control_report (self->run->control, &client);
}

/* Takes @failure; the first one holds. */
static void
stop_with (Submission *self, GError *failure)
{
  if (ovs_run_is_local (failure))
    g_ptr_array_add (self->run->problems, ovs_problem_new (self->reading->number, NULL, failure->message));
  else
    {
      self->run->stopped = TRUE;
      ovs_run_control_call_off (self->run->control);
    }
  if (self->stop == NULL)
    self->stop = failure;
  else
    g_error_free (failure);
}

/* TRUE while new requests may go out. */
static gboolean
may_send (Submission *self)
{
  return !self->run->stopped && ovs_run_control_may_send (self->run->control);
}

static void
end (GTask *task)
{
  Submission *self = g_task_get_task_data (task);

  report_stage (self, self->stop == NULL && may_send (self) ? OVS_RUN_STAGE_DONE : OVS_RUN_STAGE_STOPPED);
  if (self->stop == NULL || ovs_run_is_local (self->stop))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&self->stop));
}

/* --- after the last chunk: read back and settle --- */

/* Who is blocked after a confirmed invitation should have left Loket's list of who can still go over. */
static void
look_who_lasts (Submission *self, OvsTx *tx)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->reading->migration != NULL && i < self->reading->migration->len; i++)
    {
      const OvsLoketMigration *migration = g_ptr_array_index (self->reading->migration, i);
      g_hash_table_insert (listed, migration->employee_id, migration->employee_number);
    }
  for (guint i = 0; i < self->planned->len; i++)
    {
      const OvsIntent *intent = g_ptr_array_index (self->planned, i);
      const char *number = g_hash_table_lookup (listed, intent->loket_id);
      g_autofree char *reason = NULL;
      g_autofree char *message = NULL;

      if (number != NULL && ovs_journal_latest (tx, intent->employee, OVS_INTENT_BLOCK, &reason, &message) == OVS_INTENT_CONFIRMED)
        g_ptr_array_add (self->lasting, g_strdup (number));
    }
}

static void
tell_who_lasts (Submission *self)
{
  for (guint i = 0; i < self->lasting->len; i++)
    g_ptr_array_add (self->run->problems,
                     ovs_problem_new (self->reading->number, g_ptr_array_index (self->lasting, i),
                                      _ ("Invited, and blocked in Werknemerloket, but Loket still lists this employee as one who can go over. Look in Loket.")));
  g_ptr_array_set_size (self->lasting, 0);
}

static gboolean
settle (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;

  ovs_crash_point (point_of (self, "in-settle", "in-block-settle"));
  ovs_reading_record (self->reading, tx, self->run->sequence);
  ovs_settle_employer (self->reading, tx, self->kind, OVS_SETTLE_NOW);
  if (self->kind == OVS_INTENT_INVITE)
    ovs_journal_plan_blocks (tx, self->reading->employer);
  else if (self->kind == OVS_INTENT_BLOCK)
    look_who_lasts (self, tx);
  return TRUE;
}

/* Counts the people of the chunk, once: what is sent again in a later round has been counted. */
static void
count_chunk (Submission *self)
{
  OvsRun *run = self->run;

  if (self->kind != self->run->kind || self->round > 0)
    return;
  self->done += self->chunk->len;
  run->done += self->chunk->len;
  report_stage (self, OVS_RUN_STAGE_INVITING);
  if (run->progress != NULL)
    run->progress (MIN (run->done, run->total), run->total, run->progress_data);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);

  if (!ovs_write_down_finish (task, source, result))
    return;
  ovs_crash_point (point_of (self, "after-settle", "after-block-settle"));
  tell_who_lasts (self);
  g_ptr_array_set_size (self->reading->items, 0);
  ovs_reading_forget (self->reading);
  self->reading->out_of_patience = FALSE;
  if (self->stop != NULL)
    {
      end (task);
      return;
    }
  self->round++;
  list_planned (task);
}

static void
on_read_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_crash_point (point_of (self, "before-settle", "before-block-settle"));
  if (ovs_reading_read_finish (self->reading, result, &error))
    {
      write_down (task, settle, on_settled);
      return;
    }
  /* What this employer does not tell now, the next run reads. */
  stop_with (self, g_steal_pointer (&error));
  end (task);
}

static void
read_back (GTask *task)
{
  Submission *self = g_task_get_task_data (task);
  OvsReadWhat what = OVS_READ_WERKNEMERLOKET;

  if (self->kind == OVS_INTENT_INVITE)
    what |= OVS_READ_MIJNLOKET;
  else if (self->kind == OVS_INTENT_BLOCK)
    what |= OVS_READ_MIGRATION;

  ovs_crash_point (point_of (self, "before-reading-back", "before-block-reading-back"));
  /* The waiting was done per chunk. */
  self->reading->has_open = FALSE;
  g_clear_pointer (&self->reading->open_actions, g_strfreev);
  ovs_reading_read_async (self->reading, self->run->loket, self->run->watch, what, g_task_get_cancellable (task), on_read_back,
                          g_object_ref (task));
}

static void
push_part (Submission *self, guint from, guint to)
{
  GPtrArray *part = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    g_ptr_array_add (part, g_ptr_array_index (self->chunk, i));
  g_queue_push_head (&self->chunks, part);
}

static void
halve (Submission *self)
{
  guint count = self->chunk->len;

  push_part (self, count / 2, count);
  push_part (self, 0, count / 2);
}

/* --- one chunk after the other --- */

static void
on_chunk (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  OvsChunkResult told;

  if (!ovs_chunk_send_finish (result, &told, &error))
    stop_with (self, g_steal_pointer (&error));
  else if (told == OVS_CHUNK_CALLED_OFF)
    g_queue_push_head (&self->chunks, g_steal_pointer (&self->chunk));
  else if (told == OVS_CHUNK_WRONG && self->chunk->len > 1)
    halve (self);
  else
    count_chunk (self);
  next_chunk (task);
}

static void
check_stop (GTask *task, Submission *self)
{
  if (self->stop == NULL)
    g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &self->stop);
}

static void
on_may_send (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);

  /* Much may have happened while it was paused. */
  if (!ovs_run_control_wait_finish (self->run->control, result) || self->run->stopped
      || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      next_chunk (task);
      return;
    }
  self->chunk = g_queue_pop_head (&self->chunks);
  ovs_chunk_send_async (self->run, self->reading, self->kind, self->chunk, g_task_get_cancellable (task), on_chunk, g_object_ref (task));
}

static void
next_chunk (GTask *task)
{
  Submission *self = g_task_get_task_data (task);

  check_stop (task, self);
  g_clear_pointer (&self->chunk, g_ptr_array_unref);
  if (self->stop != NULL && !ovs_run_is_local (self->stop))
    {
      end (task);
      return;
    }
  if (self->stop != NULL || !may_send (self) || g_queue_is_empty (&self->chunks))
    {
      read_back (task);
      return;
    }
  ovs_run_control_wait_async (self->run->control, g_task_get_cancellable (task), on_may_send, g_object_ref (task));
}

/* --- what there is to send --- */

static gboolean
read_planned (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;

  g_clear_pointer (&self->planned, g_ptr_array_unref);
  self->planned = ovs_journal_list (tx, self->reading->employer, self->kind, OVS_INTENT_PLANNED);
  return TRUE;
}

static void
cut_into_chunks (Submission *self)
{
  g_queue_clear_full (&self->chunks, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->planned->len; i++)
    {
      if (i % OVS_SUBMISSION_CHUNK == 0)
        g_queue_push_tail (&self->chunks, g_ptr_array_new ());
      g_ptr_array_add (g_queue_peek_tail (&self->chunks), g_ptr_array_index (self->planned, i));
    }
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);

  if (!ovs_write_down_finish (task, source, result))
    return;
  if (self->planned->len > 0 && self->round < ROUNDS && may_send (self))
    {
      report_stage (self, self->kind == OVS_INTENT_INVITE ? OVS_RUN_STAGE_INVITING : OVS_RUN_STAGE_BLOCKING);
      cut_into_chunks (self);
      next_chunk (task);
    }
  else if (self->kind == OVS_INTENT_INVITE)
    {
      self->kind = OVS_INTENT_BLOCK;
      self->round = 0;
      list_planned (task);
    }
  else
    end (task);
}

static void
list_planned (GTask *task)
{
  write_down (task, read_planned, on_planned);
}

static void
submit_async (OvsRun *run, OvsReading *reading, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Submission *self = g_new0 (Submission, 1);

  self->run = run;
  self->reading = reading;
  self->lasting = g_ptr_array_new_with_free_func (g_free);
  self->kind = run->kind;
  g_queue_init (&self->chunks);
  g_task_set_source_tag (task, submit_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, submission_free);
  list_planned (task);
}

static void
start_submission (gpointer item, gpointer data, GCancellable *cancellable, GAsyncReadyCallback done, gpointer done_data)
{
  submit_async (data, item, cancellable, done, done_data);
}

static gboolean
finish_submission (gpointer item, gpointer data, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_all_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsRun *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_cancellable_disconnect (g_task_get_cancellable (task), run->on_cancel);
  if (ovs_crew_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_submission_list (OvsRun *run, OvsTx *tx, const OvsReading *reading, OvsIntentKind kind, GPtrArray *requests)
{
  g_autoptr (GPtrArray) intents = ovs_journal_list (tx, reading->employer, kind, OVS_INTENT_PLANNED);

  for (guint i = 0; i < intents->len; i += OVS_SUBMISSION_CHUNK)
    g_ptr_array_add (requests, ovs_chunk_describe (run, reading, kind, intents, i, MIN (intents->len - i, OVS_SUBMISSION_CHUNK)));
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const OvsReading *first = *(OvsReading *const *) a;
  const OvsReading *second = *(OvsReading *const *) b;

  return second->invitations < first->invitations ? -1 : second->invitations > first->invitations;
}

/*
 * The biggest client first: its chunks go one by one, and what begins last must not be what takes longest. After each big one a small one, so
 * that not all of the biggest have their lists in memory at once.
 */
static GPtrArray *
in_turn (const OvsRun *run)
{
  guint count = run->readings->len;
  g_autoptr (GPtrArray) by_size = g_ptr_array_sized_new (count);
  GPtrArray *readings = g_ptr_array_sized_new (count);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (by_size, g_ptr_array_index (run->readings, i));
  g_ptr_array_sort (by_size, compare_size);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (readings, g_ptr_array_index (by_size, i % 2 == 0 ? i / 2 : count - 1 - i / 2));
  return readings;
}

/* What was cancelled is not sent when its turn comes. */
static void
on_cancelled (GCancellable *cancellable, gpointer control)
{
  ovs_run_control_call_off (control);
}

void
ovs_submission_async (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GPtrArray) readings = in_turn (run);

  g_task_set_source_tag (task, ovs_submission_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, NULL);
  if (run->control == NULL)
    run->control = ovs_run_control_new ();
  if (cancellable != NULL)
    run->on_cancel = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), g_object_ref (run->control), g_object_unref);
  ovs_crew_async (readings, OVS_RUN_AT_ONCE, start_submission, finish_submission, run, cancellable, on_all_submitted, task);
}

gboolean
ovs_submission_finish (OvsRun *run, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
