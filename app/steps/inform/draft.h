/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letters/piece.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * Makes a piece for one client as a draft, writes down that it was made, and opens it in the user's mail program. It is composed anew: what has a
 * problem is not made. What was made before for the same day is not written down twice. @wave: id of the round of a piece that is not for one client.
 */
void     ovs_draft_make_async  (GtkWindow *parent, OvsWorkspace *workspace, OvsPiece piece, gint64 client, gint64 wave, GAsyncReadyCallback callback,
                                gpointer user_data);

/** FALSE with @error set: nothing was made, or no program opens it, which says where the file is. */
gboolean ovs_draft_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
