/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "widgets/accessible.h"
#include "widgets/choice-list.h"
#include "widgets/dialog.h"
#include "window/practice-events.h"

/* Time that passes in the practice Loket, and employees who activate there. */

#define ALL_EVENTS "/practice/events"
#define COUNT_OF_EVENTS ALL_EVENTS "?pageSize=1"

/* --- time --- */

/* How far, in the order of the dialog. The fourth one is not there any more from that day. */
enum
{
  A_DAY,
  THREE_DAYS,
  A_WEEK,
  FIRST_OF_OCTOBER,
  A_DATE,
};

typedef struct
{
  OvsWindow *window; /* (owned) */
  AdwMessageDialog *dialog;
  GtkWidget *choices;
  GtkCalendar *calendar;
  OvsDay today;
  OvsDay october; /* OVS_NO_DAY when it is past */
  OvsDay day;     /* the one to go to */
  guint before;   /* events that there were */
} Passing;

static void
passing_free (Passing *passing)
{
  g_object_unref (passing->window);
  g_free (passing);
}

static void
on_passed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Passing *passing = user_data;
  OvsPracticeChild *practice = OVS_PRACTICE_CHILD (source);
  g_autoptr (JsonNode) events = ovs_practice_child_ask_finish (practice, result, NULL);
  g_autofree char *happened = ovs_practice_events_describe (events, passing->before);
  g_autofree char *day = ovs_day_to_dutch (passing->day);
  g_autofree char *news = g_strdup_printf (_ ("It is %s in the practice Loket: %s."), day, happened);

  ovs_window_read_back (passing->window, news);
  passing_free (passing);
}

static void
on_moved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Passing *passing = user_data;
  OvsPracticeChild *practice = OVS_PRACTICE_CHILD (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (practice, result, &error);

  if (answer == NULL)
    {
      ovs_window_tell_error (passing->window, error->message);
      passing_free (passing);
      return;
    }
  ovs_practice_child_ask_async (practice, "GET", ALL_EVENTS, NULL, on_passed, passing);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Passing *passing = user_data;
  OvsPracticeChild *practice = OVS_PRACTICE_CHILD (source);
  g_autoptr (JsonNode) events = ovs_practice_child_ask_finish (practice, result, NULL);
  g_autofree char *body = g_strdup_printf ("{\"advanceDays\": %d}", (int) (passing->day - passing->today));

  passing->before = ovs_practice_events_count (events);
  ovs_practice_child_ask_async (practice, "POST", "/practice/clock", body, on_moved, passing);
}

static OvsDay
get_date (const Passing *passing)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (passing->calendar);

  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

static OvsDay
get_chosen_day (const Passing *passing)
{
  guint chosen = ovs_choice_list_get_chosen (passing->choices);

  if (chosen >= FIRST_OF_OCTOBER && passing->october == OVS_NO_DAY)
    chosen++;
  switch (chosen)
    {
    case A_DAY:
      return passing->today + 1;
    case THREE_DAYS:
      return passing->today + 3;
    case A_WEEK:
      return passing->today + 7;
    case FIRST_OF_OCTOBER:
      return passing->october;
    default:
      return get_date (passing);
    }
}

static gboolean
is_date_chosen (const Passing *passing)
{
  return ovs_choice_list_get_chosen (passing->choices) == (passing->october == OVS_NO_DAY ? A_DATE - 1 : A_DATE);
}

static void
on_chosen (AdwMessageDialog *dialog)
{
  const Passing *passing = g_object_get_data (G_OBJECT (dialog), "passing");

  gtk_widget_set_visible (GTK_WIDGET (passing->calendar), is_date_chosen (passing));
  adw_message_dialog_set_response_enabled (dialog, "go", get_chosen_day (passing) > passing->today);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Passing *passing)
{
  OvsPracticeChild *practice = passing->window->practice;

  if (!g_str_equal (response, "go") || practice == NULL)
    {
      passing_free (passing);
      return;
    }
  passing->day = get_chosen_day (passing);
  ovs_practice_child_ask_async (practice, "GET", COUNT_OF_EVENTS, NULL, on_counted, passing);
}

static GtkWidget *
make_passing (Passing *passing)
{
  const char *choices[] = { _ ("One day"), _ ("Three days"), _ ("A week"), _ ("To 1 October 2026"), _ ("To a date"), NULL };
  const char *without_october[] = { choices[A_DAY], choices[THREE_DAYS], choices[A_WEEK], choices[A_DATE], NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  passing->choices = ovs_choice_list_new (_ ("How far"), passing->october != OVS_NO_DAY ? choices : without_october);
  ovs_day_to_ymd (passing->today + 7, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  passing->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_select_day (passing->calendar, date);
  ovs_accessible_set_label (passing->calendar, _ ("To a date"));
  gtk_widget_set_visible (GTK_WIDGET (passing->calendar), FALSE);
  ovs_choice_list_watch (passing->choices, G_CALLBACK (on_chosen), passing->dialog);
  g_signal_connect_object (passing->calendar, "day-selected", G_CALLBACK (on_chosen), passing->dialog, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), passing->choices);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (passing->calendar));
  return box;
}

static void
ask_how_far (OvsWindow *self, gint64 now)
{
  Passing *passing = g_new0 (Passing, 1);
  g_autofree char *moment = ovs_clock_to_dutch (now);
  g_autofree char *body = g_strdup_printf (_ ("In the practice Loket it is %s. What falls due on the way happens: reminders, invitations that expire, "
                                              "what was planned for a day."),
                                           moment);

  passing->window = g_object_ref (self);
  passing->today = ovs_clock_day_of (now);
  passing->october = ovs_day_from_ymd (2026, 10, 1);
  if (passing->today >= passing->october)
    passing->october = OVS_NO_DAY;
  passing->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Move time forward"), body));
  g_object_set_data (G_OBJECT (passing->dialog), "passing", passing);
  adw_message_dialog_add_responses (passing->dialog, "cancel", _ ("Cancel"), "go", _ ("Move forward"), NULL);
  adw_message_dialog_set_response_appearance (passing->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (passing->dialog, "go");
  adw_message_dialog_set_close_response (passing->dialog, "cancel");
  adw_message_dialog_set_extra_child (passing->dialog, make_passing (passing));
  g_signal_connect (passing->dialog, "response", G_CALLBACK (on_response), passing);
  ovs_dialog_present (passing->dialog);
}

/* What time it is there, the practice Loket says itself. */
static void
on_clock (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);
  gint64 now;

  if (answer == NULL)
    ovs_window_tell_error (self, error->message);
  else if (ovs_clock_parse_iso (json_object_get_string_member_with_default (json_node_get_object (answer), "now", ""), &now))
    ask_how_far (self, now);
}

static void
advance_clock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->practice != NULL)
    ovs_practice_child_ask_async (self->practice, "GET", "/practice/clock", NULL, on_clock, g_object_ref (self));
}

/* --- employees --- */

static void
on_activated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);
  g_autofree char *news = NULL;
  int n;

  if (answer == NULL)
    {
      ovs_window_tell_error (self, error->message);
      return;
    }
  n = (int) json_object_get_int_member_with_default (json_node_get_object (answer), "linked", 0);
  news = n > 0 ? g_strdup_printf (ngettext ("%d employee activated the account and is linked.", "%d employees activated their accounts and are linked.", (gulong) n), n)
               : g_strdup (_ ("Nobody has an invitation that waits. Invite employees first."));
  ovs_window_read_back (self, news);
}

static void
on_whom (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  GtkWidget *choices = adw_message_dialog_get_extra_child (dialog);
  const char *body = ovs_choice_list_get_chosen (choices) == 0 ? "{\"share\": 0.96, \"seed\": 1}" : "{\"share\": 1, \"seed\": 1}";

  if (g_str_equal (response, "go") && self->practice != NULL)
    ovs_practice_child_ask_async (self->practice, "POST", "/practice/activate", body, on_activated, g_object_ref (self));
}

static void
activate_employees (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  const char *choices[] = { _ ("96 of every 100, as the help-desk article tells"), _ ("Everybody"), NULL };
  AdwMessageDialog *dialog;

  if (self->practice == NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Let employees activate"),
      _ ("Employees with an invitation make their account and give their birth date, as if they did so in the browser.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Let them activate"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, ovs_choice_list_new (_ ("How many"), choices));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_whom), self, 0);
  ovs_dialog_present (dialog);
}

void
ovs_window_install_practice_time (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.advance-clock", NULL, advance_clock);
  gtk_widget_class_install_action (klass, "win.activate-employees", NULL, activate_employees);
}
