/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Writes the file @path, readable by its owner only, there whole or not at all. @size: -1 for a text. FALSE with a %G_FILE_ERROR whose sentence
 * says why and what to do.
 */
gboolean ovs_save_file (const char *path, const char *data, gssize size, GError **error);

G_END_DECLS
