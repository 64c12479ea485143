/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-files.h"

#include <glib/gi18n.h>
#include <string.h>

#include "csv/writer.h"
#include "intake/call-list.h"
#include "intake/overview.h"
#include "widgets/last-folder.h"

typedef struct
{
  GtkWidget *teller;    /* (owned) */
  OvsDossier *dossier;  /* (owned) */
  char *source;         /* (nullable) */
  char *target;
  OvsOverviewReturn *overview; /* (owned) (nullable): what came of it */
  gint64 rows;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->teller);
  g_object_unref (job->dossier);
  g_clear_pointer (&job->overview, ovs_overview_return_free);
  g_free (job->source);
  g_free (job->target);
  g_free (job);
}

static Job *
job_new (GtkWidget *teller, OvsWorkspace *workspace)
{
  Job *job = g_new0 (Job, 1);

  job->teller = g_object_ref (teller);
  job->dossier = g_object_ref (ovs_workspace_get_dossier (workspace));
  return job;
}

static void
tell (const Job *job, char *text)
{
  gtk_widget_activate_action (job->teller, "win.tell", "(sb)", text, FALSE);
  g_free (text);
}

static void
tell_error (const Job *job, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (job->teller, "win.tell-error", "s", error->message);
}

/* --- asking for a file ----------------------------------------------------------------------------------------- */

typedef void (*Chosen) (Job *job, char *path);

/* The dialog lives until it was answered; then @chosen takes the job and the path over, or the job ends. */
static void
on_response (GtkNativeDialog *dialog, int response, Job *job)
{
  g_autoptr (GtkNativeDialog) chooser = dialog;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  Chosen chosen = (Chosen) g_object_get_data (G_OBJECT (dialog), "chosen");

  if (path != NULL)
    {
      ovs_last_folder_remember (file);
      chosen (job, path);
      return;
    }
  if (file != NULL)
    gtk_widget_activate_action (job->teller, "win.tell-error", "s", _ ("This place is not a folder of this computer. Choose another one."));
  job_free (job);
}

static void
ask (Job *job, const char *title, GtkFileChooserAction action, const char *name, Chosen chosen)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (job->teller)), action,
                                                               action == GTK_FILE_CHOOSER_ACTION_SAVE ? _ ("Save") : _ ("Choose"), _ ("Cancel"));
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Office files (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data (G_OBJECT (chooser), "chosen", (gpointer) chosen);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- the overview ---------------------------------------------------------------------------------------------- */

static void
write_overview (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->overview = ovs_intake_return_overview (job->dossier, job->source, job->target, cancellable, &error);
  if (job->overview != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
say_overview (const OvsOverviewReturn *overview)
{
  int rows = (int) overview->rows, taken = (int) overview->taking_part;

  if (overview->changed)
    return g_strdup_printf (_ ("Saved, but it is not the file that was read in: %'d of %'d with “Ja”"), taken, rows);
  return g_strdup_printf (_ ("Overview saved: %'d of %'d with “Ja”"), taken, rows);
}

static void
on_overview (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell (job, say_overview (job->overview));
  else
    tell_error (job, error);
}

static void
on_overview_target (Job *job, char *path)
{
  g_autoptr (GTask) task = g_task_new (job->teller, NULL, on_overview, NULL);

  job->target = path;
  g_task_set_source_tag (task, on_overview_target);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_overview);
}

static char *
name_overview (const char *source)
{
  g_autofree char *name = g_filename_display_basename (source);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_strdup_printf ("%s-meenemen.csv", name);
}

static void
on_overview_source (Job *job, char *path)
{
  g_autofree char *name = name_overview (path);

  job->source = path;
  ask (job, _ ("Save for Loket"), GTK_FILE_CHOOSER_ACTION_SAVE, name, on_overview_target);
}

void
ovs_select_return_overview (GtkWidget *teller, OvsWorkspace *workspace)
{
  ask (job_new (teller, workspace), _ ("The overview that Loket sent"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, on_overview_source);
}

/* --- the call list --------------------------------------------------------------------------------------------- */

static gboolean
write_calls (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (job->target, error);

  return writer != NULL && ovs_intake_write_call_list (tx, writer, &job->rows, error) && ovs_csv_writer_close (writer, error);
}

static void
on_calls (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    tell (job, g_strdup_printf (ngettext ("Call list with %'d client saved", "Call list with %'d clients saved", (gulong) job->rows), (int) job->rows));
  else
    tell_error (job, error);
  job_free (job);
}

static void
on_calls_target (Job *job, char *path)
{
  job->target = path;
  ovs_dossier_read_async (job->dossier, write_calls, job, NULL, on_calls, job);
}

void
ovs_select_save_call_list (GtkWidget *teller, OvsWorkspace *workspace)
{
  ask (job_new (teller, workspace), _ ("Save the call list"), GTK_FILE_CHOOSER_ACTION_SAVE, "bellijst.csv", on_calls_target);
}
