/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "conversion/connect.h"
#include "widgets/choice-list.h"
#include "widgets/dialog.h"
#include "window/opening.h"

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  OvsDossier *dossier = OVS_DOSSIER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsConnection) connection = ovs_connect_finish (dossier, result, &error);

  ovs_window_set_waiting (self, NULL);
  if (connection != NULL)
    ovs_window_show_dossier (self, dossier, NULL);
  else
    ovs_window_tell_error (self, error->message);
}

static void
on_practice_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autofree char *locked = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_opening_finish (result, &locked, &error);

  if (dossier == NULL)
    {
      ovs_window_set_waiting (self, NULL);
      ovs_window_tell_error (self, error->message);
      return;
    }
  ovs_connect_async (dossier, ovs_practice_child_get_url (self->practice), NULL, on_connected, g_object_ref (self));
}

static void
on_practice_lost (OvsPracticeChild *practice, OvsWindow *self)
{
  self->trouble = FALSE;
  if (self->frame != NULL)
    ovs_frame_set_notice (self->frame, _ ("The practice Loket has stopped. Nothing is lost: close this window and practise again."), NULL, NULL);
}

static void
on_practice_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->practice = ovs_practice_child_start_finish (result, &error);
  if (self->practice == NULL)
    {
      ovs_window_set_waiting (self, NULL);
      ovs_window_tell_error (self, error->message);
      return;
    }
  g_signal_connect_object (self->practice, "lost", G_CALLBACK (on_practice_lost), self, 0);
  path = g_build_filename (self->practice_folder, "oefenen.overstap", NULL);
  ovs_opening_async (path, OVS_OPENING_PRACTICE, _ ("Practice office"), NULL, on_practice_read, g_object_ref (self));
}

static void
start_practice (OvsWindow *self, const char *start)
{
  g_autoptr (GError) error = NULL;

  if (self->practice != NULL || self->practice_folder != NULL)
    return;
  self->practice_folder = g_dir_make_tmp ("overstap-oefenen-XXXXXX", &error);
  if (self->practice_folder == NULL)
    {
      ovs_window_tell_error (self, error->message);
      return;
    }
  ovs_window_set_waiting (self, _ ("An invented office is being made…"));
  ovs_practice_child_start_async (self->practice_folder, start, NULL, on_practice_started, g_object_ref (self));
}

static void
on_start_chosen (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  GtkWidget *choices = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "go"))
    start_practice (self, ovs_choice_list_get_chosen (choices) == 0 ? "vandaag" : "2026-09-01");
}

/* The rule of 1 October 2026 can be seen by whoever begins before it. */
static void
practise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  const char *choices[] = { _ ("From today"), _ ("In September 2026, before the rule of 1 October"), NULL };
  AdwMessageDialog *dialog;

  if (self->practice != NULL || self->practice_folder != NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("When do you want to practise?"),
      _ ("The invented office and the practice Loket begin on that day. Time can be moved forward later.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Begin"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, ovs_choice_list_new (_ ("When do you want to practise?"), choices));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_start_chosen), self, 0);
  ovs_dialog_present (dialog);
}

static void
remove_folder (OvsWindow *self)
{
  g_autoptr (GDir) folder = self->practice_folder != NULL ? g_dir_open (self->practice_folder, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->practice_folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_file_delete (file, NULL, NULL);
    }
  if (self->practice_folder != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (self->practice_folder);
      g_file_delete (file, NULL, NULL);
    }
  g_clear_pointer (&self->practice_folder, g_free);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsWindow *self = OVS_WINDOW (source);
  g_autofree char *uri = user_data;
  g_autofree char *sentence = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (self), result, NULL))
    return;
  sentence = g_strdup_printf (_ ("No browser could be opened here. Open a browser yourself, and go to %s."), uri);
  ovs_window_tell_error (self, sentence);
}

/* A page of the practice Loket, by its path, in the browser. */
static void
show_practice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  char *uri;

  if (self->practice == NULL)
    return;
  uri = g_strconcat (ovs_practice_child_get_url (self->practice), g_variant_get_string (parameter, NULL), NULL);
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, on_shown, uri);
}

void
ovs_window_end_practice (OvsWindow *self)
{
  g_clear_object (&self->practice);
  remove_folder (self);
}

void
ovs_window_install_practice (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.practise", NULL, practise);
  gtk_widget_class_install_action (klass, "win.show-practice", "s", show_practice);
}
