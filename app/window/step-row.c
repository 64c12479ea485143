/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/step-row.h"

#include <glib/gi18n.h>

#include "widgets/count-pill.h"

struct _OvsStepRow
{
  GtkListBoxRow parent_instance;

  const char *id;
  guint number;
  OvsStepPage *page; /* (unowned) outlives the row: both belong to one frame */
  gboolean compact;
  GtkWidget *mark; /* (nullable) icon or pill */
  GtkWidget *row;
  GtkWidget *texts;
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

/* What it means is said by the row. */
static GtkWidget *
make_sign (OvsSign sign)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (sign), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static GtkWidget *
make_pill (OvsStepMark mark, guint count)
{
  GtkWidget *pill = ovs_count_pill_new ();

  ovs_count_pill_set (OVS_COUNT_PILL (pill), mark == OVS_STEP_MARK_STOPPER ? OVS_SIGN_STOPPER : OVS_SIGN_WARNING, count);
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
  done = make_sign (OVS_SIGN_DONE);
  gtk_widget_add_css_class (done, "success");
  return done;
}

/* In the rail the mark stands under the number, else at the end of the name's line. */
static void
place_mark (OvsStepRow *self, GtkWidget *mark)
{
  if (self->mark != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->mark)), self->mark);
  self->mark = mark;
  if (mark == NULL)
    return;
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (mark, self->compact ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->compact ? self->row : self->line), mark);
}

static void
on_shown_changed (OvsStepPage *page, OvsStepRow *self)
{
  OvsStepMark mark;
  guint count;
  const char *state = ovs_step_page_get_state (page, &mark, &count);
  g_autofree char *hint = g_strdup_printf ("%s: %s", ovs_step_page_get_title (page), state);
  g_autofree char *spoken = g_strdup_printf (_ ("Step %u of 5, %s: %s"), self->number, ovs_step_page_get_title (page), state);

  place_mark (self, make_mark (mark, count));
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
make_texts (OvsStepRow *self, const char *title)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (title);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->state = gtk_label_new (NULL);
  gtk_widget_add_css_class (name, "step-name");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_add_css_class (self->state, "soft");
  gtk_box_append (GTK_BOX (self->line), name);
  gtk_box_append (GTK_BOX (texts), self->line);
  gtk_box_append (GTK_BOX (texts), self->state);
  gtk_widget_set_hexpand (texts, TRUE);
  return texts;
}

GtkWidget *
ovs_step_row_new (guint number, const char *id, OvsStepPage *page)
{
  OvsStepRow *self = g_object_new (OVS_TYPE_STEP_ROW, NULL);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *disc = gtk_label_new (digit);

  self->id = id;
  self->number = number;
  self->page = page;
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->texts = make_texts (self, ovs_step_page_get_title (page));
  gtk_widget_add_css_class (disc, "step-disc");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (disc, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->row), disc);
  gtk_box_append (GTK_BOX (self->row), self->texts);
  gtk_widget_set_margin_top (self->row, 7);
  gtk_widget_set_margin_bottom (self->row, 7);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->row);
  g_signal_connect_object (page, "shown-changed", G_CALLBACK (on_shown_changed), self, 0);
  on_shown_changed (page, self);
  return GTK_WIDGET (self);
}

const char *
ovs_step_row_get_id (OvsStepRow *self)
{
  return self->id;
}

void
ovs_step_row_set_compact (OvsStepRow *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->row), compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->row), compact ? 4 : 10);
  gtk_widget_set_visible (self->texts, !compact);
  on_shown_changed (self->page, self);
}
