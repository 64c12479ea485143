/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/paste-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/drafts.h"
#include "intake/pasted.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

typedef struct
{
  OvsStepPage *page;  /* (owned) */
  OvsDossier *dossier; /* (owned) */
  GtkTextBuffer *text; /* (owned) */
  AdwMessageDialog *dialog; /* (unowned) while it is open */
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->page);
  g_object_unref (paste->dossier);
  g_object_unref (paste->text);
  g_free (paste);
}

static char *
get_text (GtkTextBuffer *buffer)
{
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

/* --- reading it ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsDossier *dossier; /* (owned) */
  char *text;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dossier);
  g_free (job->text);
  g_free (job->path);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  OvsPasted pasted;
  GError *error = NULL;

  if (ovs_pasted_write (job->dossier, job->text, job->path, &pasted, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer unused)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.import-file", "s", job->path);
  else
    ovs_step_page_tell_error (OVS_STEP_PAGE (source), error);
}

/* It lies where drafts lie: for its owner only, and it is cleared by itself. */
static char *
make_path (void)
{
  g_autofree char *folder = ovs_drafts_folder ();

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "berichtencentrum.csv", NULL);
}

static void
write_list (const Paste *paste)
{
  g_autoptr (GTask) task = g_task_new (paste->page, NULL, on_written, NULL);
  Job *job = g_new0 (Job, 1);

  job->dossier = g_object_ref (paste->dossier);
  job->text = get_text (paste->text);
  job->path = make_path ();
  g_task_set_source_tag (task, write_list);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/* --- asking for it --------------------------------------------------------------------------------------------------- */

static void
on_changed (Paste *paste)
{
  g_autofree char *text = get_text (paste->text);

  if (paste->dialog != NULL)
    adw_message_dialog_set_response_enabled (paste->dialog, "go", *g_strstrip (text) != '\0');
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Paste *paste)
{
  paste->dialog = NULL;
  if (g_str_equal (response, "go"))
    write_list (paste);
  g_signal_handlers_disconnect_by_data (paste->text, paste);
  paste_free (paste);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkTextBuffer) buffer = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && gtk_text_buffer_get_char_count (buffer) == 0)
    gtk_text_buffer_set_text (buffer, text, -1);
}

static GtkWidget *
make_field (Paste *paste)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new_with_buffer (paste->text);

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_NONE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  ovs_accessible_set_label (view, _ ("Text out of the berichtencentrum"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 180);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

void
ovs_paste_dialog_show (OvsStepPage *page)
{
  Paste *paste = g_new0 (Paste, 1);
  AdwMessageDialog *dialog
      = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _ ("Paste a message of Loket"), NULL));

  paste->page = g_object_ref (page);
  paste->dossier = g_object_ref (ovs_workspace_get_dossier (ovs_step_page_get_workspace (page)));
  paste->text = gtk_text_buffer_new (NULL);
  paste->dialog = dialog;
  adw_message_dialog_set_body (dialog, _ ("Open the message in the berichtencentrum, select the whole page and copy it. What it brings is shown before anything is read in."));
  adw_message_dialog_set_extra_child (dialog, make_field (paste));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Look at it…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (paste->text, "changed", G_CALLBACK (on_changed), paste);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), paste);
  on_changed (paste);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, on_copied, g_object_ref (paste->text));
  ovs_dialog_present (dialog);
}
