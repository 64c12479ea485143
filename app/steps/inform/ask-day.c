/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/ask-day.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"

typedef struct
{
  AdwMessageDialog *dialog;
  GtkCalendar *calendar;
  GtkEditable *note;
  OvsDay today;
} Question;

static OvsDay
get_day (const Question *question)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (question->calendar);

  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

static void
on_day_selected (Question *question)
{
  adw_message_dialog_set_response_enabled (question->dialog, "go", get_day (question) <= question->today);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autofree char *note = ovs_text_clean (gtk_editable_get_text (question->note));

  if (*note != '\0')
    g_task_set_task_data (task, g_steal_pointer (&note), g_free);
  g_task_return_int (task, g_str_equal (response, "go") ? get_day (question) : OVS_NO_DAY);
  g_object_unref (task);
}

static GtkWidget *
make_fields (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  ovs_day_to_ymd (question->today, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  question->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_select_day (question->calendar, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Informed on"), -1);
  g_signal_connect_swapped (question->calendar, "day-selected", G_CALLBACK (on_day_selected), question);

  question->note = GTK_EDITABLE (ovs_entry_row_new (_ ("Note")));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Note"));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->calendar));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

void
ovs_ask_day_async (GtkWindow *parent, const char *heading, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, _ ("The day on which you told the client about the conversion. It counts for the earliest possible date."));
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->today = today;
  g_task_set_source_tag (task, ovs_ask_day_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Write down"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

OvsDay
ovs_ask_day_finish (GAsyncResult *result, char **note)
{
  *note = g_strdup (g_task_get_task_data (G_TASK (result)));
  return (OvsDay) g_task_propagate_int (G_TASK (result), NULL);
}
