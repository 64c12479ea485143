/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/ask-second.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkEditable *name;
  char *first; /* (owned) folded */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->first);
  g_free (question);
}

/* Returns: (transfer full) (nullable): NULL while nobody else is named. */
static char *
get_second (const Question *question)
{
  g_autofree char *name = ovs_text_clean (gtk_editable_get_text (question->name));
  g_autofree char *folded = ovs_text_fold (name);

  return *folded != '\0' && !g_str_equal (folded, question->first) ? g_steal_pointer (&name) : NULL;
}

static void
on_changed (Question *question)
{
  g_autofree char *second = get_second (question);

  adw_message_dialog_set_response_enabled (question->dialog, "go", second != NULL);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");

  g_task_return_pointer (task, g_str_equal (response, "go") ? get_second (question) : NULL, g_free);
  g_object_unref (task);
}

static void
on_activated (Question *question)
{
  g_autofree char *second = get_second (question);

  if (second == NULL)
    return;
  adw_message_dialog_response (question->dialog, "go");
  gtk_window_destroy (GTK_WINDOW (question->dialog));
}

static GtkWidget *
make_entry (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Second person"));
  question->name = GTK_EDITABLE (ovs_entry_row_new (_ ("Name of the second person")));
  g_signal_connect_swapped (question->name, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->name, "entry-activated", G_CALLBACK (on_activated), question);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->name));
  return list;
}

void
ovs_ask_second_async (GtkWindow *parent, guint people, const char *first, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *heading = g_strdup_printf (ngettext ("Who agrees as well to %'u invitation?", "Who agrees as well to %'u invitations?", people), people);
  g_autofree char *body = g_strdup_printf (_ ("This dossier asks two people for so many. Somebody else than %s looks along and gives a name; "
                                              "it is kept in the trail with the time."),
                                           first);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->first = ovs_text_fold (first);
  g_task_set_source_tag (task, ovs_ask_second_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Agreed"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_entry (question));
  on_changed (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (question->dialog);
}

char *
ovs_ask_second_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
