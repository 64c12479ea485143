/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/last-folder.h"

#include "widgets/settings.h"

#define KEY "last-folder"

void
ovs_last_folder_restore (GtkFileChooser *chooser)
{
  g_autofree char *uri = ovs_user_settings_get_text (KEY);
  g_autoptr (GFile) folder = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
ovs_last_folder_remember (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  ovs_user_settings_set_text (KEY, uri);
}
