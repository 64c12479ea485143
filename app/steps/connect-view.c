/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/connect-view.h"

#include <glib/gi18n.h>

#include "conversion/connect.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

#define WIDTH 560

struct _OvsConnectView
{
  AdwBin parent_instance;

  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GtkWidget *entry;
  GtkWidget *button;
  GtkSpinner *spinner;
  GtkLabel *trouble;
  AdwStatusPage *page;
};

G_DEFINE_FINAL_TYPE (OvsConnectView, ovs_connect_view, ADW_TYPE_BIN)

enum
{
  CONNECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_connect_view_dispose (GObject *object)
{
  OvsConnectView *self = OVS_CONNECT_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_connect_view_parent_class)->dispose (object);
}

static void
ovs_connect_view_class_init (OvsConnectViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_connect_view_dispose;
  signals[CONNECTED]
      = g_signal_new ("connected", OVS_TYPE_CONNECT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
set_working (OvsConnectView *self, gboolean working)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_widget_set_sensitive (self->entry, !working);
  gtk_widget_set_sensitive (self->button, !working && *text != '\0' && !ovs_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), working);
  gtk_spinner_set_spinning (self->spinner, working);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsConnectView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsConnection) connection = ovs_connect_finish (OVS_DOSSIER (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_working (self, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), connection == NULL);
  if (connection == NULL)
    {
      gtk_label_set_text (self->trouble, error->message);
      gtk_widget_grab_focus (self->entry);
      return;
    }
  ovs_workspace_refresh (self->workspace);
  sentence = g_strdup_printf (ngettext ("Connected as %s: %u client there, %u recognised.", "Connected as %s: %u clients there, %u recognised.",
                                        connection->employers),
                              connection->user != NULL ? connection->user : "?", connection->employers, connection->recognised);
  g_signal_emit (self, signals[CONNECTED], 0, sentence);
}

static void
on_connect (OvsConnectView *self)
{
  if (!gtk_widget_get_sensitive (self->button))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  /* An entry that goes away while it is typed in never hears that it lost the focus. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  set_working (self, TRUE);
  ovs_connect_async (ovs_workspace_get_dossier (self->workspace), gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->cancellable,
                     on_connected, g_object_ref (self));
}

static void
on_typed (OvsConnectView *self)
{
  set_working (self, FALSE);
}

static void
ovs_connect_view_init (OvsConnectView *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  self->cancellable = g_cancellable_new ();
  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->entry = ovs_entry_row_new (_ ("Address of Loket"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  ovs_accessible_set_label (list, _ ("Address of Loket"));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->entry);
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  self->button = gtk_button_new_with_label (_ ("Connect"));
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_connect), self);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (on_connect), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_typed), self);

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_status_page_set_icon_name (self->page, "network-server-symbolic");
  adw_status_page_set_title (self->page, _ ("Not connected to Loket"));
  adw_status_page_set_child (self->page, clamp);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

GtkWidget *
ovs_connect_view_new (OvsWorkspace *workspace, const char *description)
{
  OvsConnectView *self = g_object_new (OVS_TYPE_CONNECT_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  adw_status_page_set_description (self->page, description);
  set_working (self, FALSE);
  return GTK_WIDGET (self);
}
