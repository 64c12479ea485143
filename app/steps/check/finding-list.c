/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/finding-list.h"

#include <glib/gi18n.h>

#include "widgets/count-pill.h"

/* Three origins, and below them what is only good to know. */
#define N_GROUPS (OVS_RULE_ORIGIN_OVERSTAP + 2)
#define GROUP_INFOS (N_GROUPS - 1)

typedef struct
{
  GtkWidget *box;
  GtkWidget *pill;
  GtkListBox *list;
} Group;

typedef struct
{
  GtkWidget *row;
  GtkWidget *pill;
} Row;

struct _OvsFindingList
{
  GtkWidget parent_instance;

  Group groups[N_GROUPS];
  Row rows[OVS_N_FINDINGS];
  gboolean choosing; /* not by the user */
};

G_DEFINE_FINAL_TYPE (OvsFindingList, ovs_finding_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
group_of (OvsFinding finding)
{
  const OvsRule *rule = ovs_rule_get (finding);

  /* Whoever says so: a stopper keeps somebody out of Loket's invitation. */
  if (rule->kind == OVS_FINDING_KIND_STOPPER)
    return OVS_RULE_ORIGIN_LOKET_STOPS;
  return rule->kind == OVS_FINDING_KIND_INFO ? GROUP_INFOS : (guint) rule->origin;
}

static const char *
group_title (guint group)
{
  return group == GROUP_INFOS ? _ ("Good to know") : ovs_rule_origin_title ((OvsRuleOrigin) group);
}

static OvsSign
sign_of (OvsFinding finding)
{
  const OvsRule *rule = ovs_rule_get (finding);

  if (rule->kind == OVS_FINDING_KIND_STOPPER)
    return OVS_SIGN_STOPPER;
  return rule->origin == OVS_RULE_ORIGIN_LOKET_WARNS ? OVS_SIGN_WARNING : OVS_SIGN_INFO;
}

static void
unselect_other_groups (OvsFindingList *self, GtkListBox *list)
{
  for (guint group = 0; group < N_GROUPS; group++)
    if (self->groups[group].list != list)
      gtk_list_box_unselect_all (self->groups[group].list);
}

static void
on_selected (GtkListBox *list, GtkListBoxRow *row, OvsFindingList *self)
{
  if (row == NULL || self->choosing)
    return;
  self->choosing = TRUE;
  unselect_other_groups (self, list);
  self->choosing = FALSE;
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (self->rows[finding].row == GTK_WIDGET (row))
      g_signal_emit (self, signals[CHOSEN], 0, finding);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_words (OvsFinding finding)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *effect;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (ovs_rule_title (finding), "heading"));
  effect = make_label (ovs_rule_effect (finding), "caption");
  gtk_widget_add_css_class (effect, "soft");
  gtk_box_append (GTK_BOX (words), effect);
  return words;
}

static void
build_row (OvsFindingList *self, OvsFinding finding)
{
  Row *row = &self->rows[finding];
  OvsSign sign = sign_of (finding);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

  row->row = gtk_list_box_row_new ();
  row->pill = ovs_count_pill_new ();
  gtk_widget_add_css_class (icon, ovs_sign_get_class (sign));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_words (finding));
  gtk_box_append (GTK_BOX (box), row->pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->groups[group_of (finding)].list, row->row);
}

static GtkListBoxRow *
row_at_edge (GtkListBox *list, gboolean first)
{
  GtkWidget *row = first ? gtk_widget_get_first_child (GTK_WIDGET (list)) : gtk_widget_get_last_child (GTK_WIDGET (list));

  while (row != NULL && !gtk_widget_get_visible (row))
    row = first ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  return GTK_LIST_BOX_ROW (row);
}

/* The arrows go on in the next group. */
static gboolean
on_keynav_failed (GtkListBox *list, GtkDirectionType direction, OvsFindingList *self)
{
  int step = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;
  int group = 0;

  while (self->groups[group].list != list)
    group++;
  for (group += step; step != 0 && group >= 0 && group < N_GROUPS; group += step)
    {
      GtkListBoxRow *row = row_at_edge (self->groups[group].list, step > 0);

      if (row == NULL || !gtk_widget_get_visible (self->groups[group].box))
        continue;
      gtk_list_box_select_row (self->groups[group].list, row);
      return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return TRUE;
}

static void
build_group (OvsFindingList *self, guint index)
{
  Group *group = &self->groups[index];
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = make_label (group_title (index), "heading");

  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  group->pill = ovs_count_pill_new ();
  group->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), group->pill);
  gtk_list_box_set_selection_mode (group->list, GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (GTK_WIDGET (group->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->list), GTK_ACCESSIBLE_PROPERTY_LABEL, group_title (index), -1);
  g_signal_connect (group->list, "row-selected", G_CALLBACK (on_selected), self);
  g_signal_connect (group->list, "keynav-failed", G_CALLBACK (on_keynav_failed), self);
  gtk_box_append (GTK_BOX (group->box), head);
  gtk_box_append (GTK_BOX (group->box), GTK_WIDGET (group->list));
  gtk_widget_set_parent (group->box, GTK_WIDGET (self));
}

/* One stop of the Tab key. Row by row it would choose every exception on its way to the people. */
static gboolean
ovs_finding_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OvsFindingList *self = OVS_FINDING_LIST (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (ovs_finding_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  for (guint group = 0; group < N_GROUPS; group++)
    {
      GtkListBoxRow *row = gtk_list_box_get_selected_row (self->groups[group].list);

      if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return GTK_WIDGET_CLASS (ovs_finding_list_parent_class)->focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
ovs_finding_list_dispose (GObject *object)
{
  OvsFindingList *self = OVS_FINDING_LIST (object);

  self->choosing = TRUE;
  for (guint group = 0; group < N_GROUPS; group++)
    g_clear_pointer (&self->groups[group].box, gtk_widget_unparent);
  G_OBJECT_CLASS (ovs_finding_list_parent_class)->dispose (object);
}

static void
ovs_finding_list_class_init (OvsFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_finding_list_dispose;
  widget_class->focus = ovs_finding_list_focus;
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findinglist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_finding_list_init (OvsFindingList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 14);
  for (guint group = 0; group < N_GROUPS; group++)
    build_group (self, group);
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    build_row (self, (OvsFinding) finding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Exceptions"), -1);
}

GtkWidget *
ovs_finding_list_new (void)
{
  return g_object_new (OVS_TYPE_FINDING_LIST, NULL);
}

static void
show_row (OvsFindingList *self, OvsFinding finding, gint64 count)
{
  Row *row = &self->rows[finding];
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", ovs_rule_title (finding), number);

  ovs_count_pill_set (OVS_COUNT_PILL (row->pill), OVS_SIGN_NONE, count);
  gtk_widget_set_visible (row->row, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ovs_rule_why (finding), -1);
}

void
ovs_finding_list_show (OvsFindingList *self, const OvsTally *counts)
{
  gint64 totals[N_GROUPS] = { 0 };

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    {
      totals[group_of ((OvsFinding) finding)] += counts->findings[finding];
      show_row (self, (OvsFinding) finding, counts->findings[finding]);
    }
  for (guint group = 0; group < N_GROUPS; group++)
    {
      OvsSign sign = group == OVS_RULE_ORIGIN_LOKET_STOPS ? OVS_SIGN_STOPPER : group == OVS_RULE_ORIGIN_LOKET_WARNS ? OVS_SIGN_WARNING : OVS_SIGN_NONE;

      ovs_count_pill_set (OVS_COUNT_PILL (self->groups[group].pill), sign, totals[group]);
      gtk_widget_set_visible (self->groups[group].box, totals[group] > 0);
    }
}

void
ovs_finding_list_choose (OvsFindingList *self, int finding)
{
  GtkListBox *list = finding >= 0 ? self->groups[group_of ((OvsFinding) finding)].list : NULL;

  self->choosing = TRUE;
  unselect_other_groups (self, list);
  if (list != NULL)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (self->rows[finding].row));
  self->choosing = FALSE;
}
