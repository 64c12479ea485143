/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/accessible.h"

void
ovs_accessible_init (void)
{
  g_autoptr (GTypeClass) image = g_type_class_ref (GTK_TYPE_IMAGE);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (image), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

void
ovs_accessible_set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ovs_accessible_name_menu (GtkWidget *menu_button, const char *label)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button));

  ovs_accessible_set_label (menu_button, label);
  ovs_accessible_set_label (gtk_widget_get_first_child (menu_button), label);
  if (popover != NULL)
    ovs_accessible_set_label (popover, label);
}

void
ovs_accessible_name_below (GtkWidget *top, GType type, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        ovs_accessible_set_label (child, label);
      ovs_accessible_name_below (child, type, label);
    }
}
