/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/contract-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "steps/day-row.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkWidget *day;
  OvsDay today;
} Question;

static void
on_changed (Question *question)
{
  OvsDay day;

  adw_message_dialog_set_response_enabled (question->dialog, "go", ovs_day_row_get (question->day, question->today, &day));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  OvsDay day;

  ovs_day_row_get (question->day, question->today, &day);
  g_object_set_data (G_OBJECT (task), "day", GINT_TO_POINTER (day));
  g_task_return_boolean (task, g_str_equal (response, "go"));
  g_object_unref (task);
}

static GtkWidget *
make_field (Question *question, OvsDay known)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *text = ovs_day_to_dutch (known);

  question->day = ovs_day_row_new (_ ("Last day (d-m-yyyy), empty where it is not known"));
  gtk_editable_set_text (GTK_EDITABLE (question->day), known != OVS_NO_DAY ? text : "");
  g_signal_connect_swapped (question->day, "changed", G_CALLBACK (on_changed), question);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("End of the contract"));
  gtk_list_box_append (GTK_LIST_BOX (list), question->day);
  return list;
}

void
ovs_contract_dialog_async (GtkWindow *parent, const char *name, OvsDay known, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *heading = g_strdup_printf (_ ("Until when does the contract of %s run?"), name);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, _ ("Its contract for Werknemerloket. When rounds are proposed, what ends first goes first."));
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->today = today;
  g_task_set_source_tag (task, ovs_contract_dialog_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Keep"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_field (question, known));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (question->dialog);
  gtk_widget_grab_focus (question->day);
}

gboolean
ovs_contract_dialog_finish (GAsyncResult *result, OvsDay *day)
{
  *day = (OvsDay) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (result), "day"));
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
