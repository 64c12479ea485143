/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-running.h"

#include <glib/gi18n.h>

struct _OvsImportRunning
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *bar;
  GtkWidget *units;
  GtkWidget *stop;
  guint64 n_rows;
};

G_DEFINE_FINAL_TYPE (OvsImportRunning, ovs_import_running, ADW_TYPE_BIN)

enum
{
  STOP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_running_class_init (OvsImportRunningClass *klass)
{
  signals[STOP] = g_signal_new ("stop", OVS_TYPE_IMPORT_RUNNING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_stop (GtkButton *button, OvsImportRunning *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  g_signal_emit (self, signals[STOP], 0);
}

static void
ovs_import_running_init (OvsImportRunning *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  self->title = gtk_label_new (NULL);
  self->bar = gtk_progress_bar_new ();
  self->units = gtk_label_new (NULL);
  self->stop = gtk_button_new_with_label (_ ("Stop"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->units), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (self->units, TRUE);
  gtk_widget_add_css_class (self->title, "title-2");
  gtk_widget_add_css_class (self->bar, "thick");
  gtk_widget_add_css_class (self->units, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading in"), -1);
  g_signal_connect (self->stop, "clicked", G_CALLBACK (on_stop), self);
  gtk_box_append (GTK_BOX (line), self->units);
  gtk_box_append (GTK_BOX (line), self->stop);
  gtk_box_append (GTK_BOX (card), self->title);
  gtk_box_append (GTK_BOX (card), self->bar);
  gtk_box_append (GTK_BOX (card), line);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_widget_add_css_class (card, "page-card");
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 780);
  adw_clamp_set_child (ADW_CLAMP (clamp), card);
  adw_bin_set_child (ADW_BIN (self), clamp);
}

GtkWidget *
ovs_import_running_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_RUNNING, NULL);
}

void
ovs_import_running_begin (OvsImportRunning *self, const char *name, guint64 n_rows)
{
  g_autofree char *title = g_strdup_printf (_ ("%s is being read in"), name);

  self->n_rows = n_rows;
  ovs_import_running_begin_with (self, title);
  ovs_import_running_set_progress (self, 0);
}

void
ovs_import_running_begin_with (OvsImportRunning *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_sensitive (self->stop, TRUE);
  ovs_import_running_set_units (self, 0, "");
}

void
ovs_import_running_begin_back (OvsImportRunning *self, const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("%s is being taken back"), name);

  self->n_rows = 0;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_sensitive (self->stop, TRUE);
  ovs_import_running_set_progress (self, 0);
}

void
ovs_import_running_set_progress (OvsImportRunning *self, double fraction)
{
  g_autofree char *units =
      self->n_rows > 0 ? g_strdup_printf (_ ("about %'lu of %'lu rows"), (gulong) (fraction * (double) self->n_rows), (gulong) self->n_rows)
                       : g_strdup_printf ("%d %%", (int) (fraction * 100));

  ovs_import_running_set_units (self, fraction, units);
}

void
ovs_import_running_set_units (OvsImportRunning *self, double fraction, const char *units)
{
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
  gtk_label_set_text (GTK_LABEL (self->units), units);
}

GtkWidget *
ovs_import_looking_new (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The file is being looked at"), -1);
  return spinner;
}
