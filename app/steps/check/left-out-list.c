/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/left-out-list.h"

#include <glib/gi18n.h>

#include "rules/source.h"
#include "steps/check/people-source.h"
#include "widgets/accessible.h"
#include "widgets/count-pill.h"

struct _OvsLeftOutList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *total;
  GtkWidget *rows[OVS_N_LEFT_OUT]; /* NULL for what is no reason to be left out */
  GtkWidget *pills[OVS_N_LEFT_OUT];
  OvsLeftOut chosen;
};

G_DEFINE_FINAL_TYPE (OvsLeftOutList, ovs_left_out_list, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what a reason is ------------------------------------------------------------------------------------------ */

const char *
ovs_left_out_title (OvsLeftOut left_out)
{
  return left_out == OVS_LEFT_OUT_ON_PAPER ? _ ("Payslip on paper") : ovs_reason_title ((OvsReason) left_out);
}

char *
ovs_left_out_explain (OvsLeftOut left_out)
{
  const char *source;
  g_autofree char *told = NULL;

  if (left_out == OVS_LEFT_OUT_ON_PAPER)
    return g_strdup (_ ("They have no e-mail address and get no invitation. Payroll prints their payslips."));
  source = ovs_reason_source ((OvsReason) left_out);
  told = ovs_source_tell (source);
  if (g_str_equal (source, OVS_SOURCE_OVERSTAP))
    return g_strdup (_ ("They get no invitation."));
  return g_strdup_printf (_ ("They get no invitation, %s."), told);
}

char *
ovs_left_out_filter (OvsLeftOut left_out)
{
  if (left_out == OVS_LEFT_OUT_ON_PAPER)
    return ovs_people_filter_by_hand (TRUE);
  if (left_out == OVS_REASON_EXCLUDED_BY_HAND)
    return ovs_people_filter_by_hand (FALSE);
  return ovs_people_filter_disposition (OVS_DISPOSITION_LEFT_OUT, (OvsReason) left_out);
}

/* --- the list -------------------------------------------------------------------------------------------------- */

/* Not when it is selected, for the Tab key would choose on its way to the people. */
static void
on_activated (GtkListBox *list, GtkListBoxRow *row, OvsLeftOutList *self)
{
  for (OvsLeftOut left_out = 0; left_out < OVS_N_LEFT_OUT; left_out++)
    if (self->rows[left_out] == GTK_WIDGET (row))
      g_signal_emit (self, signals[CHOSEN], 0, left_out);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_row (OvsLeftOutList *self, OvsLeftOut left_out)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->rows[left_out] = gtk_list_box_row_new ();
  self->pills[left_out] = ovs_count_pill_new ();
  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), make_label (ovs_left_out_title (left_out)));
  gtk_box_append (GTK_BOX (box), self->pills[left_out]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->rows[left_out]), box);
  gtk_list_box_append (self->list, self->rows[left_out]);
}

static GtkWidget *
make_head (OvsLeftOutList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = make_label (_ ("Does not go along"));

  self->total = ovs_count_pill_new ();
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->total);
  return head;
}

/* One stop of the Tab key, like the exceptions above it. */
static gboolean
ovs_left_out_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OvsLeftOutList *self = OVS_LEFT_OUT_LIST (widget);
  GtkWidget *row = self->rows[self->chosen];

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (ovs_left_out_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (row != NULL && gtk_widget_get_mapped (row))
    return gtk_widget_grab_focus (row);
  return GTK_WIDGET_CLASS (ovs_left_out_list_parent_class)->focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
ovs_left_out_list_class_init (OvsLeftOutListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_LEFT_OUT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  widget_class->focus = ovs_left_out_list_focus;
  gtk_widget_class_set_css_name (widget_class, "findinglist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_left_out_list_init (OvsLeftOutList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  ovs_accessible_set_label (self->list, _ ("Does not go along"));
  ovs_accessible_set_label (self, _ ("Reasons not to go along"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  add_row (self, OVS_LEFT_OUT_ON_PAPER);
  for (OvsLeftOut left_out = OVS_REASON_NONE + 1; left_out < OVS_N_REASONS; left_out++)
    if (!ovs_reason_is_done ((OvsReason) left_out))
      add_row (self, left_out);
}

static gint64
count_of (OvsLeftOut left_out, const OvsTally *counts, gint64 on_paper)
{
  if (left_out == OVS_LEFT_OUT_ON_PAPER)
    return on_paper;
  return counts->reasons[left_out] - (left_out == OVS_REASON_EXCLUDED_BY_HAND ? on_paper : 0);
}

void
ovs_left_out_list_show (OvsLeftOutList *self, const OvsTally *counts, gint64 on_paper)
{
  gint64 total = counts->dispositions[OVS_DISPOSITION_LEFT_OUT];

  for (OvsLeftOut left_out = 0; left_out < OVS_N_LEFT_OUT; left_out++)
    {
      gint64 count = self->rows[left_out] != NULL ? count_of (left_out, counts, on_paper) : 0;
      g_autofree char *spoken = NULL;

      if (self->rows[left_out] == NULL)
        continue;
      spoken = g_strdup_printf ("%s: %'" G_GINT64_FORMAT, ovs_left_out_title (left_out), count);
      ovs_count_pill_set (OVS_COUNT_PILL (self->pills[left_out]), OVS_SIGN_NONE, count);
      gtk_widget_set_visible (self->rows[left_out], count > 0);
      ovs_accessible_set_label (self->rows[left_out], spoken);
    }
  ovs_count_pill_set (OVS_COUNT_PILL (self->total), OVS_SIGN_NONE, total);
  gtk_widget_set_visible (GTK_WIDGET (self), total > 0);
}

static void
mark (GtkWidget *row, gboolean chosen)
{
  if (row == NULL)
    return;
  if (chosen)
    gtk_widget_add_css_class (row, "chosen");
  else
    gtk_widget_remove_css_class (row, "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

void
ovs_left_out_list_choose (OvsLeftOutList *self, OvsLeftOut left_out)
{
  mark (self->rows[self->chosen], FALSE);
  self->chosen = left_out;
  mark (self->rows[self->chosen], TRUE);
}
