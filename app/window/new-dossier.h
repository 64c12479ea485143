/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Asks for a new dossier: the name and the mail domain of the firm, then where the file is to be made. */
void  ovs_new_dossier_async      (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);

/**
 * Returns: (transfer full) (nullable): the path; NULL when it was cancelled. *@firm and *@domain (out) (transfer full); the domain in ASCII,
 * NULL where none was given.
 */
char *ovs_new_dossier_finish     (GAsyncResult *result, char **firm, char **domain);

/** Lets @chooser show dossiers only. */
void  ovs_new_dossier_add_filter (GtkFileChooser *chooser);

G_END_DECLS
