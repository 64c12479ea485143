/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/process-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Milliseconds between two tries. */
#define INTERVAL 40

struct _OvsProcessLock
{
  int fd;
};

typedef struct
{
  OvsProcessLock *lock; /* (owned) (nullable) not ours yet */
  gint64 until;         /* by the monotonic clock */
} Wait;

void
ovs_process_lock_release (OvsProcessLock *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  g_free (self);
}

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  ovs_process_lock_release (wait->lock);
  g_free (wait);
}

static void
fail (GTask *task, int code)
{
  g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (code), "%s", g_strerror (code));
}

/* The file stays when it is let go: who waits for it has it open. */
static OvsProcessLock *
open_file (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "overstap", "locks", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  g_autofree char *path = g_build_filename (folder, hash, NULL);
  OvsProcessLock *lock;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return NULL;
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return NULL;
  lock = g_new0 (OvsProcessLock, 1);
  lock->fd = fd;
  return lock;
}

/* TRUE once the task has its answer. */
static gboolean
try (GTask *task)
{
  Wait *wait = g_task_get_task_data (task);
  int failure;

  if (g_task_return_error_if_cancelled (task))
    return TRUE;
  if (flock (wait->lock->fd, LOCK_EX | LOCK_NB) == 0)
    {
      g_task_return_pointer (task, g_steal_pointer (&wait->lock), (GDestroyNotify) ovs_process_lock_release);
      return TRUE;
    }
  failure = errno;
  if (failure == EINTR || (failure == EWOULDBLOCK && g_get_monotonic_time () < wait->until))
    return FALSE;
  fail (task, failure == EWOULDBLOCK ? ETIMEDOUT : failure);
  return TRUE;
}

static gboolean
try_cb (gpointer task)
{
  return try (task) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
ovs_process_lock_take_async (const char *name, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GSource) again = NULL;
  Wait *wait = g_new0 (Wait, 1);

  g_task_set_source_tag (task, ovs_process_lock_take_async);
  g_task_set_task_data (task, wait, wait_free);
  wait->until = g_get_monotonic_time () + (gint64) limit * 1000;
  wait->lock = open_file (name);
  if (wait->lock == NULL)
    {
      fail (task, errno);
      return;
    }
  if (try (task))
    return;
  again = g_timeout_source_new (INTERVAL);
  g_source_set_callback (again, try_cb, g_object_ref (task), g_object_unref);
  g_source_attach (again, g_task_get_context (task));
}

OvsProcessLock *
ovs_process_lock_take_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
