/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/last-folder.h"

#include "base/user-settings.h"

#define KEY "last-folder"

void
ovs_last_folder_restore (GtkFileChooser *chooser)
{
  g_autofree char *uri = ovs_user_settings_get_text (KEY);
  g_autoptr (GFile) folder = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

char *
ovs_last_folder_get (void)
{
  g_autofree char *uri = ovs_user_settings_get_text (KEY);
  g_autoptr (GFile) folder = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (path != NULL)
    return path;
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

void
ovs_last_folder_remember (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  ovs_user_settings_set_text (KEY, uri);
}
