/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-conversion"

#include "conversion/chunk.h"

#include "base/crash-point.h"
#include "conversion/write-down.h"
#include "loket/changes.h"

/* After so many failures of Loket's server in a row, over all employers, nothing new is sent. */
#define FAILURES 3

typedef struct
{
  OvsRun *run;         /* (unowned) */
  OvsReading *reading; /* (unowned) */
  OvsIntentKind kind;
  GPtrArray *intents;  /* (owned) (element-type OvsIntent) */
  gint64 request;      /* in the journal */
  char *action;        /* (owned) (nullable) Loket's id */
  GError *failure;     /* (owned) (nullable) of the request */
} Chunk;

static void
chunk_free (gpointer data)
{
  Chunk *self = data;

  g_ptr_array_unref (self->intents);
  g_free (self->action);
  g_clear_error (&self->failure);
  g_free (self);
}

/* The points of invitations, blocks and roll-backs have names of their own. */
static inline const char *
point_of (const Chunk *self, const char *first, const char *block)
{
  return self->kind == OVS_INTENT_BLOCK ? block : first;
}

static void send_waiting (OvsRun *run);

static void
end (GTask *task, OvsChunkResult result)
{
  g_task_return_int (task, result);
}

static void
write_down (GTask *task, OvsDossierFunc func, GAsyncReadyCallback callback)
{
  Chunk *self = g_task_get_task_data (task);

  ovs_write_down (self->run->dossier, func, self, callback, task);
}

/* --- its result --- */

static void
on_items (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Chunk *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ovs_loket_read_action_items_finish (OVS_LOKET (source), result, &error);

  ovs_crash_point (point_of (self, "after-items", "after-block-items"));
  /* Without its items the statuses decide. */
  if (items == NULL && !g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (items != NULL)
    g_ptr_array_extend_and_steal (self->reading->items, g_steal_pointer (&items));
  end (task, OVS_CHUNK_SENT);
}

static void
on_waited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Chunk *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  gboolean completed;

  ovs_crash_point (point_of (self, "after-poll", "after-block-poll"));
  if (!ovs_action_watch_wait_finish (self->run->watch, result, &completed, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!completed)
    self->reading->out_of_patience = TRUE;
  if (completed && self->action != NULL)
    ovs_loket_read_action_items_async (self->run->loket, self->action, cancellable, on_items, g_steal_pointer (&task));
  else
    end (task, OVS_CHUNK_SENT);
}

static void
on_answer_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Chunk *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!ovs_write_down_finish (task, source, result))
    return;
  ovs_crash_point (point_of (self, "before-poll", "before-block-poll"));
  if (self->failure != NULL && self->run->failures >= FAILURES)
    g_task_return_error (task, g_steal_pointer (&self->failure));
  else
    ovs_action_watch_wait_async (self->run->watch, self->reading->loket_id, self->action, cancellable, on_waited, g_steal_pointer (&task));
}

/* --- its answer --- */

static gboolean
is_wrong (const Chunk *self)
{
  return g_error_matches (self->failure, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BAD_REQUEST);
}

static gboolean
write_accepted (OvsTx *tx, gpointer data, GError **error)
{
  Chunk *self = data;

  ovs_journal_accepted (tx, self->request, self->action);
  ovs_crash_point (point_of (self, "in-answer", "in-block-answer"));
  return TRUE;
}

static gboolean
write_no_answer (OvsTx *tx, gpointer data, GError **error)
{
  Chunk *self = data;

  ovs_journal_no_answer (tx, self->request);
  return TRUE;
}

/* Nothing was done. A single person whom Loket calls wrong is fallout; all others may go again. */
static gboolean
write_nothing_done (OvsTx *tx, gpointer data, GError **error)
{
  Chunk *self = data;
  const OvsIntent *intent = g_ptr_array_index (self->intents, 0);

  if (self->intents->len > 1 || !is_wrong (self))
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
on_nothing_done_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Chunk *self = g_task_get_task_data (task);

  if (!ovs_write_down_finish (task, source, result))
    return;
  if (is_wrong (self))
    end (task, OVS_CHUNK_WRONG);
  else
    g_task_return_error (task, g_steal_pointer (&self->failure));
}

static void
count_failures (Chunk *self)
{
  if (self->failure == NULL)
    self->run->failures = 0;
  else if (ovs_loket_error_get_status (self->failure) >= 500)
    self->run->failures++;
}

static gboolean
write_called_off (OvsTx *tx, gpointer data, GError **error)
{
  Chunk *self = data;

  ovs_journal_call_off (tx, self->request);
  return TRUE;
}

static void
on_called_off (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (ovs_write_down_finish (task, source, result))
    end (task, OVS_CHUNK_CALLED_OFF);
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Chunk *self = g_task_get_task_data (task);
  g_autoptr (OvsLoketAction) action = NULL;

  if (self->kind == OVS_INTENT_INVITE)
    action = ovs_loket_change_mijnloket_finish (OVS_LOKET (source), result, &self->failure);
  else
    action = ovs_loket_change_werknemerloket_finish (OVS_LOKET (source), result, &self->failure);

  ovs_crash_point (point_of (self, "after-answer", "after-block-answer"));
  self->run->unanswered--;
  count_failures (self);
  self->run->sent = self->run->sent || !ovs_loket_error_nothing_done (self->failure);
  if (g_error_matches (self->failure, OVS_LOKET_ERROR, OVS_LOKET_ERROR_CALLED_OFF))
    write_down (task, write_called_off, on_called_off);
  else if (action != NULL)
    {
      self->action = g_strdup (action->id);
      write_down (task, write_accepted, on_answer_written);
    }
  else if (ovs_loket_error_nothing_done (self->failure))
    write_down (task, write_nothing_done, on_nothing_done_written);
  else
    write_down (task, write_no_answer, on_answer_written);
  send_waiting (self->run);
}

/* --- the request --- */

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

OvsPlannedRequest *
ovs_chunk_describe (OvsRun *run, const OvsReading *reading, OvsIntentKind kind, const GPtrArray *intents, guint first, guint count)
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

/* The click, or the trouble, came while it was written down. */
static gboolean
is_called_off (GTask *task, Chunk *self)
{
  OvsRunControl *control = self->run->control;

  return self->run->stopped || self->run->failures >= FAILURES || !ovs_run_control_may_send (control) || (control != NULL && ovs_run_control_is_paused (control))
         || g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

/* Takes over @task. */
static void
send (GTask *owned)
{
  g_autoptr (GTask) task = owned;
  Chunk *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) ids = ids_of (self->intents, 0, self->intents->len);
  const char *employer = self->reading->loket_id;

  self->run->unanswered++;
  ovs_loket_set_halt (self->run->loket, ovs_run_control_get_halt (self->run->control));
  if (self->kind == OVS_INTENT_INVITE)
    ovs_loket_change_mijnloket_async (self->run->loket, employer, (const char *const *) ids->pdata, change_of (self->kind),
                                      cancellable, on_changed, g_steal_pointer (&task));
  else
    ovs_loket_change_werknemerloket_async (self->run->loket, employer, (const char *const *) ids->pdata, change_of (self->kind),
                                           cancellable, on_changed, g_steal_pointer (&task));
}

static void
send_waiting (OvsRun *run)
{
  while (run->unanswered < OVS_RUN_UNANSWERED && !g_queue_is_empty (&run->to_send))
    {
      GTask *task = g_queue_pop_head (&run->to_send);

      if (!is_called_off (task, g_task_get_task_data (task)))
        send (task);
      else
        {
          write_down (task, write_called_off, on_called_off);
          g_object_unref (task);
        }
    }
}

static void
on_journalled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Chunk *self = g_task_get_task_data (task);
  OvsRun *run = self->run;

  if (!ovs_write_down_finish (task, source, result))
    return;
  ovs_crash_point (point_of (self, "after-journal", "after-block-journal"));
  g_queue_push_tail (&run->to_send, g_steal_pointer (&task));
  send_waiting (run);
}

static gboolean
write_sent (OvsTx *tx, gpointer data, GError **error)
{
  Chunk *self = data;
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->intents->len; i++)
    g_array_append_val (employees, ((OvsIntent *) g_ptr_array_index (self->intents, i))->employee);
  self->request = ovs_journal_send (tx, self->reading->employer, self->kind, (const gint64 *) (gpointer) employees->data, employees->len);
  ovs_crash_point (point_of (self, "in-journal", "in-block-journal"));
  return TRUE;
}

void
ovs_chunk_send_async (OvsRun *run,
                      OvsReading *reading,
                      OvsIntentKind kind,
                      GPtrArray *intents,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Chunk *self = g_new0 (Chunk, 1);

  self->run = run;
  self->reading = reading;
  self->kind = kind;
  self->intents = g_ptr_array_ref (intents);
  g_task_set_source_tag (task, ovs_chunk_send_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, chunk_free);
  ovs_crash_point (point_of (self, "before-journal", "before-block-journal"));
  write_down (task, write_sent, on_journalled);
}

gboolean
ovs_chunk_send_finish (GAsyncResult *result, OvsChunkResult *chunk_result, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gssize told = g_task_propagate_int (G_TASK (result), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *chunk_result = (OvsChunkResult) told;
  return TRUE;
}
