/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsDigest:
 *
 * For this room: the SHA-256 of a file, made in a thread of its own while the file is looked through. It leaves the position of the file
 * as it is, and notices no change of the file: who reads it does.
 */
typedef struct _OvsDigest OvsDigest;

/** @fd: stays open until ovs_digest_free(). Returns: (transfer full). */
OvsDigest  *ovs_digest_new  (int fd);

/** Waits for the thread. */
void        ovs_digest_free (OvsDigest *digest);

/** In hexadecimal digits; waits until it is made. Returns: (transfer none). */
const char *ovs_digest_get  (OvsDigest *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsDigest, ovs_digest_free)

G_END_DECLS
