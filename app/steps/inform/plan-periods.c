/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/plan-periods.h"

#include <glib/gi18n.h>

#include "dossier/blocked-periods.h"
#include "dossier/stand-ins.h"
#include "steps/day-row.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/drop-down.h"
#include "widgets/entry-row.h"

struct _OvsPlanPeriods
{
  GtkBox parent_instance;

  GtkWidget *blocked;
  GtkWidget *stand_ins;
  GPtrArray *blocked_rows;   /* (owned) */
  GPtrArray *stand_in_rows;  /* (owned) */
  OvsWorkspace *workspace;   /* (owned) */
  GtkWidget *teller;         /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsPlanPeriods, ovs_plan_periods, GTK_TYPE_BOX)

/* One of either, and what is to be done with it. */
typedef struct
{
  OvsPlanPeriods *self; /* (owned) (nullable) */
  gboolean stands_in;
  gboolean remove;
  gint64 id;
  OvsDay first;
  OvsDay last;
  char *handler; /* (nullable) */
  char *text;    /* the reason, or who stands in */
} Period;

static void
period_free (gpointer data)
{
  Period *period = data;

  g_clear_object (&period->self);
  g_free (period->handler);
  g_free (period->text);
  g_free (period);
}

/* --- changing --- */

static gboolean
write_period (OvsTx *tx, gpointer data, GError **error)
{
  const Period *period = data;
  OvsBlockedPeriod blocked = { period->id, period->first, period->last, period->handler, period->text };
  OvsStandIn stand_in = { period->id, period->handler != NULL ? period->handler : "", period->text, period->first, period->last };

  if (period->remove)
    return period->stands_in ? ovs_stand_ins_remove (tx, period->id, error) : ovs_blocked_periods_remove (tx, period->id, error);
  return (period->stands_in ? ovs_stand_ins_keep (tx, &stand_in, error) : ovs_blocked_periods_keep (tx, &blocked, error)) >= 0;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Period *period = user_data;
  g_autoptr (GError) error = NULL;
  const char *text;

  if (period->stands_in)
    text = period->remove ? _ ("Stand-in removed") : _ ("Stand-in added");
  else
    text = period->remove ? _ ("Period removed") : _ ("Period blocked");
  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (period->self->teller, "win.tell", "(sb)", text, TRUE);
  else
    gtk_widget_activate_action (period->self->teller, "win.tell-error", "s", error->message);
  period_free (period);
}

static void
start_writing (Period *period)
{
  ovs_workspace_write_async (period->self->workspace, write_period, period, NULL, on_written, period);
}

static void
on_remove (GtkWidget *button, OvsPlanPeriods *self)
{
  const Period *shown = g_object_get_data (G_OBJECT (button), "period");
  Period *period = g_new0 (Period, 1);

  period->self = g_object_ref (self);
  period->stands_in = shown->stands_in;
  period->remove = TRUE;
  period->id = shown->id;
  start_writing (period);
}

/* --- asking --- */

typedef struct
{
  Period *period; /* (owned) */
  GtkWidget *dialog;
  GtkWidget *first;
  GtkWidget *last;
  GtkWidget *handlers;
  GtkWidget *text;
} Question;

static OvsDay
get_today (OvsPlanPeriods *self)
{
  return ovs_clock_today (ovs_dossier_get_clock (ovs_workspace_get_dossier (self->workspace)));
}

static void
take_answer (Question *question)
{
  Period *period = question->period;
  OvsDay today = get_today (period->self);
  gboolean good = ovs_day_row_get (question->first, today, &period->first) & ovs_day_row_get (question->last, today, &period->last);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->handlers));
  const OvsFigures *figures = ovs_workspace_get_figures (period->self->workspace);
  guint colleague = period->stands_in ? chosen : chosen - 1;

  if (period->last == OVS_NO_DAY)
    period->last = period->first;
  g_free (period->text);
  period->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->text)));
  g_clear_pointer (&period->handler, g_free);
  if (figures != NULL && colleague < g_strv_length (figures->handlers))
    period->handler = g_strdup (figures->handlers[colleague]);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "go",
                                           good && period->first != OVS_NO_DAY && period->last >= period->first && *period->text != '\0'
                                               && (!period->stands_in || (period->handler != NULL && !g_str_equal (period->handler, period->text))));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "go"))
    start_writing (g_steal_pointer (&question->period));
  g_clear_pointer (&question->period, period_free);
  g_free (question);
}

static GtkWidget *
make_handlers (OvsPlanPeriods *self, gboolean stands_in)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  GtkStringList *names = gtk_string_list_new (NULL);

  if (!stands_in)
    gtk_string_list_append (names, _ ("The whole office"));
  for (guint i = 0; figures != NULL && figures->handlers[i] != NULL; i++)
    gtk_string_list_append (names, figures->handlers[i]);
  return ovs_drop_down_new (names, stands_in ? _ ("Away") : _ ("Clients of"));
}

static GtkWidget *
make_form (Question *question, OvsPlanPeriods *self, gboolean stands_in)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *line = adw_action_row_new ();

  question->handlers = make_handlers (self, stands_in);
  gtk_widget_set_valign (question->handlers, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), stands_in ? _ ("Away") : _ ("Clients of"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), question->handlers);
  ovs_accessible_set_label (line, stands_in ? _ ("Away") : _ ("Clients of"));
  question->first = ovs_day_row_new (_ ("First day (d-m-yyyy)"));
  question->last = ovs_day_row_new (_ ("Last day (d-m-yyyy)"));
  question->text = ovs_entry_row_new (stands_in ? _ ("Who stands in") : _ ("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, stands_in ? _ ("Stand-in") : _ ("Blocked period"));
  gtk_list_box_append (GTK_LIST_BOX (list), question->first);
  gtk_list_box_append (GTK_LIST_BOX (list), question->last);
  gtk_list_box_append (GTK_LIST_BOX (list), line);
  gtk_list_box_append (GTK_LIST_BOX (list), question->text);
  g_signal_connect_swapped (question->first, "changed", G_CALLBACK (take_answer), question);
  g_signal_connect_swapped (question->last, "changed", G_CALLBACK (take_answer), question);
  g_signal_connect_swapped (question->text, "changed", G_CALLBACK (take_answer), question);
  g_signal_connect_swapped (question->handlers, "notify::selected", G_CALLBACK (take_answer), question);
  return list;
}

static const char *
say_what (OvsPlanPeriods *self, gboolean stands_in)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);

  if (!stands_in)
    return _ ("No round is proposed in this period. Rounds that are planned stay.");
  if (figures == NULL || figures->handlers[0] == NULL)
    return _ ("No client has a handler yet. Read a client list with handlers first.");
  return _ ("The work of who is away is shown to who stands in.");
}

static void
ask (OvsPlanPeriods *self, gboolean stands_in)
{
  Question *question = g_new0 (Question, 1);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwMessageDialog *dialog;

  question->period = g_new0 (Period, 1);
  question->period->self = g_object_ref (self);
  question->period->stands_in = stands_in;
  question->dialog = adw_message_dialog_new (parent, stands_in ? _ ("Who stands in?") : _ ("When does no round go?"), say_what (self, stands_in));
  dialog = ADW_MESSAGE_DIALOG (question->dialog);
  adw_message_dialog_set_extra_child (dialog, make_form (question, self, stands_in));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", stands_in ? _ ("Add") : _ ("Block"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  take_answer (question);
  ovs_dialog_present (dialog);
}

static void
on_block (OvsPlanPeriods *self)
{
  ask (self, FALSE);
}

static void
on_stand_in (OvsPlanPeriods *self)
{
  ask (self, TRUE);
}

/* --- showing --- */

typedef struct
{
  OvsPlanPeriods *self; /* (owned) */
  GPtrArray *periods;   /* (owned) (element-type Period) */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_ptr_array_unref (reading->periods);
  g_free (reading);
}

static void
add_period (Reading *reading, gboolean stands_in, gint64 id, OvsDay first, OvsDay last, const char *handler, const char *text)
{
  Period *period = g_new0 (Period, 1);

  *period = (Period){ NULL, stands_in, FALSE, id, first, last, g_strdup (handler), g_strdup (text) };
  g_ptr_array_add (reading->periods, period);
}

static void
add_blocked (const OvsBlockedPeriod *blocked, gpointer data)
{
  add_period (data, FALSE, blocked->id, blocked->first, blocked->last, blocked->handler, blocked->reason);
}

static void
add_stand_in (const OvsStandIn *stand_in, gpointer data)
{
  add_period (data, TRUE, stand_in->id, stand_in->first, stand_in->last, stand_in->handler, stand_in->by);
}

static gboolean
read_periods (OvsTx *tx, gpointer data, GError **error)
{
  ovs_blocked_periods_foreach (tx, add_blocked, data);
  ovs_stand_ins_foreach (tx, add_stand_in, data);
  return TRUE;
}

static void
show_period (OvsPlanPeriods *self, Period *period)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *first = ovs_day_to_dutch (period->first);
  g_autofree char *last = ovs_day_to_dutch (period->last);
  g_autofree char *days = period->first == period->last ? g_strdup (first) : g_strdup_printf (_ ("%s to %s"), first, last);
  g_autofree char *who = NULL;
  g_autofree char *remove = g_strdup_printf (_ ("Remove: %s"), days);

  if (period->stands_in)
    who = g_strdup_printf (_ ("%s stands in for %s"), period->text, period->handler);
  else
    who = period->handler != NULL ? g_strdup_printf (_ ("%s (clients of %s)"), period->text, period->handler) : g_strdup (period->text);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), who);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  ovs_accessible_set_label (row, days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, who, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, remove);
  gtk_widget_set_sensitive (button, !ovs_workspace_get_read_only (self->workspace));
  ovs_accessible_set_label (button, remove);
  g_object_set_data_full (G_OBJECT (button), "period", period, period_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (period->stands_in ? self->stand_ins : self->blocked), row);
  g_ptr_array_add (period->stands_in ? self->stand_in_rows : self->blocked_rows, row);
}

static void
clear_rows (GtkWidget *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  OvsPlanPeriods *self = reading->self;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && self->workspace != NULL)
    {
      clear_rows (self->blocked, self->blocked_rows);
      clear_rows (self->stand_ins, self->stand_in_rows);
      while (reading->periods->len > 0)
        show_period (self, g_ptr_array_steal_index (reading->periods, 0));
    }
  reading_free (reading);
}

static void
look_again (OvsPlanPeriods *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->self = g_object_ref (self);
  reading->periods = g_ptr_array_new_with_free_func (period_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_periods, reading, NULL, on_read, reading);
}

/* --- the widget --- */

static void
ovs_plan_periods_dispose (GObject *object)
{
  OvsPlanPeriods *self = OVS_PLAN_PERIODS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->teller);
  g_clear_pointer (&self->blocked_rows, g_ptr_array_unref);
  g_clear_pointer (&self->stand_in_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_plan_periods_parent_class)->dispose (object);
}

static void
ovs_plan_periods_class_init (OvsPlanPeriodsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_plan_periods_dispose;
}

static GtkWidget *
make_group (OvsPlanPeriods *self, const char *title, const char *add, const char *spoken, GCallback pressed)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (add);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !ovs_workspace_get_read_only (self->workspace));
  ovs_accessible_set_label (button, spoken);
  g_signal_connect_object (button, "clicked", pressed, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

static void
ovs_plan_periods_init (OvsPlanPeriods *self)
{
  self->blocked_rows = g_ptr_array_new ();
  self->stand_in_rows = g_ptr_array_new ();
}

GtkWidget *
ovs_plan_periods_new (OvsWorkspace *workspace, GtkWidget *teller)
{
  OvsPlanPeriods *self = g_object_new (OVS_TYPE_PLAN_PERIODS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);

  self->workspace = g_object_ref (workspace);
  self->teller = g_object_ref (teller);
  self->blocked = make_group (self, _ ("No round goes"), _ ("Block…"), _ ("Block a period…"), G_CALLBACK (on_block));
  self->stand_ins = make_group (self, _ ("Stand-ins"), _ ("Add…"), _ ("Add a stand-in…"), G_CALLBACK (on_stand_in));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  return GTK_WIDGET (self);
}
