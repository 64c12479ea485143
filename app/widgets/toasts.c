/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/toasts.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

#define HIGH "high"

static void
name_cross (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    ovs_accessible_set_label (widget, _ ("Close message"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_cross (child);
}

static void
on_children (GListModel *children, guint position, guint removed, guint added, GtkWidget *toasts)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (toasts)))
        {
          name_cross (child);
          if (g_object_get_data (G_OBJECT (toasts), HIGH) != NULL)
            gtk_widget_add_css_class (child, HIGH);
          ovs_accessible_say_once (child);
        }
    }
}

void
ovs_toasts_set_high (GtkWidget *self, gboolean high)
{
  g_object_set_data (G_OBJECT (self), HIGH, high ? GINT_TO_POINTER (1) : NULL);
}

GtkWidget *
ovs_toasts_new (void)
{
  GtkWidget *self = adw_toast_overlay_new ();
  GListModel *children = gtk_widget_observe_children (self);

  g_signal_connect (children, "items-changed", G_CALLBACK (on_children), self);
  g_object_set_data_full (G_OBJECT (self), "observed-children", children, g_object_unref);
  return self;
}
