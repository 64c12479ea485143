/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * ovs_write_down:
 * @data: for @func
 *
 * For this room: writes into the dossier, together with whoever else waits, and calls @callback with a reference to @task. Never cancelled: what
 * was sent is written down.
 */
void     ovs_write_down         (OvsDossier *dossier, OvsDossierFunc func, gpointer data, GAsyncReadyCallback callback, GTask *task);

/** For that callback. Returns: TRUE when the write went well; else @task has been ended with what went wrong. */
gboolean ovs_write_down_finish  (GTask *task, GObject *source, GAsyncResult *result);

G_END_DECLS
