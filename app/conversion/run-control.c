/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/run-control.h"

struct _OvsRunControl
{
  GObject parent_instance;

  gboolean paused;
  gboolean stopped;
  GCancellable *halt; /* (owned) */
  GPtrArray *waiting; /* (owned) (element-type Waiting) */
};

/* One part of a run that may not send now. */
typedef struct
{
  GTask *task;     /* (owned) */
  GSource *source; /* (owned) (nullable) of its cancellable */
} Waiting;

G_DEFINE_FINAL_TYPE (OvsRunControl, ovs_run_control, G_TYPE_OBJECT)

enum
{
  CLIENT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  if (waiting->source != NULL)
    g_source_destroy (waiting->source);
  g_clear_pointer (&waiting->source, g_source_unref);
  g_object_unref (waiting->task);
  g_free (waiting);
}

static void
ovs_run_control_finalize (GObject *object)
{
  g_ptr_array_unref (OVS_RUN_CONTROL (object)->waiting);
  g_object_unref (OVS_RUN_CONTROL (object)->halt);
  G_OBJECT_CLASS (ovs_run_control_parent_class)->finalize (object);
}

static void
ovs_run_control_class_init (OvsRunControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_run_control_finalize;
  signals[CLIENT_CHANGED]
      = g_signal_new ("client-changed", OVS_TYPE_RUN_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ovs_run_control_init (OvsRunControl *self)
{
  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  self->halt = g_cancellable_new ();
}

OvsRunControl *
ovs_run_control_new (void)
{
  return g_object_new (OVS_TYPE_RUN_CONTROL, NULL);
}

static void
let_go (OvsRunControl *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_boolean (((Waiting *) g_ptr_array_index (waiting, i))->task, !self->stopped);
}

void
ovs_run_control_pause (OvsRunControl *self)
{
  self->paused = !self->stopped;
  g_cancellable_cancel (self->halt);
}

void
ovs_run_control_resume (OvsRunControl *self)
{
  self->paused = FALSE;
  if (!self->stopped)
    {
      g_object_unref (self->halt);
      self->halt = g_cancellable_new ();
    }
  let_go (self);
}

GCancellable *
ovs_run_control_get_halt (OvsRunControl *self)
{
  return self->halt;
}

void
ovs_run_control_call_off (OvsRunControl *self)
{
  g_cancellable_cancel (self->halt);
}

void
ovs_run_control_stop (OvsRunControl *self)
{
  self->stopped = TRUE;
  self->paused = FALSE;
  g_cancellable_cancel (self->halt);
  let_go (self);
}

gboolean
ovs_run_control_is_paused (OvsRunControl *self)
{
  return self->paused;
}

gboolean
ovs_run_control_is_stopped (OvsRunControl *self)
{
  return self->stopped;
}

/* Whoever waits is let go and sees the cancellation itself. */
static gboolean
on_cancelled (GCancellable *cancellable, gpointer data)
{
  OvsRunControl *self = data;

  let_go (self);
  return G_SOURCE_REMOVE;
}

void
ovs_run_control_wait_async (OvsRunControl *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Waiting *waiting;

  g_task_set_source_tag (task, ovs_run_control_wait_async);
  if (self == NULL || !self->paused)
    {
      g_task_return_boolean (task, ovs_run_control_may_send (self));
      g_object_unref (task);
      return;
    }
  waiting = g_new0 (Waiting, 1);
  waiting->task = task;
  if (cancellable != NULL)
    {
      waiting->source = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiting->source, G_SOURCE_FUNC (on_cancelled), self, NULL);
      g_source_attach (waiting->source, g_main_context_get_thread_default ());
    }
  g_ptr_array_add (self->waiting, waiting);
}

gboolean
ovs_run_control_wait_finish (OvsRunControl *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

gboolean
ovs_run_control_may_send (OvsRunControl *self)
{
  return self == NULL || !self->stopped;
}

void
ovs_run_control_report (OvsRunControl *self, const OvsRunClient *client)
{
  if (self != NULL)
    g_signal_emit (self, signals[CLIENT_CHANGED], 0, client);
}
