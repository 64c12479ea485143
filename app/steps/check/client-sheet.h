/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * Asks where, and writes a list of @people (element-type gint64, transfer full) to send to their clients: who, what is asked, and a column for
 * the answer. ovs_client_sheet_finish() gives how many people it holds, -1 with @error set; cancelled when the user thought better of it.
 */
void   ovs_client_sheet_save_async (GtkWindow *parent, OvsDossier *dossier, GArray *people, GAsyncReadyCallback callback, gpointer user_data);
gint64 ovs_client_sheet_finish     (GAsyncResult *result, GError **error);

G_END_DECLS
