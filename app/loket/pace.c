/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/pace.h"

/* A little more than a second: the other side counts by its own clock. */
#define WINDOW (G_USEC_PER_SEC + 20 * 1000)
#define KEYS_KEPT 256

struct _OvsPace
{
  GObject parent_instance;

  guint at_once;
  guint inside;
  gint64 rest_until;
  GQueue waiting;     /* (owned) GTask, each with a Waiting */
  GHashTable *starts; /* (owned) key → GArray of the times of the last entries, oldest first */
  GSource *timer;     /* (owned) (nullable) */
};

typedef struct
{
  char *key;
  guint per_second;
  gint64 not_before;
  GSource *on_cancel; /* (owned) (nullable) */
} Waiting;

G_DEFINE_FINAL_TYPE (OvsPace, ovs_pace, G_TYPE_OBJECT)

static void let_in (OvsPace *self);

static void
drop_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  drop_source (&waiting->on_cancel);
  g_free (waiting->key);
  g_free (waiting);
}

static void
ovs_pace_finalize (GObject *object)
{
  OvsPace *self = OVS_PACE (object);

  drop_source (&self->timer);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_hash_table_unref (self->starts);
  G_OBJECT_CLASS (ovs_pace_parent_class)->finalize (object);
}

static void
ovs_pace_class_init (OvsPaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_pace_finalize;
}

static void
ovs_pace_init (OvsPace *self)
{
  g_queue_init (&self->waiting);
  self->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static gint64
may_enter_at (OvsPace *self, const Waiting *waiting)
{
  GArray *starts = g_hash_table_lookup (self->starts, waiting->key);
  gint64 at = MAX (waiting->not_before, self->rest_until);

  if (starts != NULL && starts->len >= waiting->per_second)
    at = MAX (at, g_array_index (starts, gint64, starts->len - waiting->per_second) + WINDOW);
  return at;
}

static gboolean
is_past (gpointer key, gpointer value, gpointer user_data)
{
  GArray *starts = value;
  gint64 now = *(gint64 *) user_data;

  return g_array_index (starts, gint64, starts->len - 1) + WINDOW < now;
}

static void
note_start (OvsPace *self, const Waiting *waiting, gint64 now)
{
  GArray *starts;

  if (g_hash_table_size (self->starts) >= KEYS_KEPT)
    g_hash_table_foreach_remove (self->starts, is_past, &now);
  starts = g_hash_table_lookup (self->starts, waiting->key);
  if (starts == NULL)
    {
      starts = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->starts, g_strdup (waiting->key), starts);
    }
  if (starts->len >= waiting->per_second)
    g_array_remove_index (starts, 0);
  g_array_append_val (starts, now);
}

/* The first who may enter now; else NULL and the time at which somebody may. */
static GTask *
take_next (OvsPace *self, gint64 now, gint64 *earliest)
{
  *earliest = G_MAXINT64;
  for (GList *l = self->waiting.head; l != NULL; l = l->next)
    {
      GTask *task = l->data;
      gint64 at = may_enter_at (self, g_task_get_task_data (task));

      if (at <= now)
        {
          g_queue_delete_link (&self->waiting, l);
          return task;
        }
      *earliest = MIN (*earliest, at);
    }
  return NULL;
}

static gboolean
timer_cb (gpointer user_data)
{
  OvsPace *self = user_data;

  drop_source (&self->timer);
  let_in (self);
  return G_SOURCE_REMOVE;
}

static void
set_timer (OvsPace *self, gint64 now, gint64 at)
{
  drop_source (&self->timer);
  if (at == G_MAXINT64)
    return;
  self->timer = g_timeout_source_new ((guint) ((at - now) / 1000 + 1));
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
let_in (OvsPace *self)
{
  g_autoptr (OvsPace) alive = g_object_ref (self);
  gint64 earliest = G_MAXINT64;

  /* Returning a task can call back into this object: look at the queue afresh each time. */
  while (self->inside < self->at_once && !g_queue_is_empty (&self->waiting))
    {
      gint64 now = g_get_monotonic_time ();
      g_autoptr (GTask) task = take_next (self, now, &earliest);
      Waiting *waiting;

      if (task == NULL)
        {
          set_timer (self, now, earliest);
          return;
        }
      waiting = g_task_get_task_data (task);
      drop_source (&waiting->on_cancel);
      note_start (self, waiting, now);
      self->inside++;
      g_task_return_boolean (task, TRUE);
    }
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OvsPace *self = g_task_get_source_object (user_data);
  GList *link = g_queue_find (&self->waiting, user_data);

  if (link == NULL)
    return G_SOURCE_REMOVE;
  task = link->data;
  g_queue_delete_link (&self->waiting, link);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  return G_SOURCE_REMOVE;
}

OvsPace *
ovs_pace_new (guint at_once)
{
  OvsPace *self = g_object_new (OVS_TYPE_PACE, NULL);

  self->at_once = at_once;
  return self;
}

void
ovs_pace_enter_async (OvsPace *self,
                      const char *key,
                      guint per_second,
                      gint64 not_before,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Waiting *waiting = g_new0 (Waiting, 1);

  g_task_set_source_tag (task, ovs_pace_enter_async);
  /* Who was let in has a place to give back, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  waiting->key = g_strdup (key);
  waiting->per_second = per_second;
  waiting->not_before = not_before;
  g_task_set_task_data (task, waiting, waiting_free);
  if (cancellable != NULL)
    {
      waiting->on_cancel = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiting->on_cancel, G_SOURCE_FUNC (cancelled_cb), task, NULL);
      g_source_attach (waiting->on_cancel, g_main_context_get_thread_default ());
    }
  g_queue_push_tail (&self->waiting, task);
  let_in (self);
}

gboolean
ovs_pace_enter_finish (OvsPace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ovs_pace_leave (OvsPace *self)
{
  g_return_if_fail (self->inside > 0);

  self->inside--;
  let_in (self);
}

void
ovs_pace_rest (OvsPace *self, gint64 until)
{
  self->rest_until = MAX (self->rest_until, until);
}
