/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/number-row.h"

struct _OvsNumberRow
{
  AdwActionRow parent_instance;

  GtkWidget *number;
  GtkWidget *sign;
  GtkWidget *arrow;
  gboolean opens;
};

G_DEFINE_FINAL_TYPE (OvsNumberRow, ovs_number_row, ADW_TYPE_ACTION_ROW)

static void
ovs_number_row_class_init (OvsNumberRowClass *klass)
{
}

static void
ovs_number_row_init (OvsNumberRow *self)
{
  self->opens = TRUE;
  self->number = gtk_label_new ("0");
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 5);
  gtk_widget_add_css_class (self->number, "number-row");
  gtk_widget_add_css_class (self->number, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->number);

  self->sign = gtk_image_new ();
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->arrow);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* Its own label has the title; with this it would be said twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
ovs_number_row_new (const char *title)
{
  return g_object_new (OVS_TYPE_NUMBER_ROW, "title", title, NULL);
}

static void
show_sign (OvsNumberRow *self, OvsSign sign)
{
  const char *const none[] = { NULL };

  gtk_widget_set_visible (self->sign, sign != OVS_SIGN_NONE);
  gtk_widget_set_css_classes (self->sign, (const char **) none);
  if (sign == OVS_SIGN_NONE)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), ovs_sign_get_icon (sign));
  if (ovs_sign_get_class (sign) != NULL)
    gtk_widget_add_css_class (self->sign, ovs_sign_get_class (sign));
}

void
ovs_number_row_set (OvsNumberRow *self, gint64 number, const char *subtitle, OvsSign sign)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);
  g_autofree char *spoken = g_strdup_printf ("%s %s", text, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_label_set_text (GTK_LABEL (self->number), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  show_sign (self, sign);
  gtk_widget_set_visible (self->arrow, self->opens);
  gtk_widget_set_opacity (self->arrow, number > 0 ? 1 : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->opens && number > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle != NULL ? subtitle : "", -1);
}

void
ovs_number_row_set_opens (OvsNumberRow *self, gboolean opens)
{
  self->opens = opens;
}
