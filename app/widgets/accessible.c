/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/accessible.h"

#include <adwaita.h>

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
  /* It is labelled by its title too, and would say both. */
  if (ADW_IS_ACTION_ROW (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

void
ovs_accessible_name_menu (GtkWidget *menu_button, const char *label)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button));
  GtkWidget *toggle = gtk_widget_get_first_child (menu_button);

  ovs_accessible_set_label (menu_button, label);
  ovs_accessible_set_label (toggle, label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
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

void
ovs_accessible_say_once (GtkWidget *top)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_button_get_label (GTK_BUTTON (child)) != NULL)
        gtk_accessible_reset_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      ovs_accessible_say_once (child);
    }
}

static void
name_part (GtkWidget *part, const char *label)
{
  if (GTK_IS_BUTTON (part))
    {
      GtkWidget *child = gtk_button_get_child (GTK_BUTTON (part));
      const char *tip = gtk_widget_get_tooltip_text (part);

      if (gtk_button_get_label (GTK_BUTTON (part)) == NULL)
        ovs_accessible_set_label (part, tip != NULL ? tip : GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : label);
    }
  else if (GTK_IS_MENU_BUTTON (part))
    ovs_accessible_name_menu (part, label);
  else if (GTK_IS_LIST_BOX (part) || GTK_IS_TEXT_VIEW (part) || GTK_IS_SEARCH_ENTRY (part))
    ovs_accessible_set_label (part, label);
}

void
ovs_accessible_name_parts (GtkWidget *top, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      /* GTK names the buttons of a window itself. */
      if (GTK_IS_WINDOW_CONTROLS (child))
        continue;
      name_part (child, label);
      ovs_accessible_name_parts (child, label);
    }
}
