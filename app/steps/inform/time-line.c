/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/time-line.h"

#include <glib/gi18n.h>

#include "conversion/agenda.h"
#include "steps/inform/milestone-work.h"
#include "steps/inform/plan-rounds.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"
#include "widgets/stack.h"

/* A title of two lines fits. */
#define CELL_WIDTH 116

struct _OvsTimeLine
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *cells;
  GtkLabel *instead;
  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  gint64 wave;
  gint64 shown;              /* the round to whose next milestone it was scrolled */
  GtkWidget *next;           /* (nullable) (unowned) the cell that is next */
};

G_DEFINE_FINAL_TYPE (OvsTimeLine, ovs_time_line, ADW_TYPE_BIN)

/* What a button of a cell does. */
typedef struct
{
  OvsTimeLine *line; /* (unowned): the button lives in it */
  OvsMilestone milestone;
  gboolean done;
} Deed;

static const OvsSign signs[] = {
  [OVS_MILESTONE_AHEAD] = OVS_SIGN_WAITING, [OVS_MILESTONE_DUE] = OVS_SIGN_WARNING,    [OVS_MILESTONE_LATE] = OVS_SIGN_STOPPER,
  [OVS_MILESTONE_DONE] = OVS_SIGN_DONE,     [OVS_MILESTONE_PASSED] = OVS_SIGN_IGNORED, [OVS_MILESTONE_NOT_NEEDED] = OVS_SIGN_IGNORED,
};

/* --- what a cell opens --- */

static void
close_popover (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_go (GtkWidget *button, Deed *deed)
{
  close_popover (button);
  ovs_milestone_work_go (GTK_WIDGET (deed->line), deed->line->workspace, deed->line->wave, deed->milestone);
}

static void
on_tick (GtkWidget *button, Deed *deed)
{
  close_popover (button);
  ovs_milestone_work_tick (GTK_WIDGET (deed->line), deed->line->workspace, deed->line->wave, deed->milestone, deed->done);
}

static GtkWidget *
make_deed (OvsTimeLine *self, OvsMilestone milestone, gboolean done, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Deed *deed = g_new0 (Deed, 1);

  *deed = (Deed){ self, milestone, done };
  ovs_accessible_set_label (button, label);
  g_signal_connect_data (button, "clicked", callback, deed, (GClosureNotify) (GCallback) g_free, 0);
  return button;
}

static GtkWidget *
make_label (const char *text, const char *css_class, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What stands in a cell: as much as fits there. The popover tells all. */
static GtkWidget *
make_short (const char *text, int lines)
{
  GtkWidget *label = make_label (text, "caption", 1);

  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_popover (OvsTimeLine *self, const OvsRoundLine *line, OvsMilestone milestone, OvsMilestoneState state, const char *words)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const OvsMilestoneFact *fact = &line->facts[milestone];
  gboolean can_write = !ovs_workspace_get_read_only (self->workspace);
  OvsDay due = ovs_milestone_due (milestone, line->round.day);
  g_autofree char *day = due != OVS_NO_DAY ? ovs_plan_say_day (due) : NULL;

  gtk_widget_add_css_class (box, "padded-less");
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (box), make_label (ovs_milestone_title (milestone, line->round.route), "heading", 40));
  if (day != NULL)
    gtk_box_append (GTK_BOX (box), make_label (day, NULL, 40));
  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), make_label (words, "soft", 40));
  gtk_box_append (GTK_BOX (box), make_label (ovs_milestone_tell (milestone, line->round.route), NULL, 40));
  gtk_box_append (GTK_BOX (buttons), make_deed (self, milestone, FALSE, ovs_milestone_work_go_label (milestone), G_CALLBACK (on_go)));
  if (can_write && fact->ticked_on != OVS_NO_DAY)
    gtk_box_append (GTK_BOX (buttons), make_deed (self, milestone, FALSE, _ ("Not done after all"), G_CALLBACK (on_tick)));
  else if (can_write && ovs_milestone_can_tick (milestone) && state != OVS_MILESTONE_DONE)
    gtk_box_append (GTK_BOX (buttons), make_deed (self, milestone, TRUE, _ ("Tick off"), G_CALLBACK (on_tick)));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* --- a cell --- */

static GtkWidget *
make_head (OvsMilestone milestone, OvsMilestoneState state)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (signs[state]));

  gtk_widget_add_css_class (sign, ovs_sign_get_class (signs[state]));
  gtk_box_append (GTK_BOX (head), sign);
  gtk_box_append (GTK_BOX (head), make_label (ovs_milestone_label (milestone), "caption-heading", -1));
  return head;
}

/* "24 nov": what fits. */
static char *
say_short_day (OvsDay day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  if (day == OVS_NO_DAY)
    return g_strdup ("");
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  /* Translators: see g_date_time_format(): Tue 24 Nov. */
  return g_date_time_format (date, _ ("%a %-e %b"));
}

static GtkWidget *
make_cell (OvsTimeLine *self, const OvsRoundLine *line, OvsMilestone milestone, gboolean next)
{
  OvsMilestoneState state = ovs_milestone_judge (milestone, &line->round, &line->facts[milestone]);
  const char *title = ovs_milestone_title (milestone, line->round.route);
  OvsDay due = ovs_milestone_due (milestone, line->round.day);
  GtkWidget *cell = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *words = ovs_milestone_say (milestone, &line->round, &line->facts[milestone]);
  g_autofree char *day = say_short_day (due);
  g_autofree char *long_day = ovs_day_to_dutch (due);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s%s%s", ovs_milestone_label (milestone), title, long_day, *words != '\0' ? ", " : "", words);

  gtk_widget_set_size_request (box, CELL_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), make_head (milestone, state));
  gtk_box_append (GTK_BOX (box), make_label (day, "cell-day", -1));
  gtk_box_append (GTK_BOX (box), make_short (title, 2));
  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), make_short (words, 1));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (cell), FALSE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (cell), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (cell), make_popover (self, line, milestone, state, words));
  gtk_widget_add_css_class (cell, "milestone");
  if (next)
    gtk_widget_add_css_class (cell, "next");
  ovs_accessible_name_menu (cell, name);
  return cell;
}

/* Late before due before still to come: what somebody has to look at. */
static int
find_next (const OvsRoundLine *line)
{
  int ahead = -1;

  for (int i = 0; i < OVS_N_MILESTONES; i++)
    {
      OvsMilestoneState state = ovs_milestone_judge ((OvsMilestone) i, &line->round, &line->facts[i]);

      if (state == OVS_MILESTONE_LATE || state == OVS_MILESTONE_DUE)
        return i;
      if (state == OVS_MILESTONE_AHEAD && ahead < 0)
        ahead = i;
    }
  return ahead;
}

/* --- reading --- */

static gboolean
scroll_to_next (gpointer data)
{
  OvsTimeLine *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t where;

  if (self->next != NULL && gtk_widget_compute_bounds (self->next, self->cells, &where))
    gtk_adjustment_set_value (adjustment, where.origin.x - where.size.width);
  return G_SOURCE_REMOVE;
}

static void
show_line (OvsTimeLine *self, const OvsRoundLine *line)
{
  int next = line != NULL ? find_next (line) : -1;
  GtkWidget *child;

  self->next = NULL;
  while ((child = gtk_widget_get_first_child (self->cells)) != NULL)
    gtk_box_remove (GTK_BOX (self->cells), child);
  if (line == NULL || line->round.day == OVS_NO_DAY)
    {
      gtk_label_set_text (self->instead, line == NULL ? _ ("Choose a round to see what is to be done around it.")
                                                      : _ ("This round has no day yet. Once it has, here stands what is to be done when."));
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "instead");
      return;
    }
  for (int i = 0; i < OVS_N_MILESTONES; i++)
    {
      if (ovs_milestone_judge ((OvsMilestone) i, &line->round, &line->facts[i]) == OVS_MILESTONE_NOT_NEEDED)
        continue;
      child = make_cell (self, line, (OvsMilestone) i, i == next);
      gtk_box_append (GTK_BOX (self->cells), child);
      if (i == next)
        self->next = child;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "line");
  if (self->shown != self->wave)
    g_idle_add_full (G_PRIORITY_LOW, scroll_to_next, g_object_ref (self), g_object_unref);
  self->shown = self->wave;
}

static void
free_lines (gpointer data)
{
  OvsRoundLines **lines = data;

  ovs_round_lines_free (*lines);
  g_free (lines);
}

static gboolean
read_lines (OvsTx *tx, gpointer data, GError **error)
{
  *(OvsRoundLines **) data = ovs_round_lines_read (tx);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsTimeLine *self = g_task_get_source_object (task);
  OvsRoundLines **lines = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  if (g_task_propagate_boolean (task, &error))
    show_line (self, ovs_round_lines_find (*lines, self->wave));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_text (self->instead, error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "instead");
    }
}

static void
look_again (OvsTimeLine *self)
{
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, g_new0 (OvsRoundLines *, 1), free_lines);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_lines, g_task_get_task_data (task), self->cancellable, on_read, task);
}

/* --- the widget --- */

static void
ovs_time_line_dispose (GObject *object)
{
  OvsTimeLine *self = OVS_TIME_LINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  self->next = NULL;
  G_OBJECT_CLASS (ovs_time_line_parent_class)->dispose (object);
}

static void
ovs_time_line_class_init (OvsTimeLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_time_line_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeline");
}

static void
ovs_time_line_init (OvsTimeLine *self)
{
  GtkWidget *instead = make_label (NULL, "soft", -1);

  self->stack = gtk_stack_new ();
  self->instead = GTK_LABEL (instead);
  self->scroller = gtk_scrolled_window_new ();
  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->cells, "cells");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->cells);
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "line");
  gtk_stack_add_named (GTK_STACK (self->stack), instead, "instead");
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
ovs_time_line_new (OvsWorkspace *workspace)
{
  OvsTimeLine *self = g_object_new (OVS_TYPE_TIME_LINE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  return GTK_WIDGET (self);
}

void
ovs_time_line_set_round (OvsTimeLine *self, gint64 wave)
{
  if (self->wave == wave)
    return;
  self->wave = wave;
  look_again (self);
}
