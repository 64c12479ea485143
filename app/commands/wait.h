/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OvsWait:
 *
 * Lets a command wait for what is asynchronous, and stop it in good order: Ctrl+C and a termination signal
 * cancel. One call at a time: start it with ovs_wait_get_cancellable() and ovs_wait_done() with the wait as
 * its data, then take ovs_wait_result() to its finish function. Lives in the main thread; while it exists,
 * the two signals do not end the program.
 */
typedef struct _OvsWait OvsWait;

OvsWait *ovs_wait_new (void);
void ovs_wait_free (OvsWait *wait);

/** Cancelled by the first signal. Owned by @wait. */
GCancellable *ovs_wait_get_cancellable (OvsWait *wait);

/** The #GAsyncReadyCallback to give; @wait is the user data. */
void ovs_wait_done (GObject *source, GAsyncResult *result, gpointer wait);

/** Runs the main context until the call is done. Returns: (transfer none): until the next call. */
GAsyncResult *ovs_wait_result (OvsWait *wait);

/** Runs the main context until a signal comes. */
void ovs_wait_for_signal (OvsWait *wait);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsWait, ovs_wait_free)

G_END_DECLS
