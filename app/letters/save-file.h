/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Writes a file that only its owner can read, in the place of one that is there, whole or not at all. @size: -1 for a text. FALSE with @error set: a
 * finished sentence.
 */
gboolean ovs_save_file  (const char *path, const char *data, gssize size, GError **error);

/** The same. @bytes: (nullable): FALSE with @error untouched for NULL. */
gboolean ovs_save_bytes (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
