/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-file.h"

#include <glib/gi18n.h>

#include "widgets/confirm.h"
#include "widgets/last-folder.h"

typedef struct
{
  GtkWidget *teller; /* (owned) */
  OvsPiece piece;
  GFile *file; /* (owned) (nullable): NULL goes back to our text */
  gboolean restore;
  OvsPieceChanged changed;
  GWeakRef data;
} Changing;

static Changing *
changing_new (GtkWidget *teller, OvsPiece piece, OvsPieceChanged changed, gpointer data)
{
  Changing *changing = g_new0 (Changing, 1);

  changing->teller = g_object_ref (teller);
  changing->piece = piece;
  changing->changed = changed;
  g_weak_ref_init (&changing->data, data);
  return changing;
}

static void
changing_free (gpointer data)
{
  Changing *changing = data;

  g_object_unref (changing->teller);
  g_clear_object (&changing->file);
  g_weak_ref_clear (&changing->data);
  g_free (changing);
}

/* --- doing it -------------------------------------------------------------------------------------------------- */

static void
change_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Changing *changing = data;
  GError *error = NULL;

  if (ovs_piece_text_set_toolkit_file (changing->piece, changing->file, &error)
      && (!changing->restore || ovs_piece_text_restore (changing->piece, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
say_changed (const Changing *changing)
{
  g_autofree char *name = changing->file != NULL ? g_file_get_basename (changing->file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (shown != NULL)
    return g_strdup_printf (_ ("%s goes along in place of the text of Overstap"), shown);
  return g_strdup (_ ("The text of Overstap is back"));
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer unused)
{
  const Changing *changing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) data = g_weak_ref_get ((GWeakRef *) &changing->data);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = say_changed (changing);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_widget_activate_action (changing->teller, "win.tell", "(sb)", said, FALSE);
  else
    gtk_widget_activate_action (changing->teller, "win.tell-error", "s", error->message);
  if (data != NULL)
    changing->changed (data);
}

/* @changing: (transfer full). */
static void
start (Changing *changing)
{
  g_autoptr (GTask) task = g_task_new (changing->teller, NULL, on_changed, NULL);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, changing, changing_free);
  g_task_run_in_thread (task, change_in_thread);
}

/* --- asking ---------------------------------------------------------------------------------------------------- */

static void
on_chosen (GtkNativeDialog *dialog, int response, Changing *changing)
{
  changing->file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  if (changing->file != NULL)
    {
      ovs_last_folder_remember (changing->file);
      start (changing);
    }
  else
    {
      changing_free (changing);
    }
  g_object_unref (dialog);
}

void
ovs_piece_file_choose (GtkWidget *teller, OvsPiece piece, OvsPieceChanged changed, gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Use a file of the toolkit"), GTK_WINDOW (gtk_widget_get_root (teller)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Use"), _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), changing_new (teller, piece, changed, data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_confirmed (GObject *window, GAsyncResult *result, gpointer user_data)
{
  if (ovs_confirm_finish (result))
    start (user_data);
  else
    changing_free (user_data);
}

void
ovs_piece_file_restore (GtkWidget *teller, const OvsPieceText *text, OvsPieceChanged changed, gpointer data)
{
  Changing *changing = changing_new (teller, text->piece, changed, data);
  g_autofree char *heading = NULL;

  changing->restore = text->is_own;
  if (!text->is_own)
    {
      start (changing);
      return;
    }
  heading = g_strdup_printf (_ ("Put back the text of Overstap for “%s”?"), ovs_piece_title (text->piece));
  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (teller)), heading, _ ("The text that your office made of it is lost."), _ ("Put back"), 0,
                     on_confirmed, changing);
}
