/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-files.h"

#include <glib/gi18n.h>

#include "letters/hand-in-list.h"
#include "letters/work-list.h"
#include "letters/work-paper.h"
#include "widgets/last-folder.h"

typedef struct
{
  GtkWidget *teller;   /* (owned) */
  OvsDossier *dossier; /* (owned) */
  gint64 wave;
  gint64 employer;
  OvsDossierFunc write;
  char *path; /* (nullable) */
  char *text; /* (nullable) */
  gint64 rows;
  OvsRouteTextFunc done;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->teller);
  g_object_unref (job->dossier);
  g_free (job->path);
  g_free (job->text);
  g_free (job);
}

static Job *
job_new (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsDossierFunc write)
{
  Job *job = g_new0 (Job, 1);

  job->teller = g_object_ref (teller);
  job->dossier = g_object_ref (ovs_workspace_get_dossier (workspace));
  job->wave = wave;
  job->write = write;
  return job;
}

static gboolean
write_client_list (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (OvsHandInList) list = ovs_hand_in_list_read (tx, job->wave);
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (job->path, error);

  return writer != NULL && ovs_hand_in_list_write (list, writer, &job->rows, error) && ovs_csv_writer_close (writer, error);
}

static gboolean
write_ticket (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (OvsHandInList) list = ovs_hand_in_list_read (tx, job->wave);
  g_autofree char *text = ovs_hand_in_list_text (list, OVS_TICKET_CLIENT_LIST, error);
  g_autofree char *whole = text != NULL ? g_strconcat (OVS_TICKET_SUBJECT, "\n\n", text, NULL) : NULL;

  job->rows = list->clients->len;
  return whole != NULL && g_file_set_contents_full (job->path, whole, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
write_work_list (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (job->path, error);

  return writer != NULL && ovs_work_list_write (tx, job->wave, job->employer, writer, &job->rows, error) && ovs_csv_writer_close (writer, error);
}

static gboolean
write_work_paper (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  guint pages = 0;
  gboolean written = ovs_work_paper_save (tx, job->wave, job->employer, job->path, &pages, error);

  job->rows = pages;
  return written;
}

static void
on_written (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *told = g_strdup_printf (_ ("%s saved"), name);
  gboolean nobody = job->write == write_work_paper && job->rows == 0;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    gtk_widget_activate_action (job->teller, "win.tell", "(sb)", nobody ? _ ("Nobody is left to tick: no file was made") : told, FALSE);
  else
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
      ovs_dossier_read_async (job->dossier, job->write, job, NULL, on_written, job);
      return;
    }
  if (file != NULL)
    gtk_widget_activate_action (job->teller, "win.tell-error", "s", _ ("This place is not a folder of this computer. Choose another one."));
  job_free (job);
}

static void
ask (Job *job, const char *title, const char *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (job->teller)), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _ ("Save"), _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ovs_route_save_client_list (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave)
{
  ask (job_new (teller, workspace, wave, write_client_list), _ ("Save the client list"), "klantlijst.csv");
}

void
ovs_route_save_ticket (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave)
{
  ask (job_new (teller, workspace, wave, write_ticket), _ ("Save the text of the ticket"), "ticket-klantlijst.txt");
}

void
ovs_route_save_work_list (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, gint64 employer, gboolean to_print)
{
  Job *job = job_new (teller, workspace, wave, to_print ? write_work_paper : write_work_list);

  job->employer = employer;
  ask (job, _ ("Save the work list"), to_print ? "werklijst.pdf" : "werklijst.csv");
}

/* --- the text on the page -------------------------------------------------------------------------------------- */

static gboolean
read_ticket (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (OvsHandInList) list = ovs_hand_in_list_read (tx, job->wave);

  job->text = ovs_hand_in_list_text (list, OVS_TICKET_CLIENT_LIST, error);
  return job->text != NULL;
}

static void
on_read (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  job->done (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error) ? job->text : error->message, job->teller);
  job_free (job);
}

void
ovs_route_read_ticket (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsRouteTextFunc done)
{
  Job *job = job_new (teller, workspace, wave, NULL);

  job->done = done;
  ovs_dossier_read_async (job->dossier, read_ticket, job, NULL, on_read, job);
}
