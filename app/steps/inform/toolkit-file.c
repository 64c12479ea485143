/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/toolkit-file.h"

#include <glib/gi18n.h>

#include "steps/inform/piece-keeper.h"
#include "widgets/last-folder.h"

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_piece_keeper_save_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_response (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  OvsPiece piece = GPOINTER_TO_INT (g_task_get_task_data (task));

  if (file == NULL)
    g_task_return_boolean (task, FALSE);
  else
    {
      ovs_last_folder_remember (file);
      ovs_piece_keeper_file_async (piece, file, on_kept, g_steal_pointer (&task));
    }
  g_object_unref (chooser);
}

void
ovs_toolkit_file_choose_async (GtkWindow *parent, OvsPiece piece, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("File from the toolkit"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Use"), _ ("Cancel"));

  g_task_set_source_tag (task, ovs_toolkit_file_choose_async);
  g_task_set_task_data (task, GINT_TO_POINTER (piece), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

gboolean
ovs_toolkit_file_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
