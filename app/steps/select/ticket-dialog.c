/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/ticket-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "steps/select/day-row.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkWidget *number;
  GtkWidget *day;
  OvsDay today;
} Question;

static void
on_changed (Question *question)
{
  OvsDay day;
  gboolean good = ovs_day_row_get (question->day, question->today, &day);

  adw_message_dialog_set_response_enabled (question->dialog, "go", good && day != OVS_NO_DAY && day <= question->today);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  gboolean go = g_str_equal (response, "go");
  OvsDay day;

  ovs_day_row_get (question->day, question->today, &day);
  g_object_set_data (G_OBJECT (task), "day", GINT_TO_POINTER (day));
  g_task_return_pointer (task, go ? ovs_text_clean (gtk_editable_get_text (GTK_EDITABLE (question->number))) : NULL, g_free);
  g_object_unref (task);
}

static GtkWidget *
make_fields (Question *question, const char *number, OvsDay day)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *text = ovs_day_to_dutch (day);

  question->number = ovs_entry_row_new (_ ("Ticket number"));
  gtk_editable_set_text (GTK_EDITABLE (question->number), number != NULL ? number : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (question->number), TRUE);
  question->day = ovs_day_row_new (_ ("Handed in on (d-m-yyyy)"));
  gtk_editable_set_text (GTK_EDITABLE (question->day), text);
  g_signal_connect_swapped (question->day, "changed", G_CALLBACK (on_changed), question);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Ticket to Loket"));
  gtk_list_box_append (GTK_LIST_BOX (list), question->number);
  gtk_list_box_append (GTK_LIST_BOX (list), question->day);
  return list;
}

void
ovs_ticket_dialog_async (GtkWindow *parent, const char *number, OvsDay day, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Note the ticket"), _ ("So that everybody in the office sees that Loket was asked, and when."));
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->today = today;
  g_task_set_source_tag (task, ovs_ticket_dialog_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Keep"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question, number, day != OVS_NO_DAY ? day : today));
  on_changed (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

char *
ovs_ticket_dialog_finish (GAsyncResult *result, OvsDay *day)
{
  *day = (OvsDay) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (result), "day"));
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
