/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/meaning-dialog.h"

#include <glib/gi18n.h>

#include "dossier/meanings.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  GtkWidget *meaning;
  GtkWidget *advice;
  char *words;
  char *new_meaning;
  char *new_advice;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_free (question->words);
  g_free (question->new_meaning);
  g_free (question->new_advice);
  g_free (question);
}

static gboolean
keep (OvsTx *tx, gpointer data, GError **error)
{
  const Question *question = data;

  return ovs_meanings_set (tx, question->words, question->new_meaning, question->new_advice, error);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    ovs_step_page_tell_error (question->page, error);
  else
    ovs_step_page_tell (question->page, *question->new_meaning != '\0' ? _ ("Known from now on, wherever Loket says this") : _ ("The meaning was forgotten"), TRUE);
  question_free (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (question->page);

  if (!g_str_equal (response, "go") || workspace == NULL)
    {
      question_free (question);
      return;
    }
  question->new_meaning = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->meaning))));
  question->new_advice = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->advice))));
  ovs_workspace_write_async (workspace, keep, question, NULL, on_kept, question);
}

static GtkWidget *
add_row (GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = ovs_entry_row_new (title);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

void
ovs_meaning_dialog_show (OvsStepPage *page, const char *words, const char *meaning, const char *advice)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  g_autofree char *body = g_strdup_printf (_ ("Loket says: “%s”"), words);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("What does this mean?"), body);
  GtkWidget *list = gtk_list_box_new ();
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  question->words = g_strdup (words);
  question->meaning = add_row (list, _ ("In plain words"), meaning);
  question->advice = add_row (list, _ ("What to do, if need be"), advice);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Meaning"));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", _ ("Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
  gtk_widget_grab_focus (question->meaning);
}
