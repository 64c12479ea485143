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
  GtkEditable *note; /* (nullable) */
  OvsDay today;
} Asked;

static OvsDay
get_day (const Asked *asked)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (asked->calendar);

  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

static void
on_day_selected (Asked *asked)
{
  adw_message_dialog_set_response_enabled (asked->dialog, "go", get_day (asked) <= asked->today);
}

static OvsDay
answer (const Asked *asked, const char *response)
{
  if (g_str_equal (response, "never"))
    return OVS_ASK_DAY_NEVER;
  return g_str_equal (response, "go") ? get_day (asked) : OVS_NO_DAY;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Asked *asked = g_object_get_data (G_OBJECT (dialog), "asked");
  g_autofree char *note = asked->note != NULL ? ovs_text_clean (gtk_editable_get_text (asked->note)) : NULL;

  if (note != NULL && *note != '\0')
    g_task_set_task_data (task, g_steal_pointer (&note), g_free);
  g_task_return_int (task, answer (asked, response));
  g_object_unref (task);
}

static GtkWidget *
make_note (Asked *asked)
{
  GtkWidget *list = gtk_list_box_new ();

  asked->note = GTK_EDITABLE (ovs_entry_row_new (_ ("Note")));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Note"));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (asked->note));
  return list;
}

static GtkWidget *
make_fields (Asked *asked, const OvsDayQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  ovs_day_to_ymd (asked->today, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  asked->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_select_day (asked->calendar, date);
  ovs_accessible_set_label (asked->calendar, question->day);
  g_signal_connect_swapped (asked->calendar, "day-selected", G_CALLBACK (on_day_selected), asked);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (asked->calendar));
  if (question->with_note)
    gtk_box_append (GTK_BOX (box), make_note (asked));
  return box;
}

void
ovs_ask_day_async (GtkWindow *parent, const OvsDayQuestion *question, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, question->heading, question->body);
  Asked *asked = g_new0 (Asked, 1);

  asked->dialog = ADW_MESSAGE_DIALOG (dialog);
  asked->today = question->today;
  g_task_set_source_tag (task, ovs_ask_day_async);
  g_object_set_data_full (G_OBJECT (dialog), "asked", asked, g_free);
  adw_message_dialog_add_response (asked->dialog, "cancel", _ ("Cancel"));
  if (question->never != NULL)
    adw_message_dialog_add_response (asked->dialog, "never", question->never);
  adw_message_dialog_add_response (asked->dialog, "go", _ ("Write down"));
  adw_message_dialog_set_response_appearance (asked->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asked->dialog, "go");
  adw_message_dialog_set_close_response (asked->dialog, "cancel");
  adw_message_dialog_set_extra_child (asked->dialog, make_fields (asked, question));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

OvsDay
ovs_ask_day_finish (GAsyncResult *result, char **note)
{
  *note = g_strdup (g_task_get_task_data (G_TASK (result)));
  return (OvsDay) g_task_propagate_int (G_TASK (result), NULL);
}
