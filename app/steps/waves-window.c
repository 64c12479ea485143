/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/waves-window.h"

#include <glib/gi18n.h>

#include "conversion/round.h"
#include "steps/inform/plan-window.h"
#include "steps/save-plan.h"
#include "steps/wave-row.h"
#include "steps/wave-work.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

struct _OvsWavesWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *add;
  GtkWidget *save;
  GtkWidget *teller;         /* (owned) */
  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  GHashTable *open;          /* (owned) numbers of the rounds that are unfolded */
};

G_DEFINE_FINAL_TYPE (OvsWavesWindow, ovs_waves_window, ADW_TYPE_WINDOW)

/* --- reading --- */

static void
on_expanded (GtkWidget *row, GParamSpec *spec, OvsWavesWindow *self)
{
  gpointer number = g_object_get_data (G_OBJECT (row), "number");

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->open, number);
  else
    g_hash_table_remove (self->open, number);
}

static void
add_round (OvsWavesWindow *self, OvsRound *round)
{
  gpointer number = GSIZE_TO_POINTER ((gsize) round->number);
  GtkWidget *row = ovs_wave_row_new (round, self->workspace, self->teller);

  g_object_set_data (G_OBJECT (row), "number", number);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->open, number));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear_rounds (gpointer data)
{
  GPtrArray **rounds = data;

  g_clear_pointer (rounds, g_ptr_array_unref);
  g_free (rounds);
}

static gboolean
read_rounds (OvsTx *tx, gpointer data, GError **error)
{
  *(GPtrArray **) data = ovs_rounds_read (tx);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsWavesWindow *self = g_task_get_source_object (task);
  GPtrArray **rounds = g_task_get_task_data (task);
  GtkWidget *child;

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL));
  if (!g_task_propagate_boolean (task, NULL))
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), (*rounds)->len > 0 ? "rounds" : "none");
  gtk_widget_set_visible (self->save, (*rounds)->len > 0);
  /* One round is looked at at once. */
  if ((*rounds)->len == 1 && g_hash_table_size (self->open) == 0)
    g_hash_table_add (self->open, GSIZE_TO_POINTER ((gsize) ((OvsRound *) g_ptr_array_index (*rounds, 0))->number));
  while ((*rounds)->len > 0)
    add_round (self, g_ptr_array_steal_index (*rounds, 0));
}

static void
look_again (OvsWavesWindow *self)
{
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, g_new0 (GPtrArray *, 1), clear_rounds);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_rounds, g_task_get_task_data (task), self->cancellable, on_read, task);
}

/* --- the window --- */

static void
on_add (OvsWavesWindow *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  gint64 number = 1;

  for (guint i = 0; figures != NULL && i < figures->waves->len; i++)
    number = MAX (number, g_array_index (figures->waves, OvsFiguresWave, i).number + 1);
  g_hash_table_add (self->open, GSIZE_TO_POINTER ((gsize) number));
  ovs_wave_work_add (self->teller, self->workspace, number);
}

static void
on_plan (OvsWavesWindow *self)
{
  GtkWidget *teller = g_object_ref (self->teller);
  OvsWorkspace *workspace = g_object_ref (self->workspace);

  gtk_window_close (GTK_WINDOW (self));
  ovs_plan_window_present (teller, workspace);
  g_object_unref (teller);
  g_object_unref (workspace);
}

static void
save_calendar (GtkWidget *widget, const char *action, GVariant *target)
{
  OvsWavesWindow *self = OVS_WAVES_WINDOW (widget);

  ovs_save_plan_calendar (GTK_WINDOW (self), self->teller, self->workspace);
}

static void
save_paper (GtkWidget *widget, const char *action, GVariant *target)
{
  OvsWavesWindow *self = OVS_WAVES_WINDOW (widget);

  ovs_save_plan_paper (GTK_WINDOW (self), self->teller, self->workspace);
}

static GtkWidget *
make_save (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("For calendars (iCalendar)…"), "waves.save-calendar");
  g_menu_append (menu, _ ("To print (PDF)…"), "waves.save-paper");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Save the plan"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static void
ovs_waves_window_dispose (GObject *object)
{
  OvsWavesWindow *self = OVS_WAVES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->teller);
  g_clear_pointer (&self->open, g_hash_table_unref);
  G_OBJECT_CLASS (ovs_waves_window_parent_class)->dispose (object);
}

static void
ovs_waves_window_class_init (OvsWavesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_waves_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "waves.save-calendar", NULL, save_calendar);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "waves.save-paper", NULL, save_paper);
}

static GtkWidget *
make_list (OvsWavesWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  ovs_accessible_set_label (self->list, _ ("Rounds"));
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 16);
  gtk_widget_set_margin_start (clamp, 16);
  gtk_widget_set_margin_end (clamp, 16);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No rounds yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Without rounds everybody who is ready goes at once. A round has a day, a route and clients; make one to spread the "
                                      "questions."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ovs_waves_window_init (OvsWavesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *plan;

  self->open = g_hash_table_new (NULL, NULL);
  self->add = gtk_button_new_with_label (_ ("New round"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Rounds"));
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->add);
  plan = gtk_button_new_with_label (_ ("Propose rounds…"));
  g_signal_connect_swapped (plan, "clicked", G_CALLBACK (on_plan), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), plan);
  self->save = make_save ();
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save);
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "rounds");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

void
ovs_waves_window_show (GtkWidget *teller, OvsWorkspace *workspace)
{
  OvsWavesWindow *self = g_object_new (OVS_TYPE_WAVES_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  gtk_widget_set_sensitive (self->add, !ovs_workspace_get_read_only (workspace));
  gtk_widget_set_sensitive (self->save, !ovs_workspace_get_read_only (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  ovs_accessible_name_parts (GTK_WIDGET (self), _ ("Rounds"));
  ovs_accessible_name_menu (self->save, _ ("Save the plan"));
  gtk_window_present (GTK_WINDOW (self));
}
