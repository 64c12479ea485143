/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-brake.h"

#include <glib/gi18n.h>

#include "steps/apply/difference-rows.h"
#include "steps/number-row.h"
#include "widgets/accessible.h"

#define WIDTH 780

struct _OvsApplyBrake
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  OvsNumberRow *approved;
  OvsNumberRow *now;
  GtkWidget *part;  /* what differs, under its heading */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (OvsApplyBrake, ovs_apply_brake, ADW_TYPE_BIN)

static void
ovs_apply_brake_class_init (OvsApplyBrakeClass *klass)
{
}

static GtkWidget *
make_head (OvsApplyBrake *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));
  GtkWidget *title = gtk_label_new (_ ("Not begun: something has changed"));

  gtk_image_set_pixel_size (GTK_IMAGE (sign), 56);
  gtk_widget_add_css_class (sign, ovs_sign_get_class (OVS_SIGN_WARNING));
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_add_css_class (title, "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "soft");
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->sentence));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), sign);
  gtk_box_append (GTK_BOX (head), words);
  return head;
}

/* A boxed list under a heading. */
static GtkListBox *
add_list (GtkWidget *box, const char *heading, GtkWidget **part)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, heading);
  gtk_box_append (GTK_BOX (*part), label);
  gtk_box_append (GTK_BOX (*part), list);
  gtk_box_append (GTK_BOX (box), *part);
  return GTK_LIST_BOX (list);
}

static OvsNumberRow *
add_number (GtkListBox *list, const char *title)
{
  GtkWidget *row = ovs_number_row_new (title);

  ovs_number_row_set_opens (OVS_NUMBER_ROW (row), FALSE);
  gtk_list_box_append (list, row);
  return OVS_NUMBER_ROW (row);
}

static void
ovs_apply_brake_init (OvsApplyBrake *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *numbers;
  GtkListBox *list;

  gtk_box_append (GTK_BOX (box), make_head (self));
  list = add_list (box, _ ("Who would be invited"), &numbers);
  self->approved = add_number (list, _ ("Agreed to"));
  self->now = add_number (list, _ ("Now"));
  self->list = add_list (box, _ ("Loket has otherwise than was judged"), &self->part);

  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  ovs_accessible_set_label (scrolled, _ ("What has changed"));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
ovs_apply_brake_new (void)
{
  return g_object_new (OVS_TYPE_APPLY_BRAKE, NULL);
}

static void
add_row (GtkWidget *row, gpointer data)
{
  gtk_list_box_append (data, row);
}

void
ovs_apply_brake_show (OvsApplyBrake *self, guint approved, OvsApplyRun *run)
{
  const GArray *wanted;
  const GPtrArray *differences;
  GtkListBoxRow *row;

  if (!ovs_apply_run_get_brake (run, &wanted, &differences))
    return;
  gtk_label_set_text (self->sentence, ovs_apply_run_get_error (run)->message);
  ovs_number_row_set (self->approved, approved, _ ("The number in the question"), OVS_SIGN_NONE);
  ovs_number_row_set (self->now, wanted->len, _ ("By what the dossier and Loket say at this moment"), OVS_SIGN_NONE);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_unref (ovs_difference_rows_foreach (differences, add_row, self->list));
  gtk_widget_set_visible (self->part, differences->len > 0);
}
