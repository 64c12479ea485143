/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/wait.h"

#include <glib-unix.h>
#include <signal.h>

struct _OvsWait
{
  GCancellable *cancellable; /* (owned) */
  GAsyncResult *result;      /* (owned) (nullable) of the call that is done, until it is taken */
  GAsyncResult *taken;       /* (owned) (nullable) lent to who waits */
  guint interrupt;
  guint terminate;
};

static gboolean
stop_cb (gpointer data)
{
  OvsWait *self = data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_CONTINUE;
}

OvsWait *
ovs_wait_new (void)
{
  OvsWait *self = g_new0 (OvsWait, 1);

  self->cancellable = g_cancellable_new ();
  self->interrupt = g_unix_signal_add (SIGINT, stop_cb, self);
  self->terminate = g_unix_signal_add (SIGTERM, stop_cb, self);
  return self;
}

void
ovs_wait_free (OvsWait *self)
{
  g_source_remove (self->interrupt);
  g_source_remove (self->terminate);
  g_clear_object (&self->result);
  g_clear_object (&self->taken);
  g_object_unref (self->cancellable);
  g_free (self);
}

GCancellable *
ovs_wait_get_cancellable (OvsWait *self)
{
  return self->cancellable;
}

void
ovs_wait_done (GObject *source, GAsyncResult *result, gpointer data)
{
  OvsWait *self = data;

  g_set_object (&self->result, result);
}

GAsyncResult *
ovs_wait_result (OvsWait *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->taken);
  self->taken = g_steal_pointer (&self->result);
  return self->taken;
}

void
ovs_wait_for_signal (OvsWait *self)
{
  while (!g_cancellable_is_cancelled (self->cancellable))
    g_main_context_iteration (NULL, TRUE);
}
