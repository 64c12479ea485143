/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Asks for an office file to read. The finish gives (transfer full) (nullable) its path; NULL when the user thought better of it. */
void  ovs_import_ask_file_async   (GtkWindow *window, GAsyncReadyCallback callback, gpointer user_data);

/** Asks where the refused rows of the file @path are to be saved: beside it, unless the user says otherwise. */
void  ovs_import_ask_target_async (GtkWindow *window, const char *path, GAsyncReadyCallback callback, gpointer user_data);

char *ovs_import_ask_finish       (GAsyncResult *result);

G_END_DECLS
