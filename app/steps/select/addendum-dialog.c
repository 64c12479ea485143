/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/addendum-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "rules/bsn.h"
#include "rules/source.h"
#include "steps/day-row.h"
#include "steps/select/client-work.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"

typedef struct
{
  GtkWidget *teller; /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  AdwMessageDialog *dialog;
  GtkCheckButton *choices[3];
  GtkWidget *number;
  GtkWidget *day;
  OvsDay today;
} Question;

static const OvsTold answers[] = { OVS_TOLD_YES, OVS_TOLD_NO, OVS_TOLD_UNKNOWN };

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->teller);
  g_object_unref (question->workspace);
  g_free (question);
}

static void
on_changed (Question *question)
{
  gboolean is_signed = gtk_check_button_get_active (question->choices[0]);
  OvsDay day;
  gboolean good = ovs_day_row_get (question->day, question->today, &day) && day <= question->today;

  gtk_widget_set_sensitive (question->number, is_signed);
  gtk_widget_set_sensitive (question->day, is_signed);
  adw_message_dialog_set_response_enabled (question->dialog, "go",
                                           good && !ovs_bsn_in_text (gtk_editable_get_text (GTK_EDITABLE (question->number))));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *number = ovs_text_clean (gtk_editable_get_text (GTK_EDITABLE (question->number)));
  OvsDay day;

  ovs_day_row_get (question->day, question->today, &day);
  for (gsize i = 0; g_str_equal (response, "go") && i < G_N_ELEMENTS (answers); i++)
    if (gtk_check_button_get_active (question->choices[i]))
      ovs_client_work_addendum (question->teller, question->workspace, answers[i], number, day);
}

static void
add_choices (Question *question, GtkListBox *list, OvsTold known)
{
  const char *const labels[] = { _ ("Signed"), _ ("Not signed yet"), _ ("Unknown") };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *choice = gtk_check_button_new_with_label (labels[i]);

      question->choices[i] = GTK_CHECK_BUTTON (choice);
      if (i > 0)
        gtk_check_button_set_group (question->choices[i], question->choices[0]);
      gtk_check_button_set_active (question->choices[i], answers[i] == known);
      gtk_widget_set_hexpand (choice, TRUE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
      ovs_accessible_set_label (row, labels[i]);
      gtk_list_box_append (list, row);
    }
}

static GtkWidget *
make_fields (Question *question, OvsTold known)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Addendum"));
  add_choices (question, GTK_LIST_BOX (list), known);
  question->number = ovs_entry_row_new (_ ("Number of the ticket that confirmed it"));
  question->day = ovs_day_row_new (_ ("On (d-m-yyyy)"));
  gtk_list_box_append (GTK_LIST_BOX (list), question->number);
  gtk_list_box_append (GTK_LIST_BOX (list), question->day);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    g_signal_connect_swapped (question->choices[i], "toggled", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->number, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->day, "changed", G_CALLBACK (on_changed), question);
  return list;
}

void
ovs_addendum_ask (GtkWidget *teller, OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *source = ovs_source_tell (OVS_SOURCE_ACTIVATE);
  g_autofree char *body = g_strdup_printf (_ ("Before MijnLoket can be switched on for a client the firm signs an addendum, once for all clients, %s."),
                                           source);
  GtkWidget *dialog;
  Question *question;

  if (figures == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (teller)), _ ("Has your firm signed the addendum?"), body);
  question = g_new0 (Question, 1);
  question->teller = g_object_ref (teller);
  question->workspace = g_object_ref (workspace);
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->today = figures->reference_date;
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Keep"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question, figures->addendum));
  on_changed (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}
