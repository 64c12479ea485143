/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OvsSpool:
 *
 * Keeps what a command answers until it is certain that the command succeeded: a failure prints its own
 * object and nothing of a half answer. A small answer stays in memory, a large one (a list of a million
 * people) goes to a file without a name.
 */
typedef struct _OvsSpool OvsSpool;

OvsSpool *ovs_spool_new (void);
void ovs_spool_free (OvsSpool *spool);

/** Adds @length bytes, -1 for a text up to its end. What could not be kept is told by ovs_spool_release(). */
void ovs_spool_add (OvsSpool *spool, const char *text, gssize length);

/**
 * Writes everything to standard output and forgets it. FALSE with %G_IO_ERROR_BROKEN_PIPE when nobody reads
 * any longer, or with another %G_IO_ERROR and a finished sentence.
 */
gboolean ovs_spool_release (OvsSpool *spool, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsSpool, ovs_spool_free)

G_END_DECLS
