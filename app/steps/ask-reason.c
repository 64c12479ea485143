/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/ask-reason.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "steps/answer-dialog.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

typedef struct
{
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
get_reason (gpointer data)
{
  const Question *question = data;
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

static GtkWidget *
make_choices (OvsAnswerDialog *dialog, Question *question, const char *const *ready)
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
      g_signal_connect_swapped (choice, "toggled", G_CALLBACK (ovs_answer_dialog_changed), dialog);
      g_ptr_array_add (question->choices, choice);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
      ovs_accessible_set_label (row, ready[i]);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  ovs_accessible_set_label (list, _ ("Reason"));
  question->other = GTK_EDITABLE (ovs_entry_row_new (ready[0] != NULL ? _ ("Another reason") : _ ("Reason")));
  ovs_answer_dialog_watch (dialog, question->other);
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
  Question *question = g_new0 (Question, 1);
  OvsAnswerDialog *dialog = ovs_answer_dialog_new (parent, heading, body, verb, get_reason, question, question_free);
  GtkWidget *choices;

  question->choices = g_ptr_array_new ();
  choices = make_choices (dialog, question, ready);
  if (question->choices->len > 0)
    gtk_check_button_set_active (g_ptr_array_index (question->choices, 0), TRUE);
  ovs_answer_dialog_async (dialog, choices, callback, user_data);
}

char *
ovs_ask_reason_finish (GAsyncResult *result)
{
  return ovs_answer_dialog_finish (result);
}
