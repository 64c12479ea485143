/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/call-back-dialog.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/questions.h"
#include "steps/answer-dialog.h"
#include "steps/day-row.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

typedef struct
{
  GtkWidget *day;
  GtkWidget *time;
  OvsDay today;
} CallBack;

/* `2026-12-14 14:00`, the time only where one is given. */
static char *
get (gpointer data)
{
  const CallBack *call_back = data;
  g_autofree char *time = ovs_text_clean (gtk_editable_get_text (GTK_EDITABLE (call_back->time)));
  g_autofree char *iso = NULL;
  int minutes;
  OvsDay day;
  gboolean good_time = *time == '\0' || ovs_question_parse_time (time, &minutes);

  if (good_time)
    gtk_widget_remove_css_class (call_back->time, "error");
  else
    gtk_widget_add_css_class (call_back->time, "error");
  if (!ovs_day_row_get (call_back->day, call_back->today, &day) || day == OVS_NO_DAY || day < call_back->today || !good_time)
    return NULL;
  iso = ovs_day_to_iso (day);
  return g_strdup_printf ("%s %s", iso, time);
}

void
ovs_call_back_dialog_async (GtkWindow *parent, const char *name, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  CallBack *call_back = g_new0 (CallBack, 1);
  g_autofree char *heading = g_strdup_printf (_ ("Call %s back?"), name);
  g_autofree char *date = ovs_day_to_dutch (today);
  GtkWidget *list = gtk_list_box_new ();
  OvsAnswerDialog *dialog;

  call_back->today = today;
  call_back->day = ovs_day_row_new (_ ("Day (d-m-yyyy)"));
  call_back->time = ovs_entry_row_new (_ ("Time, as in 14:00, if need be"));
  gtk_editable_set_text (GTK_EDITABLE (call_back->day), date);
  dialog = ovs_answer_dialog_new (parent, heading, _ ("The question stays open until then."), _ ("Plan"), get, call_back, g_free);
  ovs_answer_dialog_watch (dialog, GTK_EDITABLE (call_back->day));
  ovs_answer_dialog_watch (dialog, GTK_EDITABLE (call_back->time));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, heading);
  gtk_list_box_append (GTK_LIST_BOX (list), call_back->day);
  gtk_list_box_append (GTK_LIST_BOX (list), call_back->time);
  ovs_answer_dialog_async (dialog, list, callback, user_data);
  gtk_widget_grab_focus (call_back->time);
}

gboolean
ovs_call_back_dialog_finish (GAsyncResult *result, OvsDay *day, int *at)
{
  g_autofree char *answer = ovs_answer_dialog_finish (result);
  g_auto (GStrv) parts = answer != NULL ? g_strsplit (answer, " ", 2) : NULL;

  *at = OVS_QUESTION_UNSAID;
  if (parts == NULL || !ovs_day_parse_iso (parts[0], day))
    return FALSE;
  ovs_question_parse_time (parts[1], at);
  return TRUE;
}
