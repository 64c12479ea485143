/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dialog.h"

#include "widgets/accessible.h"

static GtkWidget *
find_squeezer (GtkWidget *widget)
{
  if (ADW_IS_SQUEEZER (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_squeezer (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
present_shown_only (AdwSqueezer *squeezer)
{
  GtkWidget *shown = adw_squeezer_get_visible_child (squeezer);

  for (GtkWidget *set = gtk_widget_get_first_child (GTK_WIDGET (squeezer)); set != NULL; set = gtk_widget_get_next_sibling (set))
    gtk_accessible_update_state (GTK_ACCESSIBLE (set), GTK_ACCESSIBLE_STATE_HIDDEN, set != shown, -1);
}

void
ovs_dialog_present (AdwMessageDialog *dialog)
{
  GtkWidget *squeezer = find_squeezer (GTK_WIDGET (dialog));

  if (squeezer != NULL)
    {
      g_signal_connect (squeezer, "notify::visible-child", G_CALLBACK (present_shown_only), NULL);
      present_shown_only (ADW_SQUEEZER (squeezer));
    }
  ovs_accessible_say_once (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
