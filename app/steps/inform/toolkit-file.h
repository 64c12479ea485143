/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letters/piece.h"

G_BEGIN_DECLS

/**
 * Lets the user choose a file of Loket's toolkit, and keeps a copy of it to go along in place of our text of @piece. Finishes with
 * ovs_toolkit_file_choose_finish(): FALSE without an error where nothing was chosen.
 */
void     ovs_toolkit_file_choose_async  (GtkWindow *parent, OvsPiece piece, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_toolkit_file_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
