/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-offers.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

/* A row with a switch. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *sign;
  GtkWidget *toggle;
} Offer;

struct _OvsImportOffers
{
  AdwBin parent_instance;

  Offer profile;
  Offer repair;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsImportOffers, ovs_import_offers, ADW_TYPE_BIN)

enum
{
  PROFILE,
  REPAIR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_offers_class_init (OvsImportOffersClass *klass)
{
  static const char *const names[N_SIGNALS] = { "profile", "repair" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], OVS_TYPE_IMPORT_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
on_switched (GtkSwitch *toggle, GParamSpec *spec, OvsImportOffers *self)
{
  guint i = GTK_WIDGET (toggle) == self->profile.toggle ? PROFILE : REPAIR;

  if (!self->filling)
    g_signal_emit (self, signals[i], 0, gtk_switch_get_active (toggle));
}

static void
add_offer (OvsImportOffers *self, GtkWidget *list, Offer *offer)
{
  offer->row = adw_action_row_new ();
  offer->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  offer->toggle = gtk_switch_new ();
  gtk_widget_set_valign (offer->toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (offer->row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (offer->row), offer->sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (offer->row), offer->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (offer->row), offer->toggle);
  gtk_list_box_append (GTK_LIST_BOX (list), offer->row);
  g_signal_connect (offer->toggle, "notify::active", G_CALLBACK (on_switched), self);
}

static void
ovs_import_offers_init (OvsImportOffers *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Offers for this file"), -1);
  add_offer (self, list, &self->profile);
  add_offer (self, list, &self->repair);
  adw_bin_set_child (ADW_BIN (self), list);
}

static void
show_offer (Offer *offer, OvsSign sign, const char *title, const char *subtitle, gboolean active)
{
  const char *classes[] = { ovs_sign_get_class (sign), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (offer->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (offer->sign, classes);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (offer->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (offer->row), subtitle);
  ovs_accessible_set_label (offer->toggle, title);
  gtk_switch_set_active (GTK_SWITCH (offer->toggle), active);
}

static void
show_profile (OvsImportOffers *self, const OvsImportChoice *choice)
{
  const OvsCsvProfile *profile = choice->profile;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->profile.row, profile != NULL);
  if (profile == NULL)
    return;
  day = ovs_day_to_file (profile->used);
  if (choice->uses_profile)
    title = *day != '\0' ? g_strdup_printf (_ ("Layout “%s” of %s is used"), profile->name, day) : g_strdup_printf (_ ("Layout “%s” is used"), profile->name);
  else
    title = g_strdup_printf (_ ("Layout “%s” is not used"), profile->name);
  show_offer (&self->profile, OVS_SIGN_INFO, title, _ ("It was kept when a file with these headers was read in before."), choice->uses_profile);
}

/* `RenÃ©e becomes Renée`, a few of them. */
static char *
list_repairs (const OvsCsvPreview *preview)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < preview->repairs->len; i++)
    {
      const OvsCsvRepair *repair = g_ptr_array_index (preview->repairs, i);
      g_autofree char *one = g_strdup_printf (_ ("%s becomes %s"), repair->before, repair->after);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", one);
    }
  return g_strdup (text->str);
}

static void
show_repair (OvsImportOffers *self, const OvsCsvPreview *preview)
{
  g_autofree char *subtitle = list_repairs (preview);

  gtk_widget_set_visible (self->repair.row, preview->repairs->len > 0);
  if (preview->repairs->len > 0)
    show_offer (&self->repair, preview->repaired ? OVS_SIGN_DONE : OVS_SIGN_WARNING, _ ("Repair text that was encoded twice"), subtitle, preview->repaired);
}

GtkWidget *
ovs_import_offers_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_OFFERS, NULL);
}

void
ovs_import_offers_show (OvsImportOffers *self, const OvsImportChoice *choice, const OvsCsvPreview *preview)
{
  self->filling = TRUE;
  show_profile (self, choice);
  show_repair (self, preview);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), choice->profile != NULL || preview->repairs->len > 0);
}
