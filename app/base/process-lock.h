/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OvsProcessLock:
 *
 * What only one process of this user does at a time. It is a locked file in the user's data directory, which the system lets go of when the process
 * ends, however it ends.
 */
typedef struct _OvsProcessLock OvsProcessLock;

/**
 * ovs_process_lock_take_async:
 * @name: of what; any text, which nobody gets to see
 * @limit: after how many milliseconds to give up
 *
 * Waits in the thread-default main context until no other process has it, nor another part of this one.
 */
void            ovs_process_lock_take_async  (const char *name, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * Returns: (transfer full) (nullable): NULL with %G_IO_ERROR_TIMED_OUT, %G_IO_ERROR_CANCELLED, or another of %G_IO_ERROR where no file can be locked. The
 * messages are not meant for the user.
 */
OvsProcessLock *ovs_process_lock_take_finish (GAsyncResult *result, GError **error);

/** Lets it go. @self: (nullable). */
void            ovs_process_lock_release     (OvsProcessLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsProcessLock, ovs_process_lock_release)

G_END_DECLS
