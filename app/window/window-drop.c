/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

static void
take_file (OvsWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    ovs_window_tell_error (self, _ ("This file is not on this computer. Copy it to a folder of your own first."));
  else if (g_str_has_suffix (path, ".overstap"))
    ovs_window_open (gtk_window_get_application (GTK_WINDOW (self)), self, path);
  else if (self->frame == NULL)
    ovs_window_tell_error (self, _ ("A dossier comes first: make a new one or open one, then drop the file again."));
  else if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", path))
    ovs_window_tell_error (self, _ ("This file cannot be read in here."));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, OvsWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  take_file (self, files->data);
  return TRUE;
}

static void
show_drop (GtkDropTarget *target, GParamSpec *spec, GtkWidget *here)
{
  gtk_widget_set_visible (here, gtk_drop_target_get_current_drop (target) != NULL);
}

void
ovs_window_accept_drops (OvsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *here = gtk_label_new (_ ("Drop the file here"));

  gtk_widget_add_css_class (here, "drop-here");
  gtk_widget_set_can_target (here, FALSE);
  gtk_widget_set_visible (here, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->layers), here);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (show_drop), here, 0);
  gtk_widget_add_controller (self->layers, GTK_EVENT_CONTROLLER (target));
}
