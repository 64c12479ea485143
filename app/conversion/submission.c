/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-conversion"

#include "conversion/submission.h"

#include "conversion/crew.h"
#include "conversion/settle.h"
#include "loket/changes.h"

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
  gint64 request;        /* in the journal */
  char *action;          /* (owned) (nullable) Loket's id */
  GError *failure;       /* (owned) (nullable) of the request under way */
  GError *stop;          /* (owned) (nullable) why nothing more is sent here */
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
  g_free (self->action);
  g_clear_error (&self->failure);
  g_clear_error (&self->stop);
  g_free (self);
}

/* TRUE when the write went well; else the task has been ended. */
static gboolean
written (GTask *task, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    return TRUE;
  g_task_return_error (task, g_steal_pointer (&error));
  return FALSE;
}

static void
write_down (GTask *task, OvsDossierFunc func, GAsyncReadyCallback callback)
{
  Submission *self = g_task_get_task_data (task);

  /* Never cancelled: what was sent is written down. */
  ovs_dossier_write_async (self->run->dossier, func, self, NULL, callback, g_object_ref (task));
}

static void
report_stage (Submission *self, OvsRunStage stage)
{
  OvsReading *reading = self->reading;
  OvsRunClient client = { reading->number, reading->name, stage, MIN (self->done, reading->invitations), reading->invitations };

  if (reading->invitations > 0)
    ovs_run_control_report (self->run->control, &client);
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

static gboolean
settle (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;

  ovs_reading_record (self->reading, tx, self->run->sequence);
  ovs_settle_employer (self->reading, tx, self->kind, OVS_SETTLE_NOW);
  if (self->kind == OVS_INTENT_INVITE)
    ovs_journal_plan_blocks (tx, self->reading->employer);
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

  if (!written (task, source, result))
    return;
  g_ptr_array_set_size (self->reading->items, 0);
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

  if (ovs_reading_read_finish (self->reading, result, &error))
    write_down (task, settle, on_settled);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_back (GTask *task)
{
  Submission *self = g_task_get_task_data (task);
  OvsReadWhat what = OVS_READ_WERKNEMERLOKET | (self->kind == OVS_INTENT_INVITE ? OVS_READ_MIJNLOKET : 0);

  /* The waiting was done per chunk. */
  self->reading->has_open = FALSE;
  g_clear_pointer (&self->reading->open_actions, g_strfreev);
  ovs_reading_read_async (self->reading, self->run->loket, self->run->watch, what, g_task_get_cancellable (task), on_read_back,
                          g_object_ref (task));
}

/* --- one chunk --- */

static void
on_items (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ovs_loket_read_action_items_finish (OVS_LOKET (source), result, &error);

  if (items == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_ptr_array_extend_and_steal (self->reading->items, g_steal_pointer (&items));
  count_chunk (self);
  next_chunk (task);
}

static void
on_waited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  gboolean completed;

  if (!ovs_action_watch_wait_finish (self->run->watch, result, &completed, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!completed)
    self->reading->out_of_patience = TRUE;
  if (completed && self->action != NULL)
    {
      ovs_loket_read_action_items_async (self->run->loket, self->action, cancellable, on_items, g_steal_pointer (&task));
      return;
    }
  count_chunk (self);
  next_chunk (task);
}

static void
on_answer_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);

  if (written (task, source, result))
    ovs_action_watch_wait_async (self->run->watch, self->reading->loket_id, self->action, g_task_get_cancellable (task), on_waited,
                                 g_object_ref (task));
}

static gboolean
write_accepted (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;

  ovs_journal_accepted (tx, self->request, self->action);
  return TRUE;
}

static gboolean
write_no_answer (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;

  ovs_journal_no_answer (tx, self->request);
  return TRUE;
}

/* Nothing was done. A single person whom Loket calls wrong is fallout; all others may go again. */
static gboolean
write_nothing_done (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;
  const OvsIntent *intent = g_ptr_array_index (self->chunk, 0);

  if (self->chunk->len > 1 || !g_error_matches (self->failure, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BAD_REQUEST))
    {
      ovs_journal_nothing_done (tx, self->request);
      return TRUE;
    }
  ovs_journal_no_answer (tx, self->request);
  ovs_journal_settle (tx, intent->employee, self->kind, OVS_INTENT_REFUSED, OVS_FALLOUT_REFUSED_BY_LOKET,
                      ovs_loket_error_get_reason (self->failure));
  return TRUE;
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

static void
stop_with (Submission *self, GError *failure)
{
  if (ovs_run_is_local (failure))
    g_ptr_array_add (self->run->problems, ovs_problem_new (self->reading->number, NULL, failure->message));
  else
    self->run->stopped = TRUE;
  self->stop = failure;
}

static void
on_nothing_done_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);

  if (!written (task, source, result))
    return;
  if (!g_error_matches (self->failure, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BAD_REQUEST))
    stop_with (self, g_steal_pointer (&self->failure));
  else if (self->chunk->len > 1)
    halve (self);
  else
    count_chunk (self);
  g_clear_error (&self->failure);
  next_chunk (task);
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  g_autoptr (OvsLoketAction) action = NULL;

  g_clear_error (&self->failure);
  g_clear_pointer (&self->action, g_free);
  if (self->kind == OVS_INTENT_INVITE)
    action = ovs_loket_change_mijnloket_finish (OVS_LOKET (source), result, &self->failure);
  else
    action = ovs_loket_change_werknemerloket_finish (OVS_LOKET (source), result, &self->failure);

  if (action != NULL)
    {
      self->action = g_strdup (action->id);
      write_down (task, write_accepted, on_answer_written);
    }
  else if (ovs_loket_error_nothing_done (self->failure))
    write_down (task, write_nothing_done, on_nothing_done_written);
  else
    write_down (task, write_no_answer, on_answer_written);
}

static OvsLoketChange
change_of (OvsIntentKind kind)
{
  switch (kind)
    {
    case OVS_INTENT_BLOCK:
      return OVS_LOKET_CHANGE_REVOKE_ACCESS;
    case OVS_INTENT_REINSTATE:
      return OVS_LOKET_CHANGE_REINSTATE_ACCESS;
    case OVS_INTENT_INVITE:
    default:
      return OVS_LOKET_CHANGE_SEND_INVITE;
    }
}

/* Loket's ids of @count intents from @first on, NULL-terminated; the texts belong to the intents. */
static GPtrArray *
ids_of (const GPtrArray *intents, guint first, guint count)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = first; i < first + count; i++)
    g_ptr_array_add (ids, ((OvsIntent *) g_ptr_array_index (intents, i))->loket_id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* The request for @count of @intents from @first on, as it would be sent. */
static OvsPlannedRequest *
describe (OvsRun *run, const OvsReading *reading, OvsIntentKind kind, const GPtrArray *intents, guint first, guint count)
{
  g_autoptr (GPtrArray) ids = ids_of (intents, first, count);
  OvsPlannedRequest *request = g_new0 (OvsPlannedRequest, 1);

  request->method = g_strdup ("PATCH");
  request->employer_number = g_strdup (reading->number);
  request->people = count;
  request->path = ovs_loket_describe_change (run->loket, kind == OVS_INTENT_INVITE, reading->loket_id, (const char *const *) ids->pdata,
                                             change_of (kind), &request->body);
  return request;
}

static void
on_journalled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) ids = NULL;
  const char *employer = self->reading->loket_id;

  if (!written (task, source, result))
    return;
  ids = ids_of (self->chunk, 0, self->chunk->len);
  if (self->kind == OVS_INTENT_INVITE)
    ovs_loket_change_mijnloket_async (self->run->loket, employer, (const char *const *) ids->pdata, change_of (self->kind),
                                      cancellable, on_changed, g_steal_pointer (&task));
  else
    ovs_loket_change_werknemerloket_async (self->run->loket, employer, (const char *const *) ids->pdata, change_of (self->kind),
                                           cancellable, on_changed, g_steal_pointer (&task));
}

static gboolean
write_sent (OvsTx *tx, gpointer data, GError **error)
{
  Submission *self = data;
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->chunk->len; i++)
    g_array_append_val (employees, ((OvsIntent *) g_ptr_array_index (self->chunk, i))->employee);
  self->request = ovs_journal_send (tx, self->reading->employer, self->kind, (const gint64 *) (gpointer) employees->data, employees->len);
  return TRUE;
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
  write_down (task, write_sent, on_journalled);
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

  if (!written (task, source, result))
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
  g_autoptr (GError) error = NULL;

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
    g_ptr_array_add (requests, describe (run, reading, kind, intents, i, MIN (intents->len - i, OVS_SUBMISSION_CHUNK)));
}

void
ovs_submission_async (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_submission_async);
  g_task_set_check_cancellable (task, FALSE);
  ovs_crew_async (run->readings, OVS_RUN_AT_ONCE, start_submission, finish_submission, run, cancellable, on_all_submitted, task);
}

gboolean
ovs_submission_finish (OvsRun *run, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
