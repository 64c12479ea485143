/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/save-plan.h"

#include <glib/gi18n.h>

#include "conversion/calendar.h"
#include "letters/plan-files.h"
#include "widgets/last-folder.h"

typedef struct
{
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  OvsDossierFunc write;
  char *path; /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->teller);
  g_object_unref (job->workspace);
  g_free (job->path);
  g_free (job);
}

static gboolean
write_calendar (OvsTx *tx, gpointer data, GError **error)
{
  const Job *job = data;
  g_autoptr (OvsCalendar) calendar = ovs_calendar_read (tx);

  return ovs_plan_files_save_calendar (calendar, job->path, NULL, error);
}

static gboolean
write_paper (OvsTx *tx, gpointer data, GError **error)
{
  const Job *job = data;
  g_autoptr (OvsCalendar) calendar = ovs_calendar_read (tx);

  return ovs_plan_files_save_paper (calendar, job->path, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *told = g_strdup_printf (_ ("%s saved"), name);

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (job->teller, "win.tell", "(sb)", told, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (job->teller, "win.tell-error", "s", error->message);
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
      ovs_workspace_write_async (job->workspace, job->write, job, NULL, on_written, job);
      return;
    }
  if (file != NULL)
    gtk_widget_activate_action (job->teller, "win.tell-error", "s", _ ("This place is not a folder of this computer. Choose another one."));
  job_free (job);
}

static void
ask (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace, OvsDossierFunc write, const char *title, const char *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));
  Job *job = g_new0 (Job, 1);

  job->teller = g_object_ref (teller);
  job->workspace = g_object_ref (workspace);
  job->write = write;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ovs_save_plan_calendar (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace)
{
  ask (parent, teller, workspace, write_calendar, _ ("Save the rounds for calendars"), "overstap.ics");
}

void
ovs_save_plan_paper (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace)
{
  ask (parent, teller, workspace, write_paper, _ ("Save the plan to print"), "planning-overstap.pdf");
}
