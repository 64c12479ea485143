/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/ask-enquiry.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "steps/day-row.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/last-folder.h"

/* How long a client has, where nobody says otherwise. */
#define DAYS_TO_ANSWER 14
/* The lists stay together, apart from what else is in the folder that was used last. A Dutch name, as the files have. */
#define FOLDER "aanvullijsten"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkWidget *deadline;
  GtkWidget *place;
  char *folder;
  OvsDay today;
  OvsDay day;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->folder);
  g_free (question);
}

static void
on_deadline (Question *question)
{
  gboolean good = ovs_day_row_get (question->deadline, question->today, &question->day) && question->day >= question->today;

  if (!good)
    gtk_widget_add_css_class (question->deadline, "error");
  adw_message_dialog_set_response_enabled (question->dialog, "go", good);
}

/* --- the folder ------------------------------------------------------------------------------------------------ */

static void
show_folder (Question *question)
{
  g_autofree char *shown = g_filename_display_name (question->folder);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (question->place), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->place), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
}

static void
on_folder (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (AdwMessageDialog) dialog = data;
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    {
      g_free (question->folder);
      question->folder = g_steal_pointer (&path);
      show_folder (question);
    }
  g_object_unref (chooser);
}

static void
on_other_folder (GtkButton *button, Question *question)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Folder for the lists"), GTK_WINDOW (question->dialog),
                                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Choose"), _ ("Cancel"));

  ovs_last_folder_restore (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_folder), g_object_ref (question->dialog));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- the dialog ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_rows (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *other = gtk_button_new_with_label (_ ("Another…"));
  g_autofree char *day = ovs_day_to_dutch (question->today + DAYS_TO_ANSWER);
  g_autofree char *last = ovs_last_folder_get ();

  question->deadline = ovs_day_row_new (_ ("Back by"));
  gtk_editable_set_text (GTK_EDITABLE (question->deadline), day);
  g_signal_connect_swapped (question->deadline, "changed", G_CALLBACK (on_deadline), question);
  question->folder = g_build_filename (last, FOLDER, NULL);
  question->place = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->place), _ ("Folder"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (question->place), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (question->place), 2);
  gtk_widget_set_valign (other, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (other, _ ("Another folder"));
  g_signal_connect (other, "clicked", G_CALLBACK (on_other_folder), question);
  adw_action_row_add_suffix (ADW_ACTION_ROW (question->place), other);
  show_folder (question);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("How the lists are made"));
  gtk_list_box_append (GTK_LIST_BOX (list), question->deadline);
  gtk_list_box_append (GTK_LIST_BOX (list), question->place);
  return list;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_task_return_boolean (task, g_str_equal (response, "go"));
  g_object_unref (task);
}

void
ovs_ask_enquiry_async (GtkWindow *parent, const char *heading, const char *verb, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (
      parent, heading,
      _ ("Each client gets a PDF and a table to fill in, with nobody of another client and no birth dates. Overstap writes down that they are "
         "asked today. Send the lists through a safe way, not by ordinary mail."));
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->today = today;
  question->day = today + DAYS_TO_ANSWER;
  g_task_set_source_tag (task, ovs_ask_enquiry_async);
  g_task_set_task_data (task, g_object_ref (dialog), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", verb, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_rows (question));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (question->dialog);
}

char *
ovs_ask_enquiry_finish (GAsyncResult *result, OvsDay *deadline)
{
  const Question *question = g_object_get_data (G_OBJECT (g_task_get_task_data (G_TASK (result))), "question");

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  *deadline = question->day;
  return g_strdup (question->folder);
}
