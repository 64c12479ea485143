/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/save-as.h"

#include <glib/gi18n.h>

#include "widgets/last-folder.h"

typedef struct
{
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  OvsSaveFunc write;
  gpointer data; /* (owned) */
  GDestroyNotify destroy;
  char *path; /* (owned) (nullable) */
  char *told; /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->teller);
  g_object_unref (job->workspace);
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job->path);
  g_free (job->told);
  g_free (job);
}

static gboolean
write_job (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;

  return job->write (tx, job->path, job->data, &job->told, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (job->path);

  if (OVS_IS_WORKSPACE (source) ? !ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error)
                                : !ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (job->teller, "win.tell-error", "s", error->message);
    }
  else
    {
      if (job->told == NULL)
        job->told = g_strdup_printf (_ ("%s saved"), name);
      gtk_widget_activate_action (job->teller, "win.tell", "(sb)", job->told, FALSE);
    }
  job_free (job);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, Job *job)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  job->path = file != NULL ? g_file_get_path (file) : NULL;
  if (job->path != NULL)
    {
      ovs_last_folder_remember (file);
      if (ovs_workspace_get_read_only (job->workspace))
        ovs_dossier_read_async (ovs_workspace_get_dossier (job->workspace), write_job, job, NULL, on_written, job);
      else
        ovs_workspace_write_async (job->workspace, write_job, job, NULL, on_written, job);
      return;
    }
  if (file != NULL)
    gtk_widget_activate_action (job->teller, "win.tell-error", "s", _ ("This place is not a folder of this computer. Choose another one."));
  job_free (job);
}

void
ovs_save_as (GtkWindow *parent,
             GtkWidget *teller,
             OvsWorkspace *workspace,
             const char *title,
             const char *name,
             OvsSaveFunc write,
             gpointer data,
             GDestroyNotify destroy)
{
  GtkFileChooserAction action = name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, _ ("Save"), _ ("Cancel"));
  Job *job = g_new0 (Job, 1);

  job->teller = g_object_ref (teller);
  job->workspace = g_object_ref (workspace);
  job->write = write;
  job->data = data;
  job->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
