/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * Makes a backup without waiting, named after @reason (a code, copied), and then removes the oldest of that reason but @keep. In a thread of its own; what
 * is written to the dossier meanwhile waits.
 */
void       ovs_backup_job_async  (OvsDossier *dossier, const char *reason, guint keep, GAsyncReadyCallback callback, gpointer user_data);
gboolean   ovs_backup_job_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
