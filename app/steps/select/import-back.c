/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-back.h"

#include <glib/gi18n.h>

#include "steps/number-row.h"

struct _OvsImportBack
{
  AdwBin parent_instance;

  GtkWidget *name;
  GtkWidget *reversed;
  GtkWidget *kept;
  GtkWidget *failed;
};

G_DEFINE_FINAL_TYPE (OvsImportBack, ovs_import_back, ADW_TYPE_BIN)

enum
{
  HISTORY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_back_class_init (OvsImportBackClass *klass)
{
  signals[HISTORY] = g_signal_new ("history", OVS_TYPE_IMPORT_BACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_history (GtkButton *button, OvsImportBack *self)
{
  g_signal_emit (self, signals[HISTORY], 0);
}

static GtkWidget *
add_number (GtkWidget *list, const char *title)
{
  GtkWidget *row = ovs_number_row_new (title);

  ovs_number_row_set_opens (OVS_NUMBER_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
make_numbers (OvsImportBack *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was taken back"), -1);
  self->reversed = add_number (list, _ ("taken back"));
  self->kept = add_number (list, _ ("stayed"));
  self->failed = add_number (list, _ ("could not go back"));
  return list;
}

static void
ovs_import_back_init (OvsImportBack *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Reading in was taken back"));
  GtkWidget *again = gtk_button_new_with_label (_ ("Read in earlier…"));
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->name = gtk_label_new (NULL);
  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->name, "soft");
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (again, "pill");
  gtk_widget_set_halign (again, GTK_ALIGN_CENTER);
  g_signal_connect (again, "clicked", G_CALLBACK (on_history), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_numbers (self));
  gtk_box_append (GTK_BOX (box), again);
  gtk_widget_add_css_class (box, "result");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 780);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
ovs_import_back_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_BACK, NULL);
}

void
ovs_import_back_show (OvsImportBack *self, const char *name, const OvsRollback *back)
{
  gtk_label_set_text (GTK_LABEL (self->name), name);
  ovs_number_row_set (OVS_NUMBER_ROW (self->reversed), back->reversed, _ ("Clients and employees that are again as they were before."), OVS_SIGN_DONE);
  ovs_number_row_set (OVS_NUMBER_ROW (self->kept), back->kept,
                      back->kept > 0 ? _ ("Something was decided about them, or changed, after the file was read in.") : NULL,
                      back->kept > 0 ? OVS_SIGN_INFO : OVS_SIGN_NONE);
  ovs_number_row_set (OVS_NUMBER_ROW (self->failed), back->failed,
                      back->failed > 0 ? _ ("A request about them went to Loket since. What was sent is never undone.") : NULL,
                      back->failed > 0 ? OVS_SIGN_WARNING : OVS_SIGN_NONE);
}
