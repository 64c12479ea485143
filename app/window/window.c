/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "widgets/confirm.h"
#include "widgets/dialog.h"
#include "base/user-settings.h"
#include "window/start-page.h"

G_DEFINE_FINAL_TYPE (OvsWindow, ovs_window, ADW_TYPE_APPLICATION_WINDOW)

void
ovs_window_tell_error (OvsWindow *self, const char *sentence)
{
  GtkWidget *dialog;

  if (self->closed)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("That did not work"), sentence);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

void
ovs_window_set_waiting (OvsWindow *self, const char *text)
{
  if (self->start != NULL)
    ovs_start_page_set_busy (OVS_START_PAGE (self->start), text);
}

void
ovs_window_show_dossier (OvsWindow *self, OvsDossier *dossier, const char *locked)
{
  g_autoptr (OvsWorkspace) workspace = ovs_workspace_new (dossier, locked != NULL);
  g_autofree char *uri = g_filename_to_uri (ovs_dossier_get_path (dossier), NULL, NULL);

  self->frame = OVS_FRAME (ovs_frame_new (workspace));
  gtk_overlay_set_child (GTK_OVERLAY (self->layers), GTK_WIDGET (self->frame));
  self->start = NULL;
  ovs_frame_set_notice (self->frame, locked, NULL, NULL);
  if (locked == NULL)
    ovs_window_follow (self, workspace);
  ovs_window_seek_practice (self, workspace);
  g_signal_connect_object (workspace, "notify::busy", G_CALLBACK (ovs_window_review_trouble), self, G_CONNECT_SWAPPED);
  if (uri != NULL && self->practice == NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

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

  /* Who is about to be invited is so, rather than forgotten. */
  if (!self->closing && self->frame != NULL)
    ovs_workspace_send_now (ovs_frame_get_workspace (self->frame));
  if (self->closing || self->frame == NULL || !ovs_workspace_get_busy (ovs_frame_get_workspace (self->frame)))
    {
      remember_size (window);
      /* What is still waited for holds the window; the practice Loket ends at once all the same. */
      self->closed = TRUE;
      ovs_window_end_practice (self);
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

  self->closed = TRUE;
  g_clear_object (&self->chooser);
  ovs_window_follow_stop (self);
  G_OBJECT_CLASS (ovs_window_parent_class)->dispose (object);
  self->frame = NULL;
  self->start = NULL;
  ovs_window_end_practice (self);
}

static void
ovs_window_finalize (GObject *object)
{
  g_free (OVS_WINDOW (object)->path);
  g_free (OVS_WINDOW (object)->news);
  g_free (OVS_WINDOW (object)->opened_news);
  g_free (OVS_WINDOW (object)->moving);
  g_free (OVS_WINDOW (object)->trouble);
  G_OBJECT_CLASS (ovs_window_parent_class)->finalize (object);
}

static void
ovs_window_class_init (OvsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ovs_window_close_request;
  ovs_window_install_actions (widget_class);
  ovs_window_install_opening (widget_class);
  ovs_window_install_care (widget_class);
  ovs_window_install_practice (widget_class);
  ovs_window_install_practice_there (widget_class);
  ovs_window_install_practice_time (widget_class);
  ovs_window_install_practice_people (widget_class);
  ovs_window_install_practice_trouble (widget_class);
}

/* Who looks at the window needs no notification of what ended in it. */
static void
on_active_changed (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  if (application != NULL && gtk_window_is_active (window))
    g_application_withdraw_notification (G_APPLICATION (application), "ended");
}

static void
ovs_window_init (OvsWindow *self)
{
  self->start = ovs_start_page_new ();
  self->layers = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->layers), self->start);
  restore_size (GTK_WINDOW (self));
  gtk_window_set_title (GTK_WINDOW (self), "Overstap");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->layers);
  ovs_window_accept_drops (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
}

GtkWidget *
ovs_window_new (GtkApplication *application)
{
  return g_object_new (OVS_TYPE_WINDOW, "application", application, NULL);
}
