/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/tickets-window.h"

#include <glib/gi18n.h>

#include "steps/day-words.h"
#include "steps/select/ask-ticket.h"
#include "steps/select/client-work.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

struct _OvsTicketsWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *teller;         /* (owned) */
  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
};

G_DEFINE_FINAL_TYPE (OvsTicketsWindow, ovs_tickets_window, ADW_TYPE_WINDOW)

/* --- one ticket ------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsTicketDraft *draft;
  gint64 n_clients;
  char *first_client;
  OvsDay today;
} Ticket;

static void
ticket_free (gpointer data)
{
  Ticket *ticket = data;

  ovs_ticket_draft_free (ticket->draft);
  g_free (ticket->first_client);
  g_free (ticket);
}

static Ticket *
ticket_of (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return g_object_get_data (G_OBJECT (row), "ticket");
}

/* The dialog stands above this window, and the toast in the one below. */
static void
on_edit (GtkWidget *button, OvsTicketsWindow *self)
{
  const Ticket *ticket = ticket_of (button);
  OvsTicketDraft *draft = ovs_ticket_draft_new (ticket->draft->subject, 0, NULL);

  draft->id = ticket->draft->id;
  draft->words = g_strdup (ticket->draft->words);
  draft->number = g_strdup (ticket->draft->number);
  draft->handed_in_on = ticket->draft->handed_in_on;
  draft->closed_on = ticket->draft->closed_on;
  draft->about = OVS_TICKET_ABOUT_AS_IT_WAS;
  ovs_ask_ticket (self->teller, GTK_WINDOW (self), self->workspace, draft, FALSE);
}

static void
on_remove (GtkWidget *button, OvsTicketsWindow *self)
{
  ovs_client_work_remove_ticket (self->teller, self->workspace, ticket_of (button)->draft->id);
}

static void
on_settled (GtkCheckButton *check, OvsTicketsWindow *self)
{
  ovs_client_work_close_ticket (self->teller, self->workspace, ticket_of (GTK_WIDGET (check))->draft->id, gtk_check_button_get_active (check));
}

static char *
say_clients (const Ticket *ticket)
{
  if (ticket->n_clients == 0)
    return NULL;
  if (ticket->n_clients == 1)
    return g_strdup (ticket->first_client);
  return g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) ticket->n_clients), (int) ticket->n_clients);
}

static char *
describe (const Ticket *ticket)
{
  const OvsTicketDraft *draft = ticket->draft;
  g_autofree char *handed_in = ovs_day_words (draft->handed_in_on, ticket->today);
  g_autofree char *closed = ovs_day_words (draft->closed_on, ticket->today);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *clients = say_clients (ticket);

  g_ptr_array_add (parts, draft->number != NULL ? g_strdup_printf (_ ("ticket %s"), draft->number) : g_strdup (_ ("no number yet")));
  g_ptr_array_add (parts, g_strdup_printf (_ ("handed in on %s"), handed_in));
  if (draft->closed_on != OVS_NO_DAY)
    g_ptr_array_add (parts, g_strdup_printf (_ ("settled on %s"), closed));
  if (clients != NULL)
    g_ptr_array_add (parts, clients);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_icon_button (const char *icon, const char *label, GCallback pressed, OvsTicketsWindow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  ovs_accessible_set_label (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !ovs_workspace_get_read_only (self->workspace));
  g_signal_connect (button, "clicked", pressed, self);
  return button;
}

static GtkWidget *
make_settled (const Ticket *ticket, OvsTicketsWindow *self)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticket->draft->closed_on != OVS_NO_DAY);
  gtk_widget_set_tooltip_text (check, _ ("Settled by Loket"));
  ovs_accessible_set_label (check, _ ("Settled by Loket"));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, !ovs_workspace_get_read_only (self->workspace));
  g_signal_connect (check, "toggled", G_CALLBACK (on_settled), self);
  return check;
}

static GtkWidget *
make_row (OvsTicketsWindow *self, Ticket *ticket)
{
  GtkWidget *row = adw_action_row_new ();
  const char *subject = ovs_ticket_subject_title (ticket->draft->subject);
  g_autofree char *title = ticket->draft->words != NULL ? g_strdup_printf ("%s: %s", subject, ticket->draft->words) : g_strdup (subject);
  g_autofree char *subtitle = describe (ticket);

  g_object_set_data_full (G_OBJECT (row), "ticket", ticket, ticket_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_settled (ticket, self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("document-edit-symbolic", _ ("Change the ticket"), G_CALLBACK (on_edit), self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("user-trash-symbolic", _ ("Remove the ticket"), G_CALLBACK (on_remove), self));
  ovs_accessible_set_label (row, title);
  return row;
}

/* --- reading --------------------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *tickets; /* of Ticket */
  OvsDay today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_ptr_array_unref (reading->tickets);
  g_free (reading);
}

static void
take_ticket (const OvsTicketRow *row, gpointer data)
{
  Reading *reading = data;
  Ticket *ticket = g_new0 (Ticket, 1);

  ticket->draft = ovs_ticket_draft_new (row->subject, 0, NULL);
  ticket->draft->id = row->id;
  ticket->draft->words = g_strdup (row->about);
  ticket->draft->number = g_strdup (row->number);
  ticket->draft->handed_in_on = row->handed_in_on;
  ticket->draft->closed_on = row->closed_on;
  ticket->n_clients = row->n_clients;
  ticket->first_client = g_strdup (row->first_client);
  ticket->today = reading->today;
  g_ptr_array_add (reading->tickets, ticket);
}

static gboolean
read_tickets (OvsTx *tx, gpointer data, GError **error)
{
  ((Reading *) data)->today = ovs_tx_today (tx);
  ovs_tickets_foreach (tx, 0, take_ticket, data);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsTicketsWindow *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  GtkWidget *child;

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL));
  if (!g_task_propagate_boolean (task, NULL))
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), reading->tickets->len > 0 ? "tickets" : "none");
  while (reading->tickets->len > 0)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_steal_index (reading->tickets, 0)));
}

static void
look_again (OvsTicketsWindow *self)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  reading->tickets = g_ptr_array_new_with_free_func (ticket_free);
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_tickets, reading, self->cancellable, on_read, task);
}

/* --- the window ------------------------------------------------------------------------------------------------ */

static void
on_add (OvsTicketsWindow *self)
{
  ovs_ask_ticket (self->teller, GTK_WINDOW (self), self->workspace, ovs_ticket_draft_new (OVS_SUBJECT_OTHER, 0, NULL), FALSE);
}

static void
ovs_tickets_window_dispose (GObject *object)
{
  OvsTicketsWindow *self = OVS_TICKETS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->teller);
  G_OBJECT_CLASS (ovs_tickets_window_parent_class)->dispose (object);
}

static void
ovs_tickets_window_class_init (OvsTicketsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_tickets_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_list (OvsTicketsWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  ovs_accessible_set_label (self->list, _ ("Tickets at Loket"));
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 16);
  gtk_widget_set_margin_start (clamp, 16);
  gtk_widget_set_margin_end (clamp, 16);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No tickets noted"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Note here what you ask Loket, under which number and about which clients."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ovs_tickets_window_init (OvsTicketsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_with_label (_ ("Note a ticket…"));

  gtk_window_set_title (GTK_WINDOW (self), _ ("Tickets at Loket"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 460);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), add);
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "tickets");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_object_set_data (G_OBJECT (self), "add", add);
}

void
ovs_tickets_window_show (GtkWidget *teller, OvsWorkspace *workspace)
{
  OvsTicketsWindow *self = g_object_new (OVS_TYPE_TICKETS_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (self), "add"), !ovs_workspace_get_read_only (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  ovs_accessible_name_parts (GTK_WIDGET (self), _ ("Tickets at Loket"));
  gtk_window_present (GTK_WINDOW (self));
}
