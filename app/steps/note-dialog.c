/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/note-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rules/bsn.h"
#include "steps/day-row.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkTextView *text;
  GtkWidget *day;
  GtkWidget *refused; /* why the text cannot be kept */
  OvsDay today;
} Question;

static char *
get_text (const Question *question)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (question->text), "text", &text, NULL);
  return g_strstrip (text);
}

static void
on_changed (Question *question)
{
  g_autofree char *text = get_text (question);
  OvsDay day;
  gboolean good = ovs_day_row_get (question->day, question->today, &day);

  /* Nobody is called back in the past. */
  if (good && day != OVS_NO_DAY && day < question->today)
    {
      gtk_widget_add_css_class (question->day, "error");
      good = FALSE;
    }
  gtk_widget_set_visible (question->refused, ovs_bsn_in_text (text));
  adw_message_dialog_set_response_enabled (question->dialog, "go", good && *text != '\0' && !gtk_widget_get_visible (question->refused));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  OvsDay day;

  ovs_day_row_get (question->day, question->today, &day);
  g_object_set_data (G_OBJECT (task), "day", GINT_TO_POINTER (day));
  g_task_return_pointer (task, g_str_equal (response, "go") ? get_text (question) : NULL, g_free);
  g_object_unref (task);
}

static GtkWidget *
make_text (Question *question)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  question->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (question->text, GTK_WRAP_WORD_CHAR);
  /* Tab goes to the next field, as everywhere else. */
  gtk_text_view_set_accepts_tab (question->text, FALSE);
  gtk_text_view_set_left_margin (question->text, 10);
  gtk_text_view_set_right_margin (question->text, 10);
  gtk_text_view_set_top_margin (question->text, 10);
  gtk_text_view_set_bottom_margin (question->text, 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (question->text));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (gtk_text_view_get_buffer (question->text), "changed", G_CALLBACK (on_changed), question);
  return scrolled;
}

static GtkWidget *
make_refused (void)
{
  GtkWidget *label = gtk_label_new (_ ("This looks like a BSN, and a BSN is never kept here. Take it out."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static GtkWidget *
make_fields (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  question->day = ovs_day_row_new (_ ("Call back on (d-m-yyyy), if need be"));
  g_signal_connect_swapped (question->day, "changed", G_CALLBACK (on_changed), question);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Note"));
  gtk_list_box_append (GTK_LIST_BOX (list), question->day);
  question->refused = make_refused ();
  gtk_box_append (GTK_BOX (box), make_text (question));
  gtk_box_append (GTK_BOX (box), question->refused);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

void
ovs_note_dialog_async (GtkWindow *parent, const char *name, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *heading = g_strdup_printf (_ ("Note on %s"), name);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->today = today;
  g_task_set_source_tag (task, ovs_note_dialog_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Keep"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question));
  on_changed (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->text));
}

char *
ovs_note_dialog_finish (GAsyncResult *result, OvsDay *call_back_on)
{
  *call_back_on = (OvsDay) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (result), "day"));
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
