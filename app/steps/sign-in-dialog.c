/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/sign-in-dialog.h"

#include <glib/gi18n.h>

#include "steps/connect-view.h"

typedef struct
{
  GtkWidget *teller;  /* (weak) */
  GtkWindow *dialog;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->teller);
  g_free (asking);
}

static void
on_connected (OvsConnectView *view, const char *sentence, Asking *asking)
{
  GtkWidget *teller = asking->teller;
  g_autofree char *said = g_strdup (sentence);

  gtk_window_close (asking->dialog);
  if (teller != NULL)
    gtk_widget_activate_action (teller, "win.tell", "(sb)", said, FALSE);
}

static void
close_with_escape (GtkWindow *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

void
ovs_sign_in_dialog_present (GtkWidget *teller, OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  gboolean again = figures != NULL && figures->loket_kind != NULL;
  GtkWidget *view = again ? ovs_connect_view_new_again (workspace)
                          : ovs_connect_view_new (workspace, _ ("Connected, Overstap reads and writes in Loket by itself. Nothing is changed by connecting."));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = g_object_new (ADW_TYPE_WINDOW, "title", _ ("Sign in at Loket"), "modal", TRUE, "destroy-with-parent", TRUE, "transient-for",
                                 gtk_widget_get_root (teller), "default-width", 600, "default-height", 560, NULL);
  g_set_weak_pointer (&asking->teller, teller);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  close_with_escape (asking->dialog);
  adw_window_set_content (ADW_WINDOW (asking->dialog), box);
  g_signal_connect_data (view, "connected", G_CALLBACK (on_connected), asking, asking_free, 0);
  gtk_window_present (asking->dialog);
  if (again)
    ovs_connect_view_begin (OVS_CONNECT_VIEW (view));
}
