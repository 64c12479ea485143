/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/worker.h"

G_BEGIN_DECLS

/**
 * For this room: writes a copy of the dossier of @writer, which lies at @dossier, beside it, readable by its owner only. Returns: (transfer full)
 * (nullable): its path. Blocks.
 */
char *ovs_backup_copy (OvsWorker *writer, const char *dossier, const char *reason, GError **error);

G_END_DECLS
