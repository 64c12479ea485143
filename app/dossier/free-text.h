/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Refuses what may not be kept in words of the office's own: a citizen service number. @text: (nullable). FALSE with @error set. */
gboolean ovs_free_text_check (const char *text, GError **error);

G_END_DECLS
