/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/page-window.h"

#include <adwaita.h>

#define WIDTH 620

GtkWindow *
ovs_page_window_new (GtkWidget *parent, const char *title, GtkWidget *page, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "destroy-with-parent", TRUE, "transient-for",
                                    gtk_widget_get_root (parent), "default-width", WIDTH, "default-height", height, NULL);

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return GTK_WINDOW (window);
}
