/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A text that nobody may read: `g_autoptr (OvsSecret)` overwrites it when it goes. */
typedef char OvsSecret;

/** Overwrites @secret (nullable) and frees it. */
void      ovs_secret_free   (OvsSecret *secret);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsSecret, ovs_secret_free)

/** Whether both are the same text; how long it takes tells nothing of where they differ. NULL equals nothing. */
gboolean   ovs_secret_equal  (const char *one, const char *other);

/** 256 random bits as 43 characters that fit in a URL. Returns: (transfer full). */
OvsSecret *ovs_secret_random (void);

/** @length bytes as base64url without padding. Returns: (transfer full). */
OvsSecret *ovs_secret_encode (const guint8 *bytes, gsize length);

/** @text as bytes that are overwritten when they go. @text: (transfer full). Returns: (transfer full). */
GBytes    *ovs_secret_to_bytes (OvsSecret *text);

/**
 * From here on nothing of what this process and its children have in memory gets into a crash report: a core dump tells only where it happened.
 * For main(). Debuggers are not affected.
 */
void       ovs_secret_leave_core_dumps_empty (void);

G_END_DECLS
