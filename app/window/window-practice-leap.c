/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "widgets/dialog.h"
#include "window/practice-events.h"

/* A leap in time in the practice Loket, and what happened on the way. */

/* What is asked, in this order: what there was, the leap, what there is. */
enum
{
  EVENTS_BEFORE,
  QUESTIONS_BEFORE,
  THE_LEAP,
  QUESTIONS_AFTER,
  EVENTS_AFTER,
  N_STAGES
};

static const struct
{
  const char *method;
  const char *path;
} stages[N_STAGES] = {
  { "GET", "/practice/events?pageSize=1" },
  { "GET", "/practice/questions?pageSize=1" },
  { "POST", "/practice/clock" },
  { "GET", "/practice/questions?pageSize=1" },
  { "GET", "/practice/events" },
};

typedef struct
{
  OvsWindow *window; /* (owned) */
  OvsDay from;
  OvsDay to;
  guint stage;
  guint counts[N_STAGES];
} Leap;

static void
leap_free (Leap *leap)
{
  g_object_unref (leap->window);
  g_free (leap);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  if (g_str_equal (response, "read-back"))
    ovs_window_read_back (self, NULL);
  else if (g_str_equal (response, "questions"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-questions", NULL);
}

static char *
describe (const Leap *leap, JsonNode *events, guint questions)
{
  g_autofree char *happened = ovs_practice_events_describe (events, leap->counts[EVENTS_BEFORE]);
  g_autofree char *from = ovs_day_to_dutch (leap->from);
  g_autofree char *asked = questions > 0 ? g_strdup_printf (ngettext ("%u employee asks for help", "%u employees ask for help", questions), questions) : NULL;

  if (happened == NULL && asked == NULL)
    return g_strdup_printf (_ ("Since %s nothing fell due."), from);
  return g_strdup_printf (_ ("Since %s:\n\n%s%s%s"), from, happened != NULL ? happened : "", happened != NULL && asked != NULL ? "\n" : "",
                          asked != NULL ? asked : "");
}

/* What happened stays on the screen until it was read; Overstap itself knows of it only once Loket is read back. */
static void
report (const Leap *leap, JsonNode *events)
{
  guint questions = leap->counts[QUESTIONS_AFTER] - MIN (leap->counts[QUESTIONS_BEFORE], leap->counts[QUESTIONS_AFTER]);
  g_autofree char *day = ovs_day_to_dutch (leap->to);
  g_autofree char *heading = g_strdup_printf (_ ("It is %s in the practice Loket"), day);
  g_autofree char *body = describe (leap, events, questions);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (leap->window), heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("Close"));
  if (questions > 0)
    adw_message_dialog_add_response (dialog, "questions", _ ("Read the questions"));
  adw_message_dialog_add_response (dialog, "read-back", _ ("Read the status back"));
  adw_message_dialog_set_response_appearance (dialog, "read-back", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "read-back");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), leap->window, 0);
  ovs_dialog_present (dialog);
}

static void
end (Leap *leap, JsonNode *events, const GError *error)
{
  OvsWindow *self = leap->window;

  g_clear_pointer (&self->moving, g_free);
  if (!self->closed)
    {
      ovs_window_show_practice (self);
      if (error != NULL)
        ovs_window_tell_error (self, error->message);
      else
        report (leap, events);
    }
  leap_free (leap);
}

static void on_answered (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask (Leap *leap, OvsPracticeChild *practice)
{
  g_autofree char *body = leap->stage == THE_LEAP ? g_strdup_printf ("{\"advanceDays\": %d}", (int) (leap->to - leap->from)) : NULL;

  ovs_practice_child_ask_async (practice, stages[leap->stage].method, stages[leap->stage].path, body, on_answered, leap);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Leap *leap = user_data;
  OvsPracticeChild *practice = OVS_PRACTICE_CHILD (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (practice, result, &error);

  if (answer == NULL || leap->stage == EVENTS_AFTER)
    {
      end (leap, answer, error);
      return;
    }
  leap->counts[leap->stage] = ovs_practice_events_count (answer);
  leap->stage++;
  ask (leap, practice);
}

void
ovs_window_leap (OvsWindow *self, OvsDay from, OvsDay to)
{
  g_autofree char *day = ovs_day_to_dutch (to);
  Leap *leap;

  if (self->practice == NULL || self->moving != NULL)
    return;
  leap = g_new0 (Leap, 1);
  leap->window = g_object_ref (self);
  leap->from = from;
  leap->to = to;
  self->moving = g_strdup_printf (_ ("Time in the practice Loket moves forward to %s…"), day);
  ovs_window_show_practice (self);
  ask (leap, self->practice);
}
