/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/ask-reason.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkEditable *other; /* the typed reason */
  GPtrArray *choices; /* (owned): radio buttons, their labels are the reasons */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->choices);
  g_free (question);
}

/* What is typed goes before what is chosen. */
static char *
get_reason (const Question *question)
{
  g_autofree char *typed = ovs_text_clean (gtk_editable_get_text (question->other));

  if (*typed != '\0')
    return g_steal_pointer (&typed);
  for (guint i = 0; i < question->choices->len; i++)
    {
      GtkWidget *choice = g_ptr_array_index (question->choices, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (choice)))
        return g_strdup (gtk_check_button_get_label (GTK_CHECK_BUTTON (choice)));
    }
  return NULL;
}

static void
on_changed (Question *question)
{
  g_autofree char *reason = get_reason (question);

  adw_message_dialog_set_response_enabled (question->dialog, "go", reason != NULL);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");

  g_task_return_pointer (task, g_str_equal (response, "go") ? get_reason (question) : NULL, g_free);
  g_object_unref (task);
}

static void
on_entry_activated (Question *question)
{
  g_autofree char *reason = get_reason (question);

  if (reason == NULL)
    return;
  adw_message_dialog_response (question->dialog, "go");
  gtk_window_destroy (GTK_WINDOW (question->dialog));
}

static GtkWidget *
make_choices (Question *question, const char *const *ready)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (gsize i = 0; ready[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *choice = gtk_check_button_new_with_label (ready[i]);

      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), g_ptr_array_index (question->choices, 0));
      gtk_widget_set_hexpand (choice, TRUE);
      g_signal_connect_swapped (choice, "toggled", G_CALLBACK (on_changed), question);
      g_ptr_array_add (question->choices, choice);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
      ovs_accessible_set_label (row, ready[i]);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  ovs_accessible_set_label (list, _ ("Reason"));
  question->other = GTK_EDITABLE (ovs_entry_row_new (ready[0] != NULL ? _ ("Another reason") : _ ("Reason")));
  g_signal_connect_swapped (question->other, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->other, "entry-activated", G_CALLBACK (on_entry_activated), question);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->other));
  return list;
}

void
ovs_ask_reason_async (GtkWindow *parent,
                      const char *heading,
                      const char *body,
                      const char *verb,
                      const char *const *ready,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->choices = g_ptr_array_new ();
  g_task_set_source_tag (task, ovs_ask_reason_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", verb, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_choices (question, ready));
  if (question->choices->len > 0)
    gtk_check_button_set_active (g_ptr_array_index (question->choices, 0), TRUE);
  on_changed (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

char *
ovs_ask_reason_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
