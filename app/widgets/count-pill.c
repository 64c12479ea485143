/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/count-pill.h"

struct _OvsCountPill
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (OvsCountPill, ovs_count_pill, GTK_TYPE_WIDGET)

static void
ovs_count_pill_dispose (GObject *object)
{
  OvsCountPill *self = OVS_COUNT_PILL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  G_OBJECT_CLASS (ovs_count_pill_parent_class)->dispose (object);
}

static void
ovs_count_pill_class_init (OvsCountPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_count_pill_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "countpill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ovs_count_pill_init (OvsCountPill *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 4);
}

GtkWidget *
ovs_count_pill_new (void)
{
  return g_object_new (OVS_TYPE_COUNT_PILL, NULL);
}

void
ovs_count_pill_set (OvsCountPill *self, OvsSign sign, gint64 count)
{
  gboolean loud = sign == OVS_SIGN_STOPPER || sign == OVS_SIGN_WARNING;
  const char *classes[] = { loud ? ovs_sign_get_class (sign) : NULL, NULL };
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, count);

  gtk_label_set_text (GTK_LABEL (self->number), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), loud ? ovs_sign_get_icon (sign) : NULL);
  gtk_widget_set_visible (self->icon, loud);
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}
