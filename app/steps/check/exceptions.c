/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/check/exceptions.h"

#include <adwaita.h>

#include "widgets/sign.h"

#define N_ORIGINS (OVS_RULE_ORIGIN_OVERSTAP + 1)

struct _OvsExceptions
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *lists[N_ORIGINS];
  GtkWidget *headings[N_ORIGINS];
  gboolean clearing;
};

G_DEFINE_FINAL_TYPE (OvsExceptions, ovs_exceptions, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_exceptions_dispose (GObject *object)
{
  g_clear_pointer (&OVS_EXCEPTIONS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ovs_exceptions_parent_class)->dispose (object);
}

static void
ovs_exceptions_class_init (OvsExceptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_exceptions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_EXCEPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, OvsExceptions *self)
{
  if (row == NULL || self->clearing)
    return;
  self->clearing = TRUE;
  for (int origin = 0; origin < N_ORIGINS; origin++)
    if (self->lists[origin] != GTK_WIDGET (list))
      gtk_list_box_unselect_all (GTK_LIST_BOX (self->lists[origin]));
  self->clearing = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "finding")));
}

static void
ovs_exceptions_init (OvsExceptions *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (int origin = 0; origin < N_ORIGINS; origin++)
    {
      self->headings[origin] = gtk_label_new (ovs_rule_origin_title (origin));
      gtk_label_set_xalign (GTK_LABEL (self->headings[origin]), 0);
      gtk_widget_add_css_class (self->headings[origin], "heading");
      self->lists[origin] = gtk_list_box_new ();
      gtk_widget_add_css_class (self->lists[origin], "boxed-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[origin]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ovs_rule_origin_title (origin), -1);
      g_signal_connect (self->lists[origin], "row-selected", G_CALLBACK (on_row_selected), self);
      gtk_box_append (GTK_BOX (self->box), self->headings[origin]);
      gtk_box_append (GTK_BOX (self->box), self->lists[origin]);
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ovs_exceptions_new (void)
{
  return g_object_new (OVS_TYPE_EXCEPTIONS, NULL);
}

static GtkWidget *
make_row (OvsFinding finding, gint64 count)
{
  const OvsRule *rule = ovs_rule_get (finding);
  OvsSign sign = rule->kind == OVS_FINDING_KIND_STOPPER ? OVS_SIGN_STOPPER : rule->kind == OVS_FINDING_KIND_WARNING ? OVS_SIGN_WARNING : OVS_SIGN_INFO;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  g_autofree char *number = g_strdup_printf ("%'d", (int) count);
  GtkWidget *pill = gtk_label_new (number);

  gtk_widget_add_css_class (icon, ovs_sign_get_class (sign));
  gtk_widget_add_css_class (pill, "heading");
  gtk_widget_add_css_class (pill, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ovs_rule_title (finding));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_tooltip_text (row, ovs_rule_why (finding));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  g_object_set_data (G_OBJECT (row), "finding", GINT_TO_POINTER (finding));
  return row;
}

static void
fill (OvsExceptions *self, OvsRuleOrigin origin, const OvsJudgementCounts *counts)
{
  GtkListBox *list = GTK_LIST_BOX (self->lists[origin]);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (list);
  int chosen = selected != NULL ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (selected), "finding")) : -1;
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    {
      GtkWidget *row;

      if (ovs_rule_get (finding)->origin != origin || counts->findings[finding] == 0)
        continue;
      row = make_row (finding, counts->findings[finding]);
      gtk_list_box_append (list, row);
      if (finding == chosen)
        gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
      any = TRUE;
    }
  gtk_widget_set_visible (self->headings[origin], any);
  gtk_widget_set_visible (GTK_WIDGET (list), any);
}

void
ovs_exceptions_set_counts (OvsExceptions *self, const OvsJudgementCounts *counts)
{
  self->clearing = TRUE;
  for (int origin = 0; origin < N_ORIGINS; origin++)
    fill (self, origin, counts);
  self->clearing = FALSE;
}

void
ovs_exceptions_unselect (OvsExceptions *self)
{
  self->clearing = TRUE;
  for (int origin = 0; origin < N_ORIGINS; origin++)
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->lists[origin]));
  self->clearing = FALSE;
}
