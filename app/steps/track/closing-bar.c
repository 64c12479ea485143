/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/closing-bar.h"

#include <glib/gi18n.h>

#include "steps/inform/send-window.h"
#include "steps/track/closing-rows.h"
#include "steps/track/closing-work.h"
#include "widgets/accessible.h"

struct _OvsClosingBar
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *says;
  GtkWidget *open_again;
  GtkWidget *anyway;
  GtkWidget *mail;
  GtkWidget *account;
  GtkWidget *close;

  GWeakRef page;
  gint64 client;
  GArray *selected;       /* (owned) (nullable) (element-type gint64) several */
  char *client_name;      /* (owned) (nullable) */
  char *because;          /* (owned) (nullable): what keeps it open */
  GCancellable *reading;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsClosingBar, ovs_closing_bar, ADW_TYPE_BIN)

/* --- what is shown --------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsClosingBar *self; /* (owned) */
  gint64 client;
  gboolean found;
  gboolean closed;
  OvsObstacles obstacles;
  char *name;
  char *says;
  char *because;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_free (reading->name);
  g_free (reading->says);
  g_free (reading->because);
  g_free (reading);
}

static void
take (const OvsClosingClient *client, gpointer data)
{
  Reading *reading = data;

  reading->found = TRUE;
  reading->closed = client->closed;
  reading->obstacles = client->obstacles;
  reading->name = g_strdup (client->name != NULL ? client->name : client->number);
  reading->says = ovs_closing_words (client);
  reading->because = ovs_closing_say (&client->facts, client->obstacles);
}

static gboolean
read_client (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  ovs_closing_get (tx, reading->client, take, reading);
  return TRUE;
}

static void
show_several (OvsClosingBar *self)
{
  g_autofree char *name = g_strdup_printf (ngettext ("%'u client chosen", "%'u clients chosen", self->selected->len), self->selected->len);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->says, _ ("Only those are closed that nothing keeps open."));
  gtk_widget_set_visible (self->open_again, FALSE);
  gtk_widget_set_visible (self->anyway, FALSE);
  gtk_widget_set_visible (self->account, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->close), _ ("Close these clients"));
  gtk_widget_set_visible (self->close, TRUE);
  gtk_widget_set_visible (self->mail, TRUE);
}

static void
show_one (OvsClosingBar *self, Reading *reading)
{
  gtk_label_set_text (self->name, reading->name);
  gtk_label_set_text (self->says, reading->says);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->says), reading->says);
  gtk_widget_set_visible (self->open_again, reading->closed);
  gtk_widget_set_visible (self->anyway, !reading->closed && reading->obstacles != 0 && (reading->obstacles & ~OVS_OBSTACLES_TO_OVERRULE) == 0);
  gtk_widget_set_visible (self->account, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->close), _ ("Close the client"));
  gtk_widget_set_visible (self->close, !reading->closed && reading->obstacles == 0);
  gtk_widget_set_visible (self->mail, reading->closed);
  g_free (self->client_name);
  g_free (self->because);
  self->client_name = g_steal_pointer (&reading->name);
  self->because = g_steal_pointer (&reading->because);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  OvsClosingBar *self = reading->self;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && reading->client == self->client && self->selected == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), reading->found);
      if (reading->found)
        show_one (self, reading);
    }
  reading_free (reading);
}

static void
read_one (OvsClosingBar *self, OvsWorkspace *workspace)
{
  Reading *reading = g_new0 (Reading, 1);

  self->reading = g_cancellable_new ();
  reading->self = g_object_ref (self);
  reading->client = self->client;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_client, reading, self->reading, on_read, reading);
}

void
ovs_closing_bar_look (OvsClosingBar *self, OvsStepPage *page, gint64 client, const GArray *selected)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);

  g_weak_ref_set (&self->page, page);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->selected, g_array_unref);
  self->client = client;
  gtk_widget_set_sensitive (GTK_WIDGET (self), !ovs_workspace_get_read_only (workspace));
  if (selected->len > 1)
    {
      self->selected = g_array_copy ((GArray *) selected);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      show_several (self);
    }
  else if (client != 0)
    read_one (self, workspace);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* --- what the user does ---------------------------------------------------------------------------------------- */

static GArray *
whom (OvsClosingBar *self)
{
  GArray *clients;

  if (self->selected != NULL)
    return g_array_copy (self->selected);
  clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (clients, self->client);
  return clients;
}

static void
on_close (OvsClosingBar *self)
{
  g_autoptr (OvsStepPage) page = g_weak_ref_get (&self->page);
  g_autoptr (GArray) clients = whom (self);

  ovs_closing_work_close (page, clients);
}

static void
on_anyway (OvsClosingBar *self)
{
  g_autoptr (OvsStepPage) page = g_weak_ref_get (&self->page);

  ovs_closing_work_close_anyway (page, self->client, self->client_name, self->because);
}

static void
on_open_again (OvsClosingBar *self)
{
  g_autoptr (OvsStepPage) page = g_weak_ref_get (&self->page);

  ovs_closing_work_open_again (page, self->client);
}

static void
on_mail (OvsClosingBar *self)
{
  g_autoptr (OvsStepPage) page = g_weak_ref_get (&self->page);
  g_autoptr (GArray) clients = whom (self);

  ovs_send_window_show (GTK_WIDGET (page), ovs_step_page_get_workspace (page), OVS_PIECE_CLOSING, clients);
}

static void
account (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsClosingBar *self = OVS_CLOSING_BAR (widget);
  g_autoptr (OvsStepPage) page = g_weak_ref_get (&self->page);

  ovs_closing_work_account (page, self->client, self->client_name, g_variant_get_boolean (parameter));
}

/* --- what it looks like ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_words (OvsClosingBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_xalign (self->says, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->says, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->says), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->says), "soft");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->says));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static GtkWidget *
add_button (OvsClosingBar *self, GtkWidget *box, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", pressed, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_account (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("As a PDF…"), "closing-bar.account(false)");
  g_menu_append (menu, _ ("As a table…"), "closing-bar.account(true)");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Verantwoording"));
  ovs_accessible_name_menu (button, _ ("Verantwoording"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
ovs_closing_bar_init (OvsClosingBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  g_weak_ref_init (&self->page, NULL);
  self->account = make_account ();
  gtk_box_append (GTK_BOX (box), make_words (self));
  gtk_box_append (GTK_BOX (box), self->account);
  self->mail = add_button (self, box, _ ("Closing mail…"), G_CALLBACK (on_mail));
  self->open_again = add_button (self, box, _ ("Open again"), G_CALLBACK (on_open_again));
  self->anyway = add_button (self, box, _ ("Close all the same…"), G_CALLBACK (on_anyway));
  self->close = add_button (self, box, _ ("Close the client"), G_CALLBACK (on_close));
  gtk_widget_add_css_class (box, "answer-bar");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ovs_closing_bar_dispose (GObject *object)
{
  OvsClosingBar *self = OVS_CLOSING_BAR (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (ovs_closing_bar_parent_class)->dispose (object);
}

static void
ovs_closing_bar_finalize (GObject *object)
{
  OvsClosingBar *self = OVS_CLOSING_BAR (object);

  g_weak_ref_clear (&self->page);
  g_clear_pointer (&self->selected, g_array_unref);
  g_free (self->client_name);
  g_free (self->because);
  G_OBJECT_CLASS (ovs_closing_bar_parent_class)->finalize (object);
}

static void
ovs_closing_bar_class_init (OvsClosingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_closing_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_closing_bar_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "closing-bar.account", "b", account);
}

GtkWidget *
ovs_closing_bar_new (void)
{
  return g_object_new (OVS_TYPE_CLOSING_BAR, NULL);
}
