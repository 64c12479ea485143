/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/plan-window.h"

#include <glib/gi18n.h>

#include "conversion/plan.h"
#include "dossier/employers.h"
#include "rules/boundary.h"
#include "steps/ask-reason.h"
#include "steps/day-row.h"
#include "steps/inform/plan-counted.h"
#include "steps/inform/plan-load.h"
#include "steps/inform/plan-periods.h"
#include "steps/inform/plan-rounds.h"
#include "steps/inform/plan-work.h"
#include "steps/wave-words.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

/* What is typed is taken together. */
#define PAUSE_MS 250

#define USUAL_MINUTES 12

/* In place of the number of a round. */
#define LEFT 0
#define NOBODY (-1)

/* What the office fills in. */
typedef enum
{
  COLLEAGUES,
  HOURS,
  MINUTES,
  PER_DAY,
  PEAK_SHARE,
  GAP,
  NOTICE,
  N_NUMBERS
} Number;

struct _OvsPlanWindow
{
  AdwWindow parent_instance;

  GtkWidget *numbers[N_NUMBERS];
  GtkWidget *from;
  GtkWidget *figures;
  GtkWidget *most;
  GtkWidget *stack;
  GtkWidget *load;
  GtkWidget *list;
  GtkWidget *accept;
  GtkWidget *nothing;
  GtkWidget *side;
  GtkWidget *teller;         /* (owned) */
  OvsWorkspace *workspace;   /* (owned) */
  OvsPlan *plan;             /* (owned) (nullable): what is shown */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  guint pause;
  gboolean filled;           /* the numbers are those of the dossier, or what was typed since */
  gboolean filling;
  gboolean typed;            /* something that is not kept yet */
  gint64 selected;           /* clients that take part */
};

G_DEFINE_FINAL_TYPE (OvsPlanWindow, ovs_plan_window, ADW_TYPE_WINDOW)

static guint
get_number (OvsPlanWindow *self, Number number)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->numbers[number]));
}

static void
set_number (OvsPlanWindow *self, Number number, double value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->numbers[number]), value);
}

/* --- showing --- */

static void
add_row (OvsPlanWindow *self, GtkWidget *row, gint64 number, GHashTable *unfolded)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) number);

  g_object_set_data (G_OBJECT (row), "number", key);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (unfolded, key));
}

/* What was unfolded stays so. */
static void
show_rounds (OvsPlanWindow *self)
{
  const OvsProposal *proposal = self->plan->proposal;
  g_autoptr (GHashTable) unfolded = g_hash_table_new (NULL, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    {
      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (child)))
        g_hash_table_add (unfolded, g_object_get_data (G_OBJECT (child), "number"));
      gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
    }
  if ((child = ovs_plan_left_row_new (self->plan, FALSE)) != NULL)
    add_row (self, child, LEFT, unfolded);
  for (guint i = 0; i < proposal->rounds->len; i++)
    {
      const OvsPlannedRound *round = g_ptr_array_index (proposal->rounds, i);

      add_row (self, ovs_plan_round_row_new (self->plan, round), round->number, unfolded);
    }
  if ((child = ovs_plan_left_row_new (self->plan, TRUE)) != NULL)
    add_row (self, child, NOBODY, unfolded);
  ovs_accessible_name_parts (self->list, _ ("Proposal"));
}

static void
fill_numbers (OvsPlanWindow *self)
{
  self->filling = TRUE;
  set_number (self, PER_DAY, self->plan->wish.per_day);
  set_number (self, PEAK_SHARE, self->plan->wish.peak_share);
  set_number (self, GAP, self->plan->wish.gap_days);
  self->filling = FALSE;
  self->filled = TRUE;
}

static void
show_nothing (OvsPlanWindow *self, const char *title, const char *description)
{
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
}

static void
show_nobody (OvsPlanWindow *self)
{
  if (self->selected == 0)
    show_nothing (self, _ ("No clients chosen yet"), _ ("Choose in Selecteren which clients take part. Then their rounds can be proposed here."));
  else
    show_nothing (self, _ ("Every client has a round"), _ ("Clients that are chosen later can be planned here too."));
}

static void
show (OvsPlanWindow *self)
{
  const OvsProposal *proposal = self->plan->proposal;
  g_autofree char *figures = ovs_capacity_tell (&self->plan->ask.capacity);
  g_autofree char *most = NULL;

  gtk_label_set_text (GTK_LABEL (self->figures), figures);
  gtk_widget_set_visible (self->most, proposal != NULL);
  gtk_widget_set_sensitive (self->accept, proposal != NULL && proposal->rounds->len > 0 && !ovs_workspace_get_read_only (self->workspace));
  if (proposal == NULL)
    {
      show_nothing (self, _ ("How many questions a day?"), _ ("Fill in at the left who answers questions, or the number itself. The rounds follow from it."));
      return;
    }
  most = g_strdup_printf (ngettext ("So at most %'d person can be invited on one day.", "So at most %'d people can be invited on one day.",
                                    (gulong) proposal->most),
                          (int) proposal->most);
  gtk_label_set_text (GTK_LABEL (self->most), most);
  if (proposal->rounds->len + ovs_plan_count_left (self->plan, FALSE) == 0)
    {
      show_nobody (self);
      return;
    }
  ovs_plan_load_show (OVS_PLAN_LOAD (self->load), self->plan);
  show_rounds (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "plan");
}

/* --- reading --- */

typedef struct
{
  OvsPlanWish wish;
  OvsPlanStaff staff;
  gint64 selected;
  OvsPlan *plan; /* (owned) (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->plan, ovs_plan_unref);
  g_free (reading);
}

static gboolean
read_plan (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;
  gint64 people;

  ovs_employers_count_selected (tx, &reading->selected, &people);
  reading->staff = ovs_plan_staff_read (tx);
  reading->plan = ovs_plan_read (tx, &reading->wish);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsPlanWindow *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL));
  if (!g_task_propagate_boolean (task, NULL))
    return;
  g_clear_pointer (&self->plan, ovs_plan_unref);
  self->plan = g_steal_pointer (&reading->plan);
  self->selected = reading->selected;
  if (!self->filled)
    {
      self->filling = TRUE;
      set_number (self, COLLEAGUES, (double) reading->staff.colleagues);
      set_number (self, HOURS, (double) reading->staff.minutes_a_day / 60);
      set_number (self, MINUTES, reading->staff.minutes > 0 ? (double) reading->staff.minutes : USUAL_MINUTES);
      fill_numbers (self);
    }
  show (self);
}

static OvsPlanWish
get_wish (OvsPlanWindow *self)
{
  OvsDay today = ovs_clock_today (ovs_dossier_get_clock (ovs_workspace_get_dossier (self->workspace)));
  OvsPlanWish wish = OVS_PLAN_WISH_AS_KEPT;

  if (!self->filled)
    return wish;
  wish = (OvsPlanWish){ get_number (self, PER_DAY), get_number (self, PEAK_SHARE), (int) get_number (self, GAP), OVS_NO_DAY, (int) get_number (self, NOTICE) };
  ovs_day_row_get (self->from, today, &wish.from);
  return wish;
}

static void
look_again (OvsPlanWindow *self)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  reading->wish = get_wish (self);
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_plan, reading, self->cancellable, on_read, task);
}

static gboolean
on_pause_over (gpointer data)
{
  OvsPlanWindow *self = data;

  self->pause = 0;
  look_again (self);
  return G_SOURCE_REMOVE;
}

static void
look_again_soon (OvsPlanWindow *self)
{
  self->typed = TRUE;
  /* Nothing is accepted that is not shown. */
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

static void
on_number (OvsPlanWindow *self, GParamSpec *spec, GtkWidget *changed)
{
  if (self->filling)
    return;
  if (changed == self->numbers[COLLEAGUES] || changed == self->numbers[HOURS] || changed == self->numbers[MINUTES])
    {
      guint minutes_a_day = (guint) (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->numbers[HOURS])) * 60 + .5);

      self->filling = TRUE;
      set_number (self, PER_DAY, (double) ovs_capacity_of_people (get_number (self, COLLEAGUES), minutes_a_day, get_number (self, MINUTES)));
      self->filling = FALSE;
    }
  look_again_soon (self);
}

/* --- making it real --- */

static OvsPlanStaff
get_staff (OvsPlanWindow *self)
{
  return (OvsPlanStaff){ get_number (self, COLLEAGUES), (gint64) (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->numbers[HOURS])) * 60 + .5),
                         get_number (self, MINUTES) };
}

static void
on_accepted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPlanWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = ovs_plan_work_accept_finish (result, &error);

  if (self->workspace == NULL)
    return;
  if (told != NULL)
    {
      gtk_widget_activate_action (self->teller, "win.tell", "(sb)", told, TRUE);
      self->typed = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      gtk_widget_activate_action (self->teller, "win.tell-error", "s", error->message);
      look_again (self);
    }
}

static void
accept_plan (OvsPlanWindow *self, const char *reason)
{
  OvsPlanStaff staff = get_staff (self);

  gtk_widget_set_sensitive (self->accept, FALSE);
  ovs_plan_work_accept_async (self->workspace, g_steal_pointer (&self->plan), &staff, reason, on_accepted, g_object_ref (self));
}

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPlanWindow) self = user_data;
  g_autofree char *reason = ovs_ask_reason_finish (result);

  if (reason != NULL && self->plan != NULL)
    accept_plan (self, reason);
}

static gboolean
is_too_soon (const OvsProposal *proposal)
{
  for (guint i = 0; i < proposal->rounds->len; i++)
    if (((OvsPlannedRound *) g_ptr_array_index (proposal->rounds, i))->short_notice)
      return TRUE;
  return FALSE;
}

static void
on_accept (OvsPlanWindow *self)
{
  if (self->plan == NULL || self->plan->proposal == NULL)
    return;
  if (is_too_soon (self->plan->proposal))
    ovs_ask_reason_async (GTK_WINDOW (self), _ ("Why so soon after informing?"),
                          _ ("Some clients know of their round less than 14 days before. Their people may be surprised by the e-mail."), _ ("Plan so"),
                          ovs_wave_words_early_reasons (), on_reason, g_object_ref (self));
  else
    accept_plan (self, NULL);
}

/* --- the window --- */

/* Nothing that was typed is lost. */
static gboolean
on_close (GtkWindow *window)
{
  OvsPlanWindow *self = OVS_PLAN_WINDOW (window);
  OvsPlanWish wish = get_wish (self);
  OvsPlanStaff staff = get_staff (self);

  if (self->typed && self->filled && !ovs_workspace_get_read_only (self->workspace))
    ovs_plan_work_keep (self->workspace, &wish, &staff);
  self->typed = FALSE;
  return GTK_WINDOW_CLASS (ovs_plan_window_parent_class)->close_request (window);
}

static void
ovs_plan_window_dispose (GObject *object)
{
  OvsPlanWindow *self = OVS_PLAN_WINDOW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, ovs_plan_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->teller);
  G_OBJECT_CLASS (ovs_plan_window_parent_class)->dispose (object);
}

static void
ovs_plan_window_class_init (OvsPlanWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_plan_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_number (OvsPlanWindow *self, GtkWidget *group, Number number, const char *title, double least, double most, double step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), step < 1 ? 1 : 0);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  ovs_accessible_name_parts (spin, title);
  ovs_accessible_set_label (spin, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  ovs_accessible_set_label (row, title);
  g_signal_connect_object (spin, "notify::value", G_CALLBACK (on_number), self, G_CONNECT_SWAPPED);
  self->numbers[number] = spin;
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_note (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "soft");
  return label;
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_top (child, 12);
  gtk_widget_set_margin_bottom (child, 16);
  gtk_widget_set_margin_start (child, 16);
  gtk_widget_set_margin_end (child, 16);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

static GtkWidget *
make_side (OvsPlanWindow *self)
{
  GtkWidget *people = adw_preferences_group_new ();
  GtkWidget *rules = adw_preferences_group_new ();
  GtkWidget *scrolled;

  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->figures = make_note ();
  self->most = make_note ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (people), _ ("Who answers questions"));
  add_number (self, people, COLLEAGUES, _ ("Colleagues"), 0, 500, 1);
  add_number (self, people, HOURS, _ ("Hours a day each"), 0, 10, .5);
  add_number (self, people, MINUTES, _ ("Minutes per question"), 1, 240, 1);
  add_number (self, people, PER_DAY, _ ("Questions a day"), 0, 10000, 1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rules), _ ("How rounds are planned"));
  add_number (self, rules, PEAK_SHARE, _ ("Percent on the busiest day"), OVS_PEAK_SHARE_LEAST, 100, 5);
  add_number (self, rules, GAP, _ ("Days between rounds"), 0, 90, 1);
  add_number (self, rules, NOTICE, _ ("Days informed before"), 0, 90, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->numbers[NOTICE]), OVS_NOTICE_DAYS);
  self->from = ovs_day_row_new (_ ("Not before (d-m-yyyy)"));
  g_signal_connect_object (self->from, "changed", G_CALLBACK (look_again_soon), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rules), self->from);
  gtk_box_append (GTK_BOX (self->side), people);
  gtk_box_append (GTK_BOX (self->side), self->most);
  gtk_box_append (GTK_BOX (self->side), self->figures);
  gtk_box_append (GTK_BOX (self->side), rules);
  gtk_widget_set_size_request (self->side, 320, -1);
  scrolled = make_scrolled (self->side);
  gtk_widget_set_hexpand (scrolled, FALSE);
  return scrolled;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_main (OvsPlanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->load = ovs_plan_load_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  ovs_accessible_set_label (self->list, _ ("Proposal"));
  gtk_box_append (GTK_BOX (box), self->load);
  gtk_box_append (GTK_BOX (box), make_heading (_ ("Proposal")));
  gtk_box_append (GTK_BOX (box), self->list);
  return make_scrolled (box);
}

static void
ovs_plan_window_init (OvsPlanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Plan rounds"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 680);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->accept = gtk_button_new_with_label (_ ("Plan so"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->accept);
  self->nothing = adw_status_page_new ();
  gtk_widget_add_css_class (self->nothing, "compact");
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), make_main (self), "plan");
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (columns), make_side (self));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (columns), self->stack);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), columns);
  adw_window_set_content (ADW_WINDOW (self), box);
}

void
ovs_plan_window_present (GtkWidget *teller, OvsWorkspace *workspace)
{
  OvsPlanWindow *self = g_object_new (OVS_TYPE_PLAN_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  gtk_box_insert_child_after (GTK_BOX (self->side), ovs_plan_counted_new (workspace, teller), self->figures);
  gtk_box_append (GTK_BOX (self->side), ovs_plan_periods_new (workspace, teller));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  ovs_accessible_name_parts (GTK_WIDGET (self), _ ("Plan rounds"));
  gtk_window_present (GTK_WINDOW (self));
}
