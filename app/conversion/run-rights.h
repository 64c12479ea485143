/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/run.h"

G_BEGIN_DECLS

/**
 * ovs_run_check_rights_async:
 * @run: begun, nothing read yet
 * @keep: keep what is found in the dossier
 *
 * For this room: the pre-flight of a run (preflight.h). An employer at which the user may not do what is needed is a problem, and left out of the run;
 * what else he may not do is a warning. Others go on.
 */
void     ovs_run_check_rights_async  (OvsRun *run, gboolean keep, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_run_check_rights_finish (OvsRun *run, GAsyncResult *result, GError **error);

G_END_DECLS
