/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "dossier/settings.h"
#include "widgets/dialog.h"
#include "window/practice-questions.h"

/* What the window shows of its practice Loket: the menu, the notice, its pages. Where somebody else started it, it is looked for first. */

/* --- the menu and the notice --- */

static void
show_notice (OvsWindow *self)
{
  if (self->practice_lost && self->practice_folder != NULL)
    ovs_frame_set_notice (self->frame, _ ("The practice Loket has stopped. Nothing is lost: start it again, and it goes on where it was."), _ ("Start it again"),
                          "win.restart-practice");
  else if (self->practice_lost)
    ovs_frame_set_notice (self->frame,
                          _ ("The practice Loket of this dossier does not answer. Everything can be read. Start it where it ran, or close this window and "
                             "choose “Practise with examples” for another office."),
                          _ ("Look again"), "win.find-practice");
  else if (self->moving != NULL)
    ovs_frame_set_notice (self->frame, self->moving, NULL, NULL);
  else if (self->trouble != NULL)
    ovs_frame_set_notice (self->frame, self->trouble, _ ("End the trouble"), "win.end-trouble");
  else
    ovs_frame_set_notice (self->frame, NULL, NULL, NULL);
}

void
ovs_window_show_practice (OvsWindow *self)
{
  const char *actions[] = { "win.show-practice", "win.show-questions", "win.advance-clock", "win.activate-employees", "win.real-life", "win.order-trouble" };
  gboolean there = self->practice != NULL && !self->practice_lost && self->moving == NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], there);
  if (self->frame == NULL || self->practice == NULL)
    return;
  ovs_frame_set_practice (self->frame, TRUE);
  show_notice (self);
}

/* --- one that somebody else started --- */

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, NULL);

  if (self->practice != OVS_PRACTICE_CHILD (source))
    return;
  self->practice_lost = answer == NULL;
  ovs_window_show_practice (self);
}

static void
look (OvsWindow *self)
{
  ovs_practice_child_ask_async (self->practice, "GET", "/practice/clock", NULL, on_looked, g_object_ref (self));
}

static gboolean
read_url (OvsTx *tx, gpointer data, GError **error)
{
  *(char **) data = ovs_settings_get (tx, OVS_SETTING_LOKET_URL);
  return TRUE;
}

typedef struct
{
  OvsWindow *window; /* (owned) */
  char *url;         /* (owned) (nullable) */
} Search;

static void
on_url (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *search = user_data;
  OvsWindow *self = search->window;

  ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);
  if (!self->closed && self->practice == NULL && search->url != NULL)
    {
      self->practice = ovs_practice_child_new_at (search->url);
      look (self);
    }
  g_object_unref (search->window);
  g_free (search->url);
  g_free (search);
}

/* Only a dossier that is bound to a practice Loket has one, and only who may write does something there. */
static void
on_figures (OvsWindow *self, GParamSpec *pspec, OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  Search *search;

  if (self->practice_sought || figures == NULL || g_strcmp0 (figures->loket_kind, "practice") != 0)
    return;
  self->practice_sought = TRUE;
  search = g_new0 (Search, 1);
  search->window = g_object_ref (self);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_url, &search->url, NULL, on_url, search);
}

void
ovs_window_seek_practice (OvsWindow *self, OvsWorkspace *workspace)
{
  self->practice_sought = self->practice != NULL || ovs_workspace_get_read_only (workspace);
  g_signal_connect_object (workspace, "notify::figures", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  ovs_window_show_practice (self);
}

static void
find_practice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (OVS_WINDOW (widget)->practice != NULL)
    look (OVS_WINDOW (widget));
}

/* --- its pages, in the browser --- */

static void
on_copy (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  const char *uri = gtk_label_get_text (GTK_LABEL (adw_message_dialog_get_extra_child (dialog)));

  if (!g_str_equal (response, "copy"))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
  if (self->frame != NULL)
    ovs_frame_tell (self->frame, _ ("The address is copied."), FALSE);
}

static void
tell_address (OvsWindow *self, const char *uri)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("No browser could be opened here"),
                                                                         _ ("Open a browser on this computer yourself, and go to this address:")));
  GtkWidget *address = gtk_label_new (uri);

  gtk_label_set_selectable (GTK_LABEL (address), TRUE);
  gtk_label_set_wrap (GTK_LABEL (address), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (address), PANGO_WRAP_CHAR);
  gtk_widget_add_css_class (address, "monospace");
  adw_message_dialog_add_responses (dialog, "close", _ ("Close"), "copy", _ ("Copy the address"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "copy");
  adw_message_dialog_set_close_response (dialog, "close");
  adw_message_dialog_set_extra_child (dialog, address);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_copy), self, 0);
  ovs_dialog_present (dialog);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsWindow *self = OVS_WINDOW (source);
  g_autofree char *uri = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (self), result, NULL) && !self->closed)
    tell_address (self, uri);
}

/* A page of the practice Loket, by its path. */
static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  char *uri;

  if (self->practice == NULL)
    return;
  uri = g_strconcat (ovs_practice_child_get_url (self->practice), g_variant_get_string (parameter, NULL), NULL);
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, on_shown, uri);
}

static void
show_questions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (OVS_WINDOW (widget)->practice != NULL)
    ovs_practice_questions_present (widget, OVS_WINDOW (widget)->practice);
}

void
ovs_window_install_practice_there (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-practice", "s", show_page);
  gtk_widget_class_install_action (klass, "win.show-questions", NULL, show_questions);
  gtk_widget_class_install_action (klass, "win.find-practice", NULL, find_practice);
}
