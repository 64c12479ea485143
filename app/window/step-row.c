/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/step-row.h"

#include <glib/gi18n.h>

struct _OvsStepRow
{
  GtkListBoxRow parent_instance;

  const char *id;
  guint number;
  OvsStepPage *page; /* (unowned) outlives the row: both belong to one frame */
  GtkWidget *mark;   /* icon or pill */
  GtkWidget *state;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (OvsStepRow, ovs_step_row, GTK_TYPE_LIST_BOX_ROW)

/* The Tab key passes the other steps by: in a list, focus chooses, and who tabs into the page would end at the last step. */
static gboolean
ovs_step_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tabbing = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tabbing && !gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (widget)))
    return FALSE;
  return GTK_WIDGET_CLASS (ovs_step_row_parent_class)->focus (widget, direction);
}

static void
ovs_step_row_class_init (OvsStepRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = ovs_step_row_focus;
}

static void
ovs_step_row_init (OvsStepRow *self)
{
}

static GtkWidget *
make_pill (OvsStepMark mark, guint count)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *number = g_strdup_printf ("%u", count);

  gtk_box_append (GTK_BOX (pill), gtk_image_new_from_icon_name (mark == OVS_STEP_MARK_STOPPER ? "action-unavailable-symbolic"
                                                                                               : "dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (pill), gtk_label_new (number));
  gtk_widget_add_css_class (pill, "pill-count");
  gtk_widget_add_css_class (pill, mark == OVS_STEP_MARK_STOPPER ? "error" : "warning");
  return pill;
}

static GtkWidget *
make_mark (OvsStepMark mark, guint count)
{
  GtkWidget *done;

  if (mark == OVS_STEP_MARK_NONE)
    return NULL;
  if (mark != OVS_STEP_MARK_DONE)
    return make_pill (mark, count);
  done = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  gtk_widget_add_css_class (done, "success");
  return done;
}

static void
on_shown_changed (OvsStepPage *page, OvsStepRow *self)
{
  OvsStepMark mark;
  guint count;
  const char *state = ovs_step_page_get_state (page, &mark, &count);
  g_autofree char *spoken = NULL;

  if (self->mark != NULL)
    gtk_box_remove (GTK_BOX (self->line), self->mark);
  self->mark = make_mark (mark, count);
  if (self->mark != NULL)
    gtk_box_append (GTK_BOX (self->line), self->mark);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_set_tooltip_text (self->state, state);
  spoken = g_strdup_printf (_ ("Step %u of 5, %s: %s"), self->number, ovs_step_page_get_title (page), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

GtkWidget *
ovs_step_row_new (guint number, const char *id, OvsStepPage *page)
{
  OvsStepRow *self = g_object_new (OVS_TYPE_STEP_ROW, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (ovs_step_page_get_title (page));
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *disc = gtk_label_new (digit);

  self->id = id;
  self->number = number;
  self->page = page;
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->state = gtk_label_new (NULL);
  gtk_widget_add_css_class (disc, "step-disc");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (name, "step-name");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_add_css_class (self->state, "soft");
  gtk_box_append (GTK_BOX (self->line), name);
  gtk_box_append (GTK_BOX (texts), self->line);
  gtk_box_append (GTK_BOX (texts), self->state);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), disc);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_set_margin_top (row, 7);
  gtk_widget_set_margin_bottom (row, 7);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
  g_signal_connect_object (page, "shown-changed", G_CALLBACK (on_shown_changed), self, 0);
  on_shown_changed (page, self);
  return GTK_WIDGET (self);
}

const char *
ovs_step_row_get_id (OvsStepRow *self)
{
  return self->id;
}
