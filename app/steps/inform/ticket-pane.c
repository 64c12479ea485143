/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/ticket-pane.h"

#include <glib/gi18n.h>

#include "letters/ticket-text.h"

struct _OvsTicketPane
{
  AdwBin parent_instance;

  GtkToggleButton *overview;
  GtkLabel *subject;
  GtkTextView *text;

  char *firm;
  char *clients;
  guint n_clients;
  OvsDay earliest;
};

G_DEFINE_FINAL_TYPE (OvsTicketPane, ovs_ticket_pane, ADW_TYPE_BIN)

static void
show_text (OvsTicketPane *self)
{
  OvsTicket ticket = gtk_toggle_button_get_active (self->overview) ? OVS_TICKET_OVERVIEW : OVS_TICKET_CLIENT_LIST;
  g_autofree char *text = ovs_ticket_text (ticket, self->firm, self->clients != NULL ? self->clients : "", self->n_clients, self->earliest);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static void
copy (OvsTicketPane *self, const char *text, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", told, FALSE);
}

static void
on_copy_subject (OvsTicketPane *self)
{
  copy (self, OVS_TICKET_SUBJECT, _ ("Subject copied"));
}

static void
on_copy_text (OvsTicketPane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  copy (self, text, _ ("Text copied"));
}

static void
ovs_ticket_pane_finalize (GObject *object)
{
  OvsTicketPane *self = OVS_TICKET_PANE (object);

  g_free (self->firm);
  g_free (self->clients);
  G_OBJECT_CLASS (ovs_ticket_pane_parent_class)->finalize (object);
}

static void
ovs_ticket_pane_class_init (OvsTicketPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_ticket_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/inform/ticket-pane.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, OvsTicketPane, overview);
  gtk_widget_class_bind_template_child (widget_class, OvsTicketPane, subject);
  gtk_widget_class_bind_template_child (widget_class, OvsTicketPane, text);
  gtk_widget_class_bind_template_callback (widget_class, show_text);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_subject);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_text);
}

static void
ovs_ticket_pane_init (OvsTicketPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->subject, OVS_TICKET_SUBJECT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Ticket to Loket"), -1);
  show_text (self);
}

void
ovs_ticket_pane_fill (OvsTicketPane *self, const char *firm, const char *clients, guint n_clients, OvsDay earliest)
{
  g_free (self->firm);
  g_free (self->clients);
  self->firm = g_strdup (firm);
  self->clients = g_strdup (clients);
  self->n_clients = n_clients;
  self->earliest = earliest;
  show_text (self);
}
