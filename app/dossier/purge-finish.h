/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/worker.h"

G_BEGIN_DECLS

/**
 * For this room: where removing personal data was begun, takes what is left of them out of the free pages, the WAL and the backups of the dossier at @path.
 * Nothing where it was not. @backups: (out) (optional): how many were removed. Blocks.
 */
gboolean ovs_purge_finish_begun (OvsWorker *writer, const char *path, guint *backups, GError **error);

G_END_DECLS
