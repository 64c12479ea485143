/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/show-person.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

#define ACTION "win.show-person"

static void
on_activated (GtkWidget *table, gint64 employee)
{
  gtk_widget_activate_action (table, ACTION, "x", employee);
}

void
ovs_show_person_from (OvsTable *table)
{
  g_signal_connect (table, "activated", G_CALLBACK (on_activated), NULL);
}

GtkWidget *
ovs_show_person_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("avatar-default-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Everything about this person (Enter)"));
  ovs_accessible_set_label (button, _ ("Everything about this person"));
  return button;
}

void
ovs_show_person_button_set (GtkWidget *button, gint64 employee)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", employee);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), employee != 0 ? ACTION : NULL);
}
