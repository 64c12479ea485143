/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "widgets/last-folder.h"
#include "window/new-dossier.h"
#include "window/opening.h"
#include "window/preferences.h"

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autofree char *locked = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_opening_finish (result, &locked, &error);

  ovs_window_set_waiting (self, NULL);
  if (dossier != NULL)
    {
      g_autofree char *news = g_steal_pointer (&self->opened_news);

      ovs_window_show_dossier (self, dossier, locked);
      if (news != NULL)
        ovs_frame_tell (self->frame, news, FALSE);
      return;
    }
  g_clear_pointer (&self->path, g_free);
  ovs_window_tell_error (self, error->message);
}

/* By the file, not by how its name was written. */
static char *
real_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *resolved = realpath (absolute, NULL);
  char *copy = g_strdup (resolved != NULL ? resolved : absolute);

  free (resolved);
  return copy;
}

static OvsWindow *
window_of (GtkApplication *application, const char *path)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (OVS_IS_WINDOW (item->data) && g_strcmp0 (OVS_WINDOW (item->data)->path, path) == 0)
      return item->data;
  return NULL;
}

static gboolean
is_empty (OvsWindow *window)
{
  return window->frame == NULL && window->path == NULL && window->practice_folder == NULL;
}

static OvsWindow *
empty_window (GtkApplication *application, OvsWindow *from)
{
  if (from != NULL && is_empty (from))
    return from;
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (OVS_IS_WINDOW (item->data) && is_empty (item->data))
      return item->data;
  return OVS_WINDOW (ovs_window_new (application));
}

static void
open_how (GtkApplication *application, OvsWindow *from, OvsOpening how, const char *path, const char *firm, const char *domain)
{
  g_autofree char *real = real_path (path);
  OvsWindow *window = window_of (application, real);

  if (window == NULL)
    {
      window = empty_window (application, from);
      window->path = g_strdup (real);
      ovs_window_set_waiting (window, how == OVS_OPENING_NEW ? _ ("The dossier is being made…") : _ ("Opening the dossier…"));
      ovs_opening_async (real, how, firm, domain, on_opened, g_object_ref (window));
    }
  gtk_window_present (GTK_WINDOW (window));
}

void
ovs_window_reopen (OvsWindow *self)
{
  ovs_window_set_waiting (self, _ ("Opening the dossier…"));
  ovs_opening_async (self->path, OVS_OPENING_OPEN, NULL, NULL, on_opened, g_object_ref (self));
}

void
ovs_window_open (GtkApplication *application, OvsWindow *from, const char *path)
{
  open_how (application, from, OVS_OPENING_OPEN, path, NULL, NULL);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, OvsWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL)
    ovs_last_folder_remember (file);
  g_clear_object (&self->chooser);
  if (path != NULL)
    ovs_window_open (gtk_window_get_application (GTK_WINDOW (self)), self, path);
}

static void
open_dossier (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Open a dossier"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));
  ovs_new_dossier_add_filter (GTK_FILE_CHOOSER (self->chooser));
  ovs_last_folder_restore (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_new_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autofree char *firm = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *path = ovs_new_dossier_finish (result, &firm, &domain);

  if (path != NULL)
    open_how (gtk_window_get_application (GTK_WINDOW (self)), self, OVS_OPENING_NEW, path, firm, domain);
}

static void
new_dossier (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_new_dossier_async (GTK_WINDOW (widget), on_new_asked, g_object_ref (widget));
}

static void
open_path (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_window_open (gtk_window_get_application (GTK_WINDOW (widget)), OVS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  GtkWidget *preferences = ovs_preferences_new (self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (preferences));
}

void
ovs_window_install_opening (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, open_dossier);
  gtk_widget_class_install_action (klass, "win.new", NULL, new_dossier);
  gtk_widget_class_install_action (klass, "win.open-path", "s", open_path);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, show_preferences);
}
