/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/ask-later.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/dialog.h"

#define DAYS_AHEAD 14

typedef struct
{
  OvsDay today;
  GtkCalendar *calendar;
} Asked;

static OvsDay
get_day (const Asked *asked)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (asked->calendar);

  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

static void
on_day_selected (GtkCalendar *calendar, AdwMessageDialog *dialog)
{
  const Asked *asked = g_object_get_data (G_OBJECT (dialog), "asked");

  adw_message_dialog_set_response_enabled (dialog, "go", get_day (asked) > asked->today);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Asked *asked = g_object_get_data (G_OBJECT (dialog), "asked");

  g_task_return_int (task, g_str_equal (response, "go") ? get_day (asked) : OVS_NO_DAY);
  g_object_unref (task);
}

static void
ask (GTask *task, OvsDay today)
{
  GtkWidget *page = g_task_get_source_object (task);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (page)), _ ("Show again on which day?"),
                                                                         _ ("Until then it stands under “Later”, and counts on.")));
  Asked *asked = g_new0 (Asked, 1);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  ovs_day_to_ymd (today + DAYS_AHEAD, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  asked->today = today;
  asked->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_select_day (asked->calendar, date);
  ovs_accessible_set_label (asked->calendar, _ ("Show again on"));
  g_object_set_data_full (G_OBJECT (dialog), "asked", asked, g_free);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Until that day"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (asked->calendar));
  g_signal_connect (asked->calendar, "day-selected", G_CALLBACK (on_day_selected), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (dialog);
}

static gboolean
read_today (OvsTx *tx, gpointer data, GError **error)
{
  *(OvsDay *) data = ovs_tx_today (tx);
  return TRUE;
}

static void
on_today (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  const OvsDay *today = g_task_get_task_data (task);

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && gtk_widget_get_root (g_task_get_source_object (task)) != NULL)
    {
      ask (task, *today);
      return;
    }
  g_task_return_int (task, OVS_NO_DAY);
  g_object_unref (task);
}

void
ovs_ask_later_async (OvsStepPage *page, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (page, NULL, callback, user_data);
  OvsDay *today = g_new0 (OvsDay, 1);

  g_task_set_source_tag (task, ovs_ask_later_async);
  g_task_set_task_data (task, today, g_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (ovs_step_page_get_workspace (page)), read_today, today, NULL, on_today, task);
}

OvsDay
ovs_ask_later_finish (GAsyncResult *result)
{
  return (OvsDay) g_task_propagate_int (G_TASK (result), NULL);
}
