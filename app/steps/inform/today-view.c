/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/today-view.h"

#include <glib/gi18n.h>

#include "conversion/agenda.h"
#include "steps/inform/milestone-work.h"
#include "widgets/accessible.h"
#include "widgets/loading.h"
#include "widgets/sign.h"
#include "widgets/stack.h"

/* So many rows are shown; what waits longest comes first. */
#define MOST_ROWS 200

struct _OvsTodayView
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *list;
  AdwStatusPage *failed;
  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  guint count;
};

G_DEFINE_FINAL_TYPE (OvsTodayView, ovs_today_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What a button of a row does. */
typedef struct
{
  OvsTodayView *view; /* (unowned): the button lives in it */
  OvsAgendaKind kind;
  OvsMilestone milestone;
  gint64 wave;
} Deed;

/* Where what is no milestone is done. */
static const struct
{
  const char *action;
  const char *target; /* (nullable) */
  const char *label;
} ways[OVS_N_AGENDA_KINDS] = {
  [OVS_AGENDA_CORRECTION] = { "win.send-piece", "correction", N_ ("Send the correction…") },
  [OVS_AGENDA_LETTER] = { "win.outbox", NULL, N_ ("Open the outbox") },
  [OVS_AGENDA_ENQUIRY] = { "win.step", "check", N_ ("Go to Check") },
  [OVS_AGENDA_CALL_BACK] = { "win.step", "select", N_ ("Go to Select") },
};

/* --- what a row does --- */

static void
on_go (GtkWidget *button, Deed *deed)
{
  GtkWidget *self = GTK_WIDGET (deed->view);

  if (deed->kind == OVS_AGENDA_MILESTONE)
    {
      ovs_milestone_work_go (self, deed->view->workspace, deed->wave, deed->milestone);
      return;
    }
  if (deed->wave != 0)
    ovs_workspace_set_wave (deed->view->workspace, deed->wave);
  if (ways[deed->kind].target != NULL)
    gtk_widget_activate_action (self, ways[deed->kind].action, "s", ways[deed->kind].target);
  else
    gtk_widget_activate_action (self, ways[deed->kind].action, NULL);
}

static void
on_tick (GtkWidget *button, Deed *deed)
{
  ovs_milestone_work_tick (GTK_WIDGET (deed->view), deed->view->workspace, deed->wave, deed->milestone, TRUE);
}

static void
add_button (GtkWidget *row, OvsTodayView *self, const OvsAgendaItem *item, const char *label, const char *about, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, about);
  Deed *deed = g_new0 (Deed, 1);

  *deed = (Deed){ self, item->kind, item->milestone, item->wave };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (button, name);
  g_signal_connect_data (button, "clicked", callback, deed, (GClosureNotify) (GCallback) g_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (OvsTodayView *self, const OvsAgendaItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  OvsSign sign = item->late ? OVS_SIGN_STOPPER : item->kind == OVS_AGENDA_CALL_BACK ? OVS_SIGN_CALL : OVS_SIGN_WARNING;
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  const char *title = ovs_agenda_item_title (item);
  gboolean milestone = item->kind == OVS_AGENDA_MILESTONE;
  g_autofree char *subtitle = ovs_agenda_item_tell (item);

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  ovs_accessible_set_label (row, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (milestone && ovs_milestone_can_tick (item->milestone) && !ovs_workspace_get_read_only (self->workspace))
    add_button (row, self, item, _ ("Tick off"), title, G_CALLBACK (on_tick));
  add_button (row, self, item, milestone ? ovs_milestone_work_go_label (item->milestone) : _ (ways[item->kind].label), title, G_CALLBACK (on_go));
  return row;
}

/* --- reading --- */

static void
show_agenda (OvsTodayView *self, OvsAgenda *agenda)
{
  const GArray *items = ovs_agenda_get_items (agenda);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < MIN (items->len, MOST_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, &g_array_index (items, OvsAgendaItem, i)));
  if (items->len > MOST_ROWS)
    {
      guint more = items->len - MOST_ROWS;
      g_autofree char *rest = g_strdup_printf (_ ("And %'u more"), more);

      child = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (child), rest);
      ovs_accessible_set_label (child, rest);
      gtk_list_box_append (GTK_LIST_BOX (self->list), child);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), items->len > 0 ? "list" : "nothing");
  if (self->count == items->len)
    return;
  self->count = items->len;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

/* A reading of the agenda of one colleague. */
typedef struct
{
  char *who; /* (owned) (nullable) */
  OvsAgenda *agenda;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_free (reading->who);
  ovs_agenda_free (reading->agenda);
  g_free (reading);
}

static gboolean
read_agenda (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->agenda = ovs_agenda_read (tx, reading->who);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsTodayView *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  if (g_task_propagate_boolean (task, &error))
    show_agenda (self, reading->agenda);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
    }
}

static void
look_again (OvsTodayView *self)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  reading->who = g_strdup (ovs_workspace_get_handler (self->workspace));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, reading, free_reading);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_agenda, reading, self->cancellable, on_read, task);
}

/* --- the widget --- */

static void
ovs_today_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    g_value_set_uint (value, OVS_TODAY_VIEW (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ovs_today_view_dispose (GObject *object)
{
  OvsTodayView *self = OVS_TODAY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_today_view_parent_class)->dispose (object);
}

static void
ovs_today_view_class_init (OvsTodayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ovs_today_view_dispose;
  object_class->get_property = ovs_today_view_get_property;
  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static GtkWidget *
make_page (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ovs_today_view_init (OvsTodayView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = make_page (ovs_sign_get_icon (OVS_SIGN_DONE), _ ("Nothing is to be done today"), _ ("What is due later stands on the time line of each round."));
  GtkWidget *failed = make_page (ovs_sign_get_icon (OVS_SIGN_STOPPER), _ ("What is to be done today could not be read"), NULL);

  gtk_widget_add_css_class (nothing, "calm");
  self->failed = ADW_STATUS_PAGE (failed);
  self->stack = gtk_stack_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->list, 12);
  gtk_widget_set_margin_bottom (self->list, 12);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  ovs_accessible_set_label (self->list, _ ("To be done today"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_stack_add_named (GTK_STACK (self->stack), ovs_loading_new (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), failed, "failed");
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
ovs_today_view_new (OvsWorkspace *workspace)
{
  OvsTodayView *self = g_object_new (OVS_TYPE_TODAY_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::handler", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  return GTK_WIDGET (self);
}

guint
ovs_today_view_get_count (OvsTodayView *self)
{
  return self->count;
}
