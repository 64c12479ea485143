/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "widgets/choice-list.h"
#include "widgets/dialog.h"

/* What employees do in the practice Loket: all at once when asked for, or by themselves in the course of weeks. */

/* --- at once --- */

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

/* --- by themselves --- */

/* As the practice Loket takes it, in the order of the dialog. */
static const char *const troubles[] = { "\"artikel\"", "0.2", "null" };

/* In days, likewise. */
static const int leaps[] = { 21, 7, 0 };

typedef struct
{
  OvsWindow *window; /* (owned) */
  OvsDay today;
  int days; /* to leap */
} Life;

static void
life_free (Life *life)
{
  g_object_unref (life->window);
  g_free (life);
}

static void
on_let (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Life *life = user_data;
  OvsWindow *self = life->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);

  if (answer == NULL)
    ovs_window_tell_error (self, error->message);
  else if (life->days > 0)
    ovs_window_leap (self, life->today, life->today + life->days);
  else if (!self->closed)
    ovs_frame_tell (self->frame, _ ("Set. Employees act by this as time moves forward."), FALSE);
  life_free (life);
}

static void
on_life_chosen (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  GtkWidget *how = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (dialog));
  GtkWidget *how_long = gtk_widget_get_last_child (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *body = g_strdup_printf ("{\"trouble\": %s}", troubles[ovs_choice_list_get_chosen (how)]);
  Life *life;

  if (!g_str_equal (response, "go") || self->practice == NULL)
    return;
  life = g_new0 (Life, 1);
  life->window = g_object_ref (self);
  life->today = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "today"));
  life->days = leaps[ovs_choice_list_get_chosen (how_long)];
  ovs_practice_child_ask_async (self->practice, "POST", "/practice/behaviour", body, on_let, life);
}

static GtkWidget *
make_how (void)
{
  const char *choices[] = { _ ("As the help-desk article tells"), _ ("A difficult group"), _ ("Nobody does anything by himself"), NULL };
  GtkWidget *list = ovs_choice_list_new (_ ("What employees do"), choices);

  ovs_choice_list_describe (list, 0, _ ("95 to 98 percent need no help. The others do not react, get stuck, ask for help, or have an address that does not work."));
  ovs_choice_list_describe (list, 1, _ ("One in five needs help, so that there is more to solve."));
  ovs_choice_list_describe (list, 2, _ ("As at the beginning: only who is let to activate here, or does so in the browser."));
  return list;
}

static GtkWidget *
make_how_long (OvsDay today)
{
  g_autofree char *after_three = ovs_day_to_dutch (today + leaps[0]);
  g_autofree char *after_one = ovs_day_to_dutch (today + leaps[1]);
  g_autofree char *three = g_strdup_printf (_ ("Three weeks, to %s"), after_three);
  g_autofree char *one = g_strdup_printf (_ ("A week, to %s"), after_one);
  const char *choices[] = { three, one, _ ("Time stays where it is"), NULL };

  return ovs_choice_list_new (_ ("How far"), choices);
}

static void
ask_life (OvsWindow *self, OvsDay today)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("As in real life"),
                              _ ("Employees with an invitation act by themselves while time moves forward, as they do in real life. Invite them first.")));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_object_set_data (G_OBJECT (dialog), "today", GINT_TO_POINTER (today));
  gtk_box_append (GTK_BOX (box), make_how ());
  gtk_box_append (GTK_BOX (box), make_how_long (today));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Let it happen"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, box);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_life_chosen), self, 0);
  ovs_dialog_present (dialog);
}

static void
on_day (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);
  gint64 now;

  if (answer == NULL)
    ovs_window_tell_error (self, error->message);
  else if (!self->closed && ovs_clock_parse_iso (json_object_get_string_member_with_default (json_node_get_object (answer), "now", ""), &now))
    ask_life (self, ovs_clock_day_of (now));
}

static void
real_life (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->practice != NULL)
    ovs_practice_child_ask_async (self->practice, "GET", "/practice/clock", NULL, on_day, g_object_ref (self));
}

void
ovs_window_install_practice_people (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.activate-employees", NULL, activate_employees);
  gtk_widget_class_install_action (klass, "win.real-life", NULL, real_life);
}
