/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "conversion/connect.h"
#include "widgets/choice-list.h"
#include "widgets/dialog.h"
#include "window/opening.h"

/* The practice Loket of the window: how it begins, how it is begun again, and how it ends. */

#define SEPTEMBER "2026-09-01"
#define TODAY "vandaag"

/* --- it begins, with an office --- */

static void
give_up (OvsWindow *self, const char *sentence)
{
  ovs_window_end_practice (self);
  ovs_window_set_waiting (self, NULL);
  ovs_window_tell_error (self, sentence);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  OvsDossier *dossier = OVS_DOSSIER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsConnection) connection = ovs_connect_finish (dossier, result, &error);

  if (self->closed)
    return;
  if (connection == NULL)
    {
      give_up (self, error->message);
      return;
    }
  ovs_window_set_waiting (self, NULL);
  ovs_window_show_dossier (self, dossier, NULL);
}

static void
on_practice_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autofree char *locked = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_opening_finish (result, &locked, &error);

  if (self->closed)
    return;
  if (dossier == NULL)
    give_up (self, error->message);
  else if (self->practice_lost)
    give_up (self, _ ("The practice Loket has stopped. Try again."));
  else
    ovs_connect_async (dossier, ovs_practice_child_get_url (self->practice), NULL, on_connected, g_object_ref (self));
}

static void
on_practice_lost (OvsPracticeChild *practice, OvsWindow *self)
{
  self->practice_lost = TRUE;
  ovs_window_show_practice (self);
}

static void
keep (OvsWindow *self, OvsPracticeChild *practice)
{
  g_set_object (&self->practice, practice);
  self->practice_lost = FALSE;
  g_signal_connect_object (practice, "lost", G_CALLBACK (on_practice_lost), self, 0);
}

static void
on_practice_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPracticeChild) practice = ovs_practice_child_start_finish (result, &error);
  g_autofree char *path = NULL;

  if (self->closed)
    return;
  if (practice == NULL)
    {
      give_up (self, error->message);
      return;
    }
  keep (self, practice);
  path = g_build_filename (self->practice_folder, "oefenen.overstap", NULL);
  ovs_opening_async (path, OVS_OPENING_PRACTICE, _ ("Practice office"), NULL, on_practice_read, g_object_ref (self));
}

static void
start_practice (OvsWindow *self, const char *start)
{
  if (self->practice != NULL || self->practice_folder != NULL)
    return;
  self->practice_folder = g_dir_make_tmp ("overstap-oefenen-XXXXXX", NULL);
  if (self->practice_folder == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("There is no room to practise. Overstap makes the invented office in the folder %s, and cannot write there. See to that, and try again."),
          g_get_tmp_dir ());
      ovs_window_tell_error (self, sentence);
      return;
    }
  ovs_window_set_waiting (self, _ ("An invented office is being made…"));
  ovs_practice_child_start_async (self->practice_folder, start, NULL, NULL, on_practice_started, g_object_ref (self));
}

static void
on_start_chosen (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  GtkWidget *choices = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "go"))
    start_practice (self, ovs_choice_list_get_chosen (choices) == 0 ? TODAY : SEPTEMBER);
}

static GtkWidget *
make_start_choices (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_today (clock));
  g_autofree char *today = g_strdup_printf (_ ("From today, %s"), day);
  const char *choices[] = { today, _ ("In September 2026"), NULL };
  GtkWidget *list = ovs_choice_list_new (_ ("When do you want to practise?"), choices);

  ovs_choice_list_describe (list, 0, _ ("Practise as it goes now. For most people the right choice."));
  ovs_choice_list_describe (list, 1, _ ("See what happens on 1 October 2026: whoever left employment in 2025 then loses Werknemerloket."));
  return list;
}

/* The rule of 1 October 2026 can be seen by whoever begins before it. */
static void
practise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  AdwMessageDialog *dialog;

  if (self->practice != NULL || self->practice_folder != NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("When do you want to practise?"),
      _ ("The invented office and the practice Loket begin on that day. Later you can move time forward, not back.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Begin"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, make_start_choices ());
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_start_chosen), self, 0);
  ovs_dialog_present (dialog);
}

/* --- it stopped, and is begun again on what it kept --- */

static void
on_connected_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsConnection) connection = ovs_connect_finish (OVS_DOSSIER (source), result, &error);

  if (self->closed)
    return;
  ovs_workspace_set_busy (ovs_frame_get_workspace (self->frame), FALSE);
  if (connection == NULL)
    ovs_window_tell_error (self, error->message);
  else
    ovs_window_read_back (self, _ ("The practice Loket works again, and everything in it is as it was."));
}

static void
on_restarted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPracticeChild) practice = ovs_practice_child_start_finish (result, &error);
  OvsWorkspace *workspace = self->closed ? NULL : ovs_frame_get_workspace (self->frame);

  if (workspace == NULL)
    return;
  if (practice == NULL)
    {
      ovs_workspace_set_busy (workspace, FALSE);
      ovs_window_tell_error (self, error->message);
      return;
    }
  keep (self, practice);
  /* Trouble on order is forgotten with the process that it was ordered from. */
  g_clear_pointer (&self->trouble, g_free);
  ovs_window_show_practice (self);
  ovs_connect_async (ovs_workspace_get_dossier (workspace), ovs_practice_child_get_url (practice), NULL, on_connected_again, g_object_ref (self));
}

static void
restart_practice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;

  if (workspace == NULL || !self->practice_lost || self->practice_folder == NULL || ovs_workspace_get_busy (workspace))
    return;
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_practice_child_start_async (self->practice_folder, TODAY, self->practice, NULL, on_restarted, g_object_ref (self));
}

/* --- it ends --- */

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

void
ovs_window_end_practice (OvsWindow *self)
{
  if (self->practice != NULL)
    ovs_practice_child_end (self->practice);
  g_clear_object (&self->practice);
  self->practice_lost = FALSE;
  remove_folder (self);
}

void
ovs_window_install_practice (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.practise", NULL, practise);
  gtk_widget_class_install_action (klass, "win.restart-practice", NULL, restart_practice);
}
