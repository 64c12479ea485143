/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/choice-list.h"

#include <adwaita.h>

#include "widgets/accessible.h"

#define CHOICES "ovs-choices"

GtkWidget *
ovs_choice_list_new (const char *name, const char *const *choices)
{
  GtkWidget *list = gtk_list_box_new ();
  GPtrArray *buttons = g_ptr_array_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, name);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new_with_label (choices[i]);

      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), buttons->pdata[0]);
      gtk_widget_set_hexpand (button, TRUE);
      g_ptr_array_add (buttons, button);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      ovs_accessible_set_label (row, choices[i]);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_check_button_set_active (buttons->pdata[0], TRUE);
  g_object_set_data_full (G_OBJECT (list), CHOICES, buttons, (GDestroyNotify) g_ptr_array_unref);
  return list;
}

void
ovs_choice_list_describe (GtkWidget *list, guint place, const char *text)
{
  GPtrArray *buttons = g_object_get_data (G_OBJECT (list), CHOICES);
  GtkCheckButton *button = buttons->pdata[place];
  g_autofree char *name = g_strdup (gtk_check_button_get_label (button));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *caption = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 44);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "soft");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (button, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

guint
ovs_choice_list_get_chosen (GtkWidget *list)
{
  GPtrArray *buttons = g_object_get_data (G_OBJECT (list), CHOICES);

  /* Between two choices none is chosen for a moment. */
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_check_button_get_active (buttons->pdata[i]))
      return i;
  return 0;
}

void
ovs_choice_list_watch (GtkWidget *list, GCallback changed, gpointer data)
{
  GPtrArray *buttons = g_object_get_data (G_OBJECT (list), CHOICES);

  for (guint i = 0; i < buttons->len; i++)
    g_signal_connect_object (buttons->pdata[i], "toggled", changed, data, G_CONNECT_SWAPPED);
}
