/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "conversion/connect.h"
#include "conversion/track.h"
#include "loket/loket-error.h"
#include "steps/inform/outbox-window.h"
#include "steps/inform/piece-editor.h"
#include "steps/inform/piece-list.h"
#include "steps/inform/print-piece.h"
#include "steps/inform/send-window.h"
#include "steps/person-window.h"
#include "steps/sign-in-dialog.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "window/loket-news.h"

/* What pages and menus ask of the window while a dossier is open. */

/* --- signing in --- */

static void
sign_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL && !ovs_workspace_get_busy (ovs_frame_get_workspace (self->frame)))
    ovs_sign_in_dialog_present (widget, ovs_frame_get_workspace (self->frame));
}

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_sign_out_finish (OVS_DOSSIER (source), result, &error))
    ovs_frame_tell (self->frame, _ ("Signed out of Loket. Nothing of the sign-in is kept any more."), FALSE);
  else
    ovs_window_tell_error (self, error->message);
}

static void
sign_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_sign_out_async (ovs_workspace_get_dossier (ovs_frame_get_workspace (self->frame)), NULL, on_signed_out, g_object_ref (self));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  if (g_str_equal (response, "sign-in"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.sign-in", NULL);
}

/* The sign-in ended in the middle of something: the way on is to sign in. */
static void
tell_signed_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget), _ ("Signed out of Loket"), g_variant_get_string (parameter, NULL));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Later"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "sign-in", _ ("Sign in again"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "sign-in", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "sign-in");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), widget, 0);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
tell_failure (OvsWindow *self, const GError *error)
{
  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-signed-out", "s", error->message);
  else
    ovs_window_tell_error (self, error->message);
}

static void
loket_news (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_loket_news_present (widget, ovs_frame_get_workspace (self->frame));
}

/* --- the rest --- */

static void
on_tracked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autofree char *news = g_steal_pointer (&self->news);
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_track_finish (OVS_DOSSIER (source), result, &error) > 0;

  ovs_workspace_set_busy (ovs_frame_get_workspace (self->frame), FALSE);
  self->read_back = self->read_back || read;
  if (read || news != NULL)
    ovs_frame_tell (self->frame, news != NULL ? news : _ ("Read back from Loket."), FALSE);
  if (!read)
    tell_failure (self, error);
  ovs_workspace_refresh (ovs_frame_get_workspace (self->frame));
}

void
ovs_window_read_back (OvsWindow *self, const char *news)
{
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;

  if (workspace == NULL)
    return;
  if (ovs_workspace_get_busy (workspace))
    {
      if (news != NULL)
        ovs_frame_tell (self->frame, news, FALSE);
      return;
    }
  g_free (self->news);
  self->news = g_strdup (news);
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_track_async (ovs_workspace_get_dossier (workspace), NULL, on_tracked, g_object_ref (self));
}

static void
refresh (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_window_read_back (OVS_WINDOW (widget), NULL);
}

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
  ovs_frame_activate (self->frame, "track.show-stranded", NULL);
}

static void
show_client (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  ovs_frame_show_step (self->frame, "select");
  ovs_frame_activate (self->frame, "select.show-client", parameter);
}

static void
new_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  ovs_frame_show_step (self->frame, "track");
  ovs_frame_activate (self->frame, "track.new-question", NULL);
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  ovs_frame_show_step (self->frame, "select");
  ovs_frame_activate (self->frame, "select.import", NULL);
}

static void
fetch (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  ovs_frame_show_step (self->frame, "select");
  ovs_frame_activate (self->frame, "select.fetch", NULL);
}

static void
import_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  ovs_frame_show_step (self->frame, "select");
  ovs_frame_activate (self->frame, "select.import-file", parameter);
}

/* What ended while nobody was looking. GLib warns where there is no bus to tell it over. */
static void
notify (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  g_autoptr (GNotification) notification = NULL;
  const char *title;
  const char *body;

  if (application == NULL || g_application_get_dbus_connection (G_APPLICATION (application)) == NULL || gtk_window_is_active (GTK_WINDOW (widget)))
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

/* The people of one client with one outcome: its code, and the client's name to search for. */
static void
show_people (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  const char *disposition;
  const char *client;

  if (self->frame == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &disposition, &client);
  ovs_frame_show_step (self->frame, "check");
  ovs_frame_activate (self->frame, "check.show-people", g_variant_new_string (disposition));
  ovs_frame_search_for (self->frame, client);
}

static void
show_person (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_person_window_show (GTK_WIDGET (self->frame), ovs_frame_get_workspace (self->frame), g_variant_get_int64 (parameter));
}

static void
tell_error_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_window_tell_error (OVS_WINDOW (widget), g_variant_get_string (parameter, NULL));
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

  if (self->frame != NULL && !ovs_workspace_take_back (ovs_frame_get_workspace (self->frame)))
    ovs_workspace_undo_async (ovs_frame_get_workspace (self->frame), on_undone, g_object_ref (self));
}

static void
show_outbox (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_outbox_window_show (GTK_WIDGET (self->frame), ovs_frame_get_workspace (self->frame), 0);
}

/* To the clients of the round that is looked at. */
static void
send_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  OvsPiece piece;

  if (self->frame != NULL && ovs_piece_from_code (g_variant_get_string (parameter, NULL), &piece))
    ovs_send_window_show (GTK_WIDGET (self->frame), ovs_frame_get_workspace (self->frame), piece, NULL);
}

/* For each client of the round that is looked at. */
static void
print_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  OvsPiece piece;

  if (self->frame != NULL && ovs_piece_from_code (g_variant_get_string (parameter, NULL), &piece))
    ovs_print_piece (GTK_WIDGET (self->frame), ovs_frame_get_workspace (self->frame), piece, NULL);
}

static void
edit_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  OvsPiece piece;

  if (self->frame != NULL && ovs_piece_from_code (g_variant_get_string (parameter, NULL), &piece))
    ovs_piece_editor_present (widget, ovs_frame_get_workspace (self->frame), piece, NULL);
}

static void
show_texts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_piece_list_present (widget, ovs_frame_get_workspace (self->frame));
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

/* Not the help overlay that GtkApplication finds by itself: that is made with each window, long before anybody asks for it. */
/* Its search and its menu are there only once it is shown. */
static void
name_shortcuts (GtkWidget *shortcuts)
{
  ovs_accessible_name_parts (shortcuts, _ ("Keyboard shortcuts"));
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/nl/overstap/Overstap/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  g_signal_connect (shortcuts, "map", G_CALLBACK (name_shortcuts), NULL);
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

void
ovs_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.sign-in", NULL, sign_in);
  gtk_widget_class_install_action (klass, "win.sign-out", NULL, sign_out);
  gtk_widget_class_install_action (klass, "win.loket-news", NULL, loket_news);
  gtk_widget_class_install_action (klass, "win.tell-signed-out", "s", tell_signed_out);
  gtk_widget_class_install_action (klass, "win.refresh", NULL, refresh);
  gtk_widget_class_install_action (klass, "win.step", "s", show_step);
  gtk_widget_class_install_action (klass, "win.show-stranded", NULL, show_stranded);
  gtk_widget_class_install_action (klass, "win.new-question", NULL, new_question);
  gtk_widget_class_install_action (klass, "win.show-client", "x", show_client);
  gtk_widget_class_install_action (klass, "win.import", NULL, import);
  gtk_widget_class_install_action (klass, "win.import-file", "s", import_file);
  gtk_widget_class_install_action (klass, "win.fetch", NULL, fetch);
  gtk_widget_class_install_action (klass, "win.notify", "(ss)", notify);
  gtk_widget_class_install_action (klass, "win.tell", "(sb)", tell);
  gtk_widget_class_install_action (klass, "win.tell-error", "s", tell_error_action);
  gtk_widget_class_install_action (klass, "win.outbox", NULL, show_outbox);
  gtk_widget_class_install_action (klass, "win.send-piece", "s", send_piece);
  gtk_widget_class_install_action (klass, "win.print-piece", "s", print_piece);
  gtk_widget_class_install_action (klass, "win.edit-piece", "s", edit_piece);
  gtk_widget_class_install_action (klass, "win.show-texts", NULL, show_texts);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.search", NULL, search);
  gtk_widget_class_install_action (klass, "win.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (klass, "win.show-people", "(ss)", show_people);
  gtk_widget_class_install_action (klass, "win.show-person", "x", show_person);
  gtk_widget_class_install_action (klass, "win.back", NULL, back);
  gtk_widget_class_install_action (klass, "win.show-shortcuts", NULL, show_shortcuts);
}
