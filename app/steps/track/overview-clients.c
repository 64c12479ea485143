/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/overview-clients.h"

#include <glib/gi18n.h>

#include "steps/number-row.h"
#include "widgets/accessible.h"

/* As many as can be worked on this morning. */
#define SHOWN 6

struct _OvsOverviewClients
{
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkWidget *list;
  GtkWidget *all;
  gint64 ids[SHOWN];
  GtkWidget *rows[SHOWN];
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (OvsOverviewClients, ovs_overview_clients, GTK_TYPE_BOX)

enum
{
  ALL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_overview_clients_class_init (OvsOverviewClientsClass *klass)
{
  signals[ALL] = g_signal_new ("all", OVS_TYPE_OVERVIEW_CLIENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_activated (GtkWidget *row, OvsOverviewClients *self)
{
  for (int i = 0; i < SHOWN; i++)
    if (self->rows[i] == row)
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-client", "x", self->ids[i]);
}

static void
on_all (OvsOverviewClients *self)
{
  g_signal_emit (self, signals[ALL], 0);
}

static void
add_rows (OvsOverviewClients *self)
{
  for (int i = 0; i < SHOWN; i++)
    {
      self->rows[i] = ovs_number_row_new ("");
      g_signal_connect (self->rows[i], "activated", G_CALLBACK (on_activated), self);
      gtk_list_box_append (GTK_LIST_BOX (self->list), self->rows[i]);
    }
  self->nothing = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->nothing), _ ("Nothing is open at any client"));
  ovs_accessible_set_label (self->nothing, _ ("Nothing is open at any client"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->nothing);
}

static void
ovs_overview_clients_init (OvsOverviewClients *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("Clients where something is open"));

  self->heading = GTK_LABEL (heading);
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "heading");
  self->all = gtk_button_new_with_label (_ ("Show all clients"));
  gtk_widget_add_css_class (self->all, "flat");
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (on_all), self);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->all);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  ovs_accessible_set_label (self->list, _ ("Clients where something is open"));
  add_rows (self);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkWidget *
ovs_overview_clients_new (void)
{
  return g_object_new (OVS_TYPE_OVERVIEW_CLIENTS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
}

static OvsSign
sign_of (const gint64 lists[OVS_N_OUTCOME_LISTS])
{
  if (lists[OVS_OUTCOMES_STRANDED] > 0)
    return OVS_SIGN_STOPPER;
  if (lists[OVS_OUTCOMES_FALLOUT] > 0)
    return OVS_SIGN_WARNING;
  return lists[OVS_OUTCOMES_UNKNOWN] > 0 ? OVS_SIGN_UNKNOWN : OVS_SIGN_WAITING;
}

static void
show_client (OvsOverviewClients *self, guint i, const OvsStandingClient *client)
{
  g_autofree char *what = ovs_overview_say_open (client->lists);

  self->ids[i] = client->id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), client->name != NULL ? client->name : client->number);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (self->rows[i]), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->rows[i]), 1);
  ovs_number_row_set (OVS_NUMBER_ROW (self->rows[i]), ovs_overview_open (client->lists), what, sign_of (client->lists));
}

void
ovs_overview_clients_show (OvsOverviewClients *self, const OvsOverviewData *data)
{
  guint shown = 0;
  guint open = 0;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < data->clients->len; i++)
    {
      const OvsStandingClient *client = &((OvsOverviewClient *) g_ptr_array_index (data->clients, i))->client;

      if (ovs_overview_open (client->lists) == 0)
        continue;
      open++;
      if (shown < SHOWN)
        show_client (self, shown++, client);
    }
  for (guint i = 0; i < SHOWN; i++)
    gtk_widget_set_visible (self->rows[i], i < shown);
  gtk_widget_set_visible (self->nothing, shown == 0);
  gtk_widget_set_sensitive (self->all, data->clients->len > 0);
  heading = g_strdup_printf (ngettext ("%'d client where something is open", "%'d clients where something is open", (gulong) open), (int) open);
  gtk_label_set_text (self->heading, open > 0 ? heading : _ ("Clients"));
}
