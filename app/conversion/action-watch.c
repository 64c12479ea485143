/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/action-watch.h"

#define FIRST_INTERVAL 50
#define LONGEST_INTERVAL 5000

/* So long an action that Loket accepted may lack in its list: either it is not there yet, or Loket keeps it no longer. Microseconds. */
#define MISSING_PATIENCE (10 * G_USEC_PER_SEC)

typedef struct
{
  char *employer_id;
  char *action_id; /* (nullable) */
  gint64 until;    /* monotonic */
  gint64 missing_since; /* monotonic; 0 while the action is in the list */
  gboolean asked;  /* the question under way was put after this began to wait */
} Wait;

struct _OvsActionWatch
{
  OvsLoket *loket;
  GPtrArray *waiting; /* (element-type GTask) */
  guint interval;     /* milliseconds */
  guint timer;
  gint64 due;         /* monotonic, of the timer */
  gboolean asking;
  gboolean orderless;  /* Loket does not know the order in which the latest come first */
};

static void schedule (OvsActionWatch *self);

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_free (wait->employer_id);
  g_free (wait->action_id);
  g_free (wait);
}

OvsActionWatch *
ovs_action_watch_new (OvsLoket *loket)
{
  OvsActionWatch *self = g_new0 (OvsActionWatch, 1);

  self->loket = g_object_ref (loket);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->interval = FIRST_INTERVAL;
  return self;
}

void
ovs_action_watch_free (OvsActionWatch *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->loket);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

static gboolean
is_among (const Wait *wait, GPtrArray *actions)
{
  for (guint i = 0; wait->action_id != NULL && i < actions->len; i++)
    if (g_strcmp0 (((const OvsLoketAction *) g_ptr_array_index (actions, i))->id, wait->action_id) == 0)
      return TRUE;
  return FALSE;
}

/* An action that is asked for by its id must be in the list; a list without it tells nothing yet. */
static gboolean
is_over (const Wait *wait, GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      const OvsLoketAction *action = g_ptr_array_index (actions, i);

      if (wait->action_id != NULL && g_strcmp0 (action->id, wait->action_id) == 0)
        return ovs_loket_action_is_completed (action);
      if (wait->action_id == NULL && g_strcmp0 (action->employer_id, wait->employer_id) == 0 && !ovs_loket_action_is_completed (action))
        return FALSE;
    }
  return wait->action_id == NULL;
}

typedef enum
{
  VERDICT_WAIT, /* nothing new, or it began after the question */
  VERDICT_COMPLETED,
  VERDICT_OUT_OF_PATIENCE,
  VERDICT_FAILED,
} Verdict;

/* Whether the action lacks in the list for so long that it will not come any more; then only the statuses tell what it did. */
static gboolean
is_gone (Wait *wait, GPtrArray *actions)
{
  gint64 now = g_get_monotonic_time ();

  if (wait->action_id == NULL || is_among (wait, actions))
    wait->missing_since = 0;
  else if (wait->missing_since == 0)
    wait->missing_since = now;
  return wait->missing_since != 0 && now - wait->missing_since >= MISSING_PATIENCE;
}

static Verdict
judge (GTask *task, GPtrArray *actions)
{
  Wait *wait = g_task_get_task_data (task);

  if (!wait->asked)
    return VERDICT_WAIT;
  if (actions == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return VERDICT_FAILED;
  if (is_over (wait, actions))
    return VERDICT_COMPLETED;
  return is_gone (wait, actions) || g_get_monotonic_time () >= wait->until ? VERDICT_OUT_OF_PATIENCE : VERDICT_WAIT;
}

static void
answer (GTask *task, Verdict verdict, const GError *error)
{
  if (verdict != VERDICT_FAILED)
    g_task_return_boolean (task, verdict == VERDICT_COMPLETED);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_error (task, g_error_copy (error));
}

static void
tell (OvsActionWatch *self, GPtrArray *actions, const GError *error)
{
  g_autoptr (GPtrArray) asked = g_steal_pointer (&self->waiting);
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (Verdict));

  self->asking = FALSE;
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < asked->len; i++)
    {
      Verdict verdict = judge (g_ptr_array_index (asked, i), actions);

      g_array_append_val (verdicts, verdict);
      if (verdict == VERDICT_WAIT)
        g_ptr_array_add (self->waiting, g_object_ref (g_ptr_array_index (asked, i)));
    }
  schedule (self);

  /* Last, since an answer may end the run and with it this watch. */
  for (guint i = 0; i < asked->len; i++)
    if (g_array_index (verdicts, Verdict, i) != VERDICT_WAIT)
      answer (g_ptr_array_index (asked, i), g_array_index (verdicts, Verdict, i), error);
}

/* Whether the latest actions are all that is asked for: one that is not among them is looked for in the whole list. */
static gboolean
can_all_tell (OvsActionWatch *self, GPtrArray *actions)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const Wait *wait = g_task_get_task_data (g_ptr_array_index (self->waiting, i));

      if (wait->asked && !is_among (wait, actions))
        return FALSE;
    }
  return TRUE;
}

static void
on_all (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = ovs_loket_read_actions_finish (OVS_LOKET (source), result, &error);

  tell (user_data, actions, error);
}

static void
on_recent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsActionWatch *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = ovs_loket_read_recent_actions_finish (OVS_LOKET (source), result, &error);

  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BAD_REQUEST))
    self->orderless = TRUE;
  else if (actions == NULL || can_all_tell (self, actions))
    {
      tell (self, actions, error);
      return;
    }
  ovs_loket_read_actions_async (self->loket, NULL, on_all, self);
}

/* Whether the latest actions are worth a question: not where somebody waits for all of an employer. */
static gboolean
may_recent_do (OvsActionWatch *self)
{
  if (self->orderless)
    return FALSE;
  for (guint i = 0; i < self->waiting->len; i++)
    if (((const Wait *) g_task_get_task_data (g_ptr_array_index (self->waiting, i)))->action_id == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
ask (gpointer data)
{
  OvsActionWatch *self = data;

  self->timer = 0;
  self->asking = TRUE;
  self->interval = MIN (self->interval + self->interval / 2, LONGEST_INTERVAL);
  for (guint i = 0; i < self->waiting->len; i++)
    ((Wait *) g_task_get_task_data (g_ptr_array_index (self->waiting, i)))->asked = TRUE;
  if (may_recent_do (self))
    ovs_loket_read_recent_actions_async (self->loket, NULL, on_recent, self);
  else
    ovs_loket_read_actions_async (self->loket, NULL, on_all, self);
  return G_SOURCE_REMOVE;
}

static void
schedule (OvsActionWatch *self)
{
  gint64 due = g_get_monotonic_time () + (gint64) self->interval * 1000;

  /* Who begins to wait may bring the next question nearer, and never puts it off. */
  if (self->waiting->len == 0 || self->asking || (self->timer != 0 && self->due <= due))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->due = due;
  self->timer = g_timeout_add (self->interval, ask, self);
}

void
ovs_action_watch_wait_async (OvsActionWatch *self,
                             const char *employer_id,
                             const char *action_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Wait *wait = g_new0 (Wait, 1);

  wait->employer_id = g_strdup (employer_id);
  wait->action_id = g_strdup (action_id);
  wait->until = g_get_monotonic_time () + (gint64) OVS_ACTION_PATIENCE * G_USEC_PER_SEC;
  g_task_set_source_tag (task, ovs_action_watch_wait_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, wait, wait_free);
  g_ptr_array_add (self->waiting, task);

  self->interval = FIRST_INTERVAL;
  schedule (self);
}

gboolean
ovs_action_watch_wait_finish (OvsActionWatch *self, GAsyncResult *result, gboolean *completed, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *completed = g_task_propagate_boolean (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
