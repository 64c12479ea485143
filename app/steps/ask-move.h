/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * Shows what another day of a round brings along, and asks whether to go on: who was told another day and gets a correction, and which letters lapse.
 * Where there is nothing of the kind, nothing is asked. @wave: id of the round, which goes to @day. ovs_ask_move_finish() is TRUE when the user went on,
 * or was not asked; FALSE with @error set where it could not be read.
 */
void     ovs_ask_move_async  (GtkWindow *parent, OvsWorkspace *workspace, gint64 wave, gint64 number, OvsDay day, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ovs_ask_move_finish (GAsyncResult *result, GError **error);

G_END_DECLS
