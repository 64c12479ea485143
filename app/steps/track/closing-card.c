/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/closing-card.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

struct _OvsClosingCard
{
  AdwBin parent_instance;

  AdwActionRow *row;
  GtkImage *sign;
};

G_DEFINE_FINAL_TYPE (OvsClosingCard, ovs_closing_card, ADW_TYPE_BIN)

static char *
say_next (const OvsClosingSums *sums)
{
  int closable = (int) sums->closable;

  if (sums->closed == sums->clients)
    return g_strdup (_ ("The dossier is closed. The verantwoording is made there too."));
  if (closable > 0)
    return g_strdup_printf (ngettext ("%'d can be closed now", "%'d can be closed now", (gulong) closable), closable);
  return g_strdup (_ ("A client is closed when everybody has an end state and Product 500 is gone"));
}

void
ovs_closing_card_show (OvsClosingCard *self, const OvsClosingSums *sums, gboolean begun)
{
  gboolean done = sums->closed == sums->clients;
  OvsSign sign = done ? OVS_SIGN_DONE : sums->closable > 0 ? OVS_SIGN_INFO : OVS_SIGN_WAITING;
  g_autofree char *title = g_strdup_printf (ngettext ("%'d of %'d client closed", "%'d of %'d clients closed", (gulong) sums->clients), (int) sums->closed,
                                            (int) sums->clients);
  g_autofree char *next = say_next (sums);

  gtk_widget_set_visible (GTK_WIDGET (self), sums->clients > 0 && (begun || sums->closed > 0));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, next);
  gtk_image_set_from_icon_name (self->sign, ovs_sign_get_icon (sign));
  for (int other = 0; other <= OVS_SIGN_DAY; other++)
    if (ovs_sign_get_class (other) != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->sign), ovs_sign_get_class (other));
  if (ovs_sign_get_class (sign) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), ovs_sign_get_class (sign));
  ovs_accessible_set_label (self->row, title);
}

static void
ovs_closing_card_class_init (OvsClosingCardClass *klass)
{
}

static void
ovs_closing_card_init (OvsClosingCard *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Close clients…"));
  GtkWidget *row = adw_action_row_new ();

  self->row = ADW_ACTION_ROW (row);
  self->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-closing");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (self->row, GTK_WIDGET (self->sign));
  adw_action_row_add_suffix (self->row, button);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ovs_accessible_set_label (list, _ ("Close clients"));
  adw_bin_set_child (ADW_BIN (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_closing_card_new (void)
{
  return g_object_new (OVS_TYPE_CLOSING_CARD, NULL);
}
