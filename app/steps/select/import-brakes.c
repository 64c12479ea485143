/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-brakes.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

struct _OvsImportBrakes
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (OvsImportBrakes, ovs_import_brakes, ADW_TYPE_BIN)

enum
{
  DESPITE,
  OTHER_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const titles[OVS_N_BRAKES] = {
  [OVS_BRAKE_UNKNOWN_EMPLOYERS] = N_ ("Most clients are not known"),
  [OVS_BRAKE_OLDER_FILE] = N_ ("A newer file was read in before"),
  [OVS_BRAKE_PEOPLE_GONE] = N_ ("Many employees are not in it"),
  [OVS_BRAKE_ADDRESSES_CHANGED] = N_ ("Many addresses change"),
  [OVS_BRAKE_BUSINESS_DOMAIN] = N_ ("These look like addresses at work"),
  [OVS_BRAKE_OLD_OVERVIEW] = N_ ("This overview is old"),
  [OVS_BRAKE_EMPLOYER_NAMES] = N_ ("One number, two names"),
  [OVS_BRAKE_OTHER_WAVE] = N_ ("These clients were not converted"),
};

static void
ovs_import_brakes_class_init (OvsImportBrakesClass *klass)
{
  signals[DESPITE] = g_signal_new ("despite", OVS_TYPE_IMPORT_BRAKES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OTHER_FILE] = g_signal_new ("other-file", OVS_TYPE_IMPORT_BRAKES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_import_brakes_init (OvsImportBrakes *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_despite (GtkButton *button, OvsImportBrakes *self)
{
  g_signal_emit (self, signals[DESPITE], 0, g_object_get_data (G_OBJECT (button), "brake"));
}

static void
on_other_file (GtkButton *button, OvsImportBrakes *self)
{
  g_signal_emit (self, signals[OTHER_FILE], 0);
}

static GtkWidget *
make_texts (const OvsIntakeBrake *brake)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ (titles[brake->brake]));
  GtkWidget *message = gtk_label_new (brake->message);

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), message);
  return texts;
}

static GtkWidget *
make_answer (OvsImportBrakes *self, const char *label, const char *about, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
add_card (OvsImportBrakes *self, const OvsIntakeBrake *brake)
{
  const char *title = _ (titles[brake->brake]);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));
  GtkWidget *despite = make_answer (self, _ ("Read in all the same"), title, G_CALLBACK (on_despite));
  GtkWidget *other = make_answer (self, _ ("Another file…"), title, G_CALLBACK (on_other_file));

  g_object_set_data (G_OBJECT (despite), "brake", (gpointer) ovs_brake_get (brake->brake)->code);
  gtk_widget_add_css_class (image, ovs_sign_get_class (OVS_SIGN_WARNING));
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  ovs_accessible_set_label (card, title);
  gtk_box_append (GTK_BOX (card), image);
  gtk_box_append (GTK_BOX (card), make_texts (brake));
  gtk_box_append (GTK_BOX (card), other);
  gtk_box_append (GTK_BOX (card), despite);
  gtk_box_append (GTK_BOX (self->box), card);
}

GtkWidget *
ovs_import_brakes_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_BRAKES, NULL);
}

static gboolean
is_open (const OvsIntakeBrake *brake, const char *const *answered)
{
  return answered == NULL || !g_strv_contains (answered, ovs_brake_get (brake->brake)->code);
}

guint
ovs_import_brakes_count_open (const OvsIntakeResult *result, const char *const *answered)
{
  guint open = 0;

  for (guint i = 0; result != NULL && i < result->brakes->len; i++)
    open += is_open (g_ptr_array_index (result->brakes, i), answered);
  return open;
}

void
ovs_import_brakes_show (OvsImportBrakes *self, const OvsIntakeResult *result, const char *const *answered)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), card);
  for (guint i = 0; result != NULL && i < result->brakes->len; i++)
    if (is_open (g_ptr_array_index (result->brakes, i), answered))
      add_card (self, g_ptr_array_index (result->brakes, i));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}
