/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window.h"

#include <glib/gi18n.h>

#include "conversion/connect.h"
#include "conversion/track.h"
#include "widgets/confirm.h"
#include "widgets/last-folder.h"
#include "widgets/settings.h"
#include "window/frame.h"
#include "window/opening.h"
#include "window/practice-child.h"
#include "window/start-page.h"

struct _OvsWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *start;
  OvsFrame *frame;              /* (unowned) (nullable) the content once a dossier is open */
  OvsPracticeChild *practice;   /* (owned) (nullable) */
  char *practice_folder;        /* (nullable) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  gboolean closing;             /* the user said so */
};

G_DEFINE_FINAL_TYPE (OvsWindow, ovs_window, ADW_TYPE_APPLICATION_WINDOW)

static void
tell_error (OvsWindow *self, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("That did not work"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_dossier (OvsWindow *self, OvsDossier *dossier, const char *locked)
{
  g_autoptr (OvsWorkspace) workspace = ovs_workspace_new (dossier, locked != NULL);
  g_autofree char *uri = g_filename_to_uri (ovs_dossier_get_path (dossier), NULL, NULL);

  self->frame = OVS_FRAME (ovs_frame_new (workspace));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->frame));
  ovs_frame_set_notice (self->frame, locked);
  ovs_frame_set_practice (self->frame, self->practice != NULL);
  if (uri != NULL && self->practice == NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autofree char *locked = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_opening_finish (result, &locked, &error);

  ovs_start_page_set_busy (OVS_START_PAGE (self->start), NULL);
  if (dossier != NULL)
    show_dossier (self, dossier, locked);
  else
    tell_error (self, error->message);
}

static void
open_how (OvsWindow *self, const char *path, OvsOpening how)
{
  ovs_start_page_set_busy (OVS_START_PAGE (self->start), _ ("Opening the dossier…"));
  ovs_opening_async (path, how, on_opened, g_object_ref (self));
}

void
ovs_window_open (OvsWindow *self, const char *path)
{
  open_how (self, path, OVS_OPENING_OPEN);
}

gboolean
ovs_window_has_dossier (OvsWindow *self)
{
  return self->frame != NULL;
}

/* --- practising --- */

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  OvsDossier *dossier = OVS_DOSSIER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsConnection) connection = ovs_connect_finish (dossier, result, &error);

  ovs_start_page_set_busy (OVS_START_PAGE (self->start), NULL);
  if (connection != NULL)
    show_dossier (self, dossier, NULL);
  else
    tell_error (self, error->message);
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
      ovs_start_page_set_busy (OVS_START_PAGE (self->start), NULL);
      tell_error (self, error->message);
      return;
    }
  ovs_connect_async (dossier, ovs_practice_child_get_url (self->practice), NULL, on_connected, g_object_ref (self));
}

static void
on_practice_lost (OvsPracticeChild *practice, OvsWindow *self)
{
  if (self->frame != NULL)
    ovs_frame_set_notice (self->frame, _ ("The practice Loket has stopped. Nothing is lost: close this window and practise again."));
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
      ovs_start_page_set_busy (OVS_START_PAGE (self->start), NULL);
      tell_error (self, error->message);
      return;
    }
  g_signal_connect_object (self->practice, "lost", G_CALLBACK (on_practice_lost), self, 0);
  path = g_build_filename (self->practice_folder, "oefenen.overstap", NULL);
  ovs_opening_async (path, OVS_OPENING_PRACTICE, on_practice_read, g_object_ref (self));
}

static void
practise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->practice != NULL || self->practice_folder != NULL)
    return;
  self->practice_folder = g_dir_make_tmp ("overstap-oefenen-XXXXXX", &error);
  if (self->practice_folder == NULL)
    {
      tell_error (self, error->message);
      return;
    }
  ovs_start_page_set_busy (OVS_START_PAGE (self->start), _ ("An invented office is being made…"));
  ovs_practice_child_start_async (self->practice_folder, NULL, on_practice_started, g_object_ref (self));
}

static void
remove_practice_folder (OvsWindow *self)
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
on_tracked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  ovs_workspace_set_busy (ovs_frame_get_workspace (self->frame), FALSE);
  if (ovs_track_finish (OVS_DOSSIER (source), result, &error) == 0)
    tell_error (self, error->message);
  else
    ovs_frame_tell (self->frame, _ ("Read back from Loket."), FALSE);
  ovs_workspace_refresh (ovs_frame_get_workspace (self->frame));
}

static void
refresh (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;

  if (workspace == NULL || ovs_workspace_get_busy (workspace))
    return;
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_track_async (ovs_workspace_get_dossier (workspace), NULL, on_tracked, g_object_ref (self));
}

static void
on_posted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_practice_child_post_finish (OVS_PRACTICE_CHILD (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
  else
    tell_error (self, error->message);
}

static void
advance_clock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  g_autofree char *body = g_strdup_printf ("{\"advanceDays\": %d}", g_variant_get_int32 (parameter));

  if (self->practice != NULL)
    ovs_practice_child_post_async (self->practice, "/practice/clock", body, on_posted, g_object_ref (self));
}

static void
activate_employees (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->practice != NULL)
    ovs_practice_child_post_async (self->practice, "/practice/activate", "{\"share\": 0.6, \"seed\": 1}", on_posted, g_object_ref (self));
}

/* --- opening and making --- */

static GtkFileFilter *
dossier_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Dossiers"));
  gtk_file_filter_add_pattern (filter, "*.overstap");
  return filter;
}

static void
on_chosen (GtkNativeDialog *dialog, int response, OvsWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  gboolean fresh = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  OvsWindow *target = self;

  if (file != NULL)
    ovs_last_folder_remember (file);
  g_clear_object (&self->chooser);
  if (path == NULL)
    return;
  if (self->frame != NULL)
    {
      target = OVS_WINDOW (ovs_window_new (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (target));
    }
  open_how (target, path, fresh ? OVS_OPENING_NEW : OVS_OPENING_OPEN);
}

static void
choose (OvsWindow *self, GtkFileChooserAction action, const char *title, const char *verb)
{
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, verb, _ ("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), dossier_filter ());
  ovs_last_folder_restore (GTK_FILE_CHOOSER (self->chooser));
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "kantoor.overstap");
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_dossier (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (OVS_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a dossier"), _ ("Open"));
}

static void
new_dossier (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (OVS_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("New dossier"), _ ("Make it"));
}

static void
open_path (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_window_open (OVS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* --- what pages ask for --- */

static void
show_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_frame_show_step (self->frame, g_variant_get_string (parameter, NULL));
}

static void
show_stranded (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  ovs_frame_show_step (self->frame, "track");
  ovs_frame_activate (self->frame, "track.show-stranded");
}

/* What ended while nobody was looking. */
static void
notify (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  g_autoptr (GNotification) notification = NULL;
  const char *title;
  const char *body;

  if (application == NULL || gtk_window_is_active (GTK_WINDOW (widget)))
    return;
  g_variant_get (parameter, "(&s&s)", &title, &body);
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_application_send_notification (G_APPLICATION (application), "ended", notification);
}

static void
tell (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  const char *text;
  gboolean undoable;

  g_variant_get (parameter, "(&sb)", &text, &undoable);
  if (self->frame != NULL)
    ovs_frame_tell (self->frame, text, undoable);
}

static void
tell_error_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tell_error (OVS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *operation = ovs_workspace_undo_finish (OVS_WORKSPACE (source), result, &error);

  ovs_frame_tell (self->frame, operation != NULL ? _ ("The last step was taken back.") : error->message, FALSE);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_workspace_undo_async (ovs_frame_get_workspace (self->frame), on_undone, g_object_ref (self));
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (OVS_WINDOW (widget)->frame != NULL)
    ovs_frame_search (OVS_WINDOW (widget)->frame);
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (OVS_WINDOW (widget)->frame != NULL)
    ovs_frame_clear_search (OVS_WINDOW (widget)->frame);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (OVS_WINDOW (widget)->frame != NULL)
    ovs_frame_back (OVS_WINDOW (widget)->frame);
}

/* --- the window itself --- */

static void
remember_size (GtkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  ovs_user_settings_set ("window-maximized", g_variant_new_boolean (gtk_window_is_maximized (window)));
  if (width < 1 || height < 1)
    return;
  ovs_user_settings_set ("window-width", g_variant_new_int32 (width));
  ovs_user_settings_set ("window-height", g_variant_new_int32 (height));
}

static void
restore_size (GtkWindow *window)
{
  g_autoptr (GVariant) width = ovs_user_settings_get ("window-width");
  g_autoptr (GVariant) height = ovs_user_settings_get ("window-height");
  g_autoptr (GVariant) maximized = ovs_user_settings_get ("window-maximized");

  gtk_window_set_default_size (window, width != NULL ? g_variant_get_int32 (width) : 1280, height != NULL ? g_variant_get_int32 (height) : 800);
  if (maximized != NULL && g_variant_get_boolean (maximized))
    gtk_window_maximize (window);
}

static void
on_close_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsWindow *self = OVS_WINDOW (source);

  self->closing = ovs_confirm_finish (result);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
ovs_window_close_request (GtkWindow *window)
{
  OvsWindow *self = OVS_WINDOW (window);

  if (self->closing || self->frame == NULL || !ovs_workspace_get_busy (ovs_frame_get_workspace (self->frame)))
    {
      remember_size (window);
      return GTK_WINDOW_CLASS (ovs_window_parent_class)->close_request (window);
    }
  ovs_confirm_async (window, _ ("Close while Overstap is busy with Loket?"),
                     _ ("What was sent stays sent. The dossier remembers where it was and goes on the next time."), _ ("Close anyway"), 0,
                     on_close_answer, NULL);
  return TRUE;
}

static void
ovs_window_dispose (GObject *object)
{
  OvsWindow *self = OVS_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->practice);
  G_OBJECT_CLASS (ovs_window_parent_class)->dispose (object);
  remove_practice_folder (self);
}

static void
ovs_window_class_init (OvsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ovs_window_close_request;
  gtk_widget_class_install_action (widget_class, "win.practise", NULL, practise);
  gtk_widget_class_install_action (widget_class, "win.advance-clock", "i", advance_clock);
  gtk_widget_class_install_action (widget_class, "win.activate-employees", NULL, activate_employees);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_dossier);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_dossier);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path);
  gtk_widget_class_install_action (widget_class, "win.step", "s", show_step);
  gtk_widget_class_install_action (widget_class, "win.show-stranded", NULL, show_stranded);
  gtk_widget_class_install_action (widget_class, "win.notify", "(ss)", notify);
  gtk_widget_class_install_action (widget_class, "win.tell", "(sb)", tell);
  gtk_widget_class_install_action (widget_class, "win.tell-error", "s", tell_error_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back);
}

static void
ovs_window_init (OvsWindow *self)
{
  self->start = ovs_start_page_new ();
  restore_size (GTK_WINDOW (self));
  gtk_window_set_title (GTK_WINDOW (self), "Overstap");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->start);
}

GtkWidget *
ovs_window_new (GtkApplication *application)
{
  return g_object_new (OVS_TYPE_WINDOW, "application", application, NULL);
}
