/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Lets @chooser begin in the folder in which a file was chosen last. */
void ovs_last_folder_restore  (GtkFileChooser *chooser);

/** The path of that folder, else of the user's documents. Returns: (transfer full): in the encoding of the file system. */
char *ovs_last_folder_get     (void);

/** Remembers the folder of @file, that was chosen, for the next time. */
void ovs_last_folder_remember (GFile *file);

G_END_DECLS
