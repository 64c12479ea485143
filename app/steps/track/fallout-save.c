/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/fallout-save.h"

#include <glib/gi18n.h>

#include "letters/fallout-sheet.h"
#include "widgets/dialog.h"
#include "widgets/last-folder.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  char *handler;     /* (owned) (nullable) */
  gboolean each;
  OvsDay today;
  char *path; /* (owned) (nullable) */
  guint files;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->page);
  g_free (job->handler);
  g_free (job->path);
  g_free (job);
}

static OvsDossier *
dossier_of (Job *job)
{
  return ovs_workspace_get_dossier (ovs_step_page_get_workspace (job->page));
}

static gboolean
write_one (OvsTx *tx, Job *job, GError **error)
{
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (job->path, error);
  gint64 rows;

  return writer != NULL && ovs_fallout_sheet_write (tx, job->handler, writer, &rows, error) && ovs_csv_writer_close (writer, error);
}

static gboolean
write_files (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;

  return job->each ? ovs_fallout_sheet_write_each (tx, job->handler, job->path, &job->files, error) : write_one (tx, job, error);
}

static char *
describe (const Job *job)
{
  g_autofree char *name = g_filename_display_basename (job->path);

  if (!job->each)
    return g_strdup_printf (_ ("%s saved"), name);
  return g_strdup_printf (ngettext ("%u file saved in %s, for one client", "%u files saved in %s, one for each client", job->files), job->files, name);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      g_autofree char *text = describe (job);
      ovs_step_page_tell (job->page, text, FALSE);
    }
  else
    ovs_step_page_tell_error (job->page, error);
  job_free (job);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, Job *job)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  job->path = file != NULL ? g_file_get_path (file) : NULL;
  if (job->path != NULL && ovs_step_page_get_workspace (job->page) != NULL)
    {
      ovs_last_folder_remember (file);
      ovs_dossier_read_async (dossier_of (job), write_files, job, NULL, on_written, job);
      return;
    }
  if (file != NULL && job->path == NULL)
    gtk_widget_activate_action (GTK_WIDGET (job->page), "win.tell-error", "s", _ ("This place is not a folder of this computer. Choose another one."));
  job_free (job);
}

static void
choose_place (Job *job)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      job->each ? _ ("Save the fallout lists of the clients in a folder") : _ ("Save the fallout list"),
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (job->page))),
      job->each ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, job->each ? _ ("Choose") : _ ("Save"), _ ("Cancel"));
  g_autofree char *name = ovs_fallout_sheet_name (job->today);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  if (!job->each)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
read_today (OvsTx *tx, gpointer data, GError **error)
{
  ((Job *) data)->today = ovs_tx_today (tx);
  return TRUE;
}

static void
on_today (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && gtk_widget_get_root (GTK_WIDGET (job->page)) != NULL)
    choose_place (job);
  else
    job_free (job);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Job *job)
{
  if (ovs_step_page_get_workspace (job->page) == NULL || g_str_equal (response, "cancel"))
    {
      job_free (job);
      return;
    }
  job->each = g_str_equal (response, "each");
  ovs_dossier_read_async (dossier_of (job), read_today, job, NULL, on_today, job);
}

void
ovs_fallout_save (OvsStepPage *page)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _ ("Save the fallout list"),
      _ ("One file has the people of all clients and stays within the office. To send it on, save one file for each client.")));
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (page);
  job->handler = g_strdup (ovs_workspace_get_filter (ovs_step_page_get_workspace (page)));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "each", _ ("One for each client…"), "one", _ ("One file…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "one", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "one");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), job);
  ovs_dialog_present (dialog);
}
