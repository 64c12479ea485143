/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-files.h"

#include <glib/gi18n.h>
#include <string.h>

#include "widgets/last-folder.h"

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    ovs_last_folder_remember (file);
  g_task_return_pointer (task, file != NULL ? g_file_get_path (file) : NULL, g_free);
}

/* The dialog lives as long as its task does. */
static GtkFileChooser *
make_chooser (GTask *task, GtkWindow *window, const char *title, GtkFileChooserAction action, const char *verb)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, verb, _ ("Cancel"));
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Office files (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), task);
  return GTK_FILE_CHOOSER (chooser);
}

void
ovs_import_ask_file_async (GtkWindow *window, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (window, NULL, callback, user_data);
  GtkFileChooser *chooser;

  g_task_set_source_tag (task, ovs_import_ask_file_async);
  chooser = make_chooser (task, window, _ ("Read in an office file"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Look at it"));
  ovs_last_folder_restore (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static char *
name_target (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strdup_printf (_ ("%s-refused.csv"), name);
}

void
ovs_import_ask_target_async (GtkWindow *window, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (window, NULL, callback, user_data);
  g_autofree char *name = name_target (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) beside = g_file_new_for_path (folder);
  GtkFileChooser *chooser;

  g_task_set_source_tag (task, ovs_import_ask_target_async);
  chooser = make_chooser (task, window, _ ("Save the refused rows"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"));
  gtk_file_chooser_set_current_folder (chooser, beside, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

char *
ovs_import_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
