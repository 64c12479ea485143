/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "dossier/waves.h"
#include "widgets/accessible.h"
#include "widgets/choice-list.h"
#include "widgets/dialog.h"

/* How far time is to pass in the practice Loket. */

typedef struct
{
  OvsWindow *window; /* (owned) */
  OvsDay today;
  char *moment;      /* today, with its time */
  OvsDay round;      /* of the next round; OVS_NO_DAY without one */
  GPtrArray *titles; /* (owned) of the days that are offered */
  GArray *days;      /* (owned) of the same; after them comes the calendar's */
  AdwMessageDialog *dialog;
  GtkWidget *choices;
  GtkWidget *calendar;
} Passing;

static void
passing_free (Passing *passing)
{
  g_object_unref (passing->window);
  g_free (passing->moment);
  g_ptr_array_unref (passing->titles);
  g_array_unref (passing->days);
  g_free (passing);
}

/* @format: with the day in it. */
static void
offer (Passing *passing, const char *format, OvsDay day)
{
  g_autofree char *text = ovs_day_to_dutch (day);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_ptr_array_add (passing->titles, g_strjoinv (text, parts));
  g_array_append_val (passing->days, day);
}

static void
offer_days (Passing *passing)
{
  OvsDay october = ovs_day_from_ymd (2026, 10, 1);

  offer (passing, _ ("One day, to %s"), passing->today + 1);
  offer (passing, _ ("A week, to %s"), passing->today + 7);
  offer (passing, _ ("Three weeks, to %s"), passing->today + 21);
  if (passing->round != OVS_NO_DAY)
    offer (passing, _ ("To the day of the next round, %s"), passing->round);
  if (passing->today < october)
    offer (passing, _ ("To %s, the rule for who left in 2025"), october);
  g_ptr_array_add (passing->titles, g_strdup (_ ("To another day")));
  g_ptr_array_add (passing->titles, NULL);
}

static gboolean
is_calendar_chosen (const Passing *passing)
{
  return ovs_choice_list_get_chosen (passing->choices) >= passing->days->len;
}

static OvsDay
get_chosen_day (const Passing *passing)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (passing->calendar));

  if (!is_calendar_chosen (passing))
    return g_array_index (passing->days, OvsDay, ovs_choice_list_get_chosen (passing->choices));
  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

/* The day after is said as the day before is, whatever was chosen. */
static void
on_chosen (AdwMessageDialog *dialog)
{
  const Passing *passing = g_object_get_data (G_OBJECT (dialog), "passing");
  OvsDay chosen = get_chosen_day (passing);
  g_autofree char *day = ovs_day_to_dutch (chosen);
  g_autofree char *body = NULL;

  if (chosen > passing->today)
    body = g_strdup_printf (_ ("In the practice Loket it is %s, and it becomes %s. What falls due on the way happens: reminders, invitations that expire, "
                               "what was planned for a day."),
                            passing->moment, day);
  else
    body = g_strdup_printf (_ ("In the practice Loket it is %s. Time does not go back there: choose a later day."), passing->moment);
  adw_message_dialog_set_body (dialog, body);
  gtk_widget_set_visible (passing->calendar, is_calendar_chosen (passing));
  adw_message_dialog_set_response_enabled (dialog, "go", chosen > passing->today);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Passing *passing)
{
  if (g_str_equal (response, "go"))
    ovs_window_leap (passing->window, passing->today, get_chosen_day (passing));
}

static GtkWidget *
make_passing (Passing *passing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  passing->choices = ovs_choice_list_new (_ ("How far"), (const char *const *) passing->titles->pdata);
  ovs_day_to_ymd (passing->today + 7, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  passing->calendar = gtk_calendar_new ();
  gtk_calendar_select_day (GTK_CALENDAR (passing->calendar), date);
  ovs_accessible_set_label (passing->calendar, _ ("To another day"));
  ovs_choice_list_watch (passing->choices, G_CALLBACK (on_chosen), passing->dialog);
  g_signal_connect_object (passing->calendar, "day-selected", G_CALLBACK (on_chosen), passing->dialog, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), passing->choices);
  gtk_box_append (GTK_BOX (box), passing->calendar);
  return box;
}

static void
ask_how_far (Passing *passing)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (passing->window), _ ("Move time forward"), NULL));

  passing->dialog = dialog;
  offer_days (passing);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Move forward"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, make_passing (passing));
  g_object_set_data_full (G_OBJECT (dialog), "passing", passing, (GDestroyNotify) passing_free);
  on_chosen (dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), passing);
  ovs_dialog_present (dialog);
}

/* --- what it is there now, and which days matter to the dossier --- */

static void
add_round (const OvsWaveRow *row, gpointer data)
{
  Passing *passing = data;

  if (row->date != OVS_NO_DAY && row->date > passing->today && (passing->round == OVS_NO_DAY || row->date < passing->round))
    passing->round = row->date;
}

static gboolean
read_rounds (OvsTx *tx, gpointer data, GError **error)
{
  ovs_waves_foreach (tx, add_round, data);
  return TRUE;
}

static void
on_rounds (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Passing *passing = user_data;

  ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);
  if (passing->window->closed)
    passing_free (passing);
  else
    ask_how_far (passing);
}

/* What time it is there, the practice Loket says itself. */
static void
on_clock (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);
  Passing *passing;
  gint64 now;

  if (answer == NULL)
    ovs_window_tell_error (self, error->message);
  if (answer == NULL || self->closed || !ovs_clock_parse_iso (json_object_get_string_member_with_default (json_node_get_object (answer), "now", ""), &now))
    return;
  passing = g_new0 (Passing, 1);
  passing->window = g_object_ref (self);
  passing->today = ovs_clock_day_of (now);
  passing->moment = ovs_clock_to_dutch (now);
  passing->round = OVS_NO_DAY;
  passing->titles = g_ptr_array_new_with_free_func (g_free);
  passing->days = g_array_new (FALSE, FALSE, sizeof (OvsDay));
  ovs_dossier_read_async (ovs_workspace_get_dossier (ovs_frame_get_workspace (self->frame)), read_rounds, passing, NULL, on_rounds, passing);
}

static void
advance_clock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->practice != NULL && self->frame != NULL)
    ovs_practice_child_ask_async (self->practice, "GET", "/practice/clock", NULL, on_clock, g_object_ref (self));
}

void
ovs_window_install_practice_time (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.advance-clock", NULL, advance_clock);
}
