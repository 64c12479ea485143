/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/notice.h"

GtkWidget *
ovs_notice_new (void)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (notice), label);
  gtk_box_append (GTK_BOX (notice), button);
  gtk_widget_add_css_class (notice, "card");
  gtk_widget_add_css_class (notice, "notice-bar");
  gtk_widget_set_visible (notice, FALSE);
  return notice;
}

void
ovs_notice_show (GtkWidget *notice, const char *text, const char *verb, const char *action)
{
  GtkWidget *label = gtk_widget_get_first_child (notice);
  GtkWidget *button = gtk_widget_get_next_sibling (label);

  gtk_widget_set_visible (notice, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_button_set_label (GTK_BUTTON (button), verb);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}
