/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Whether a command may write its file @target: it is not the @dossier, what SQLite keeps beside it, or another dossier or its backup. FALSE with a
 * sentence.
 */
gboolean ovs_target_check (const char *target, const char *dossier, GError **error);

G_END_DECLS
