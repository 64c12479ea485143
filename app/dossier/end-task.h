/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Ends a #GTask with the write that was its last part: a callback for ovs_dossier_write_async(). @task (a #GTask, transfer full) returns TRUE,
 * or the error of the write.
 */
void ovs_dossier_end_task (GObject *dossier, GAsyncResult *result, gpointer task);

G_END_DECLS
