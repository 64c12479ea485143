/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/select/ask-ticket.h"

#include "steps/select/client-work.h"

typedef struct
{
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  OvsTicketDraft *draft;   /* (owned) (nullable) that was answered */
  GArray *taking_part;     /* (owned) (nullable) */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->teller);
  g_object_unref (asking->workspace);
  g_clear_pointer (&asking->draft, ovs_ticket_draft_free);
  g_clear_pointer (&asking->taking_part, g_array_unref);
  g_free (asking);
}

static GArray *
choose_clients (Asking *asking)
{
  GArray *clients;

  if (asking->draft->about == OVS_TICKET_ABOUT_AS_IT_WAS)
    return NULL;
  if (asking->draft->about == OVS_TICKET_ABOUT_TAKING_PART)
    return g_steal_pointer (&asking->taking_part);
  clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (asking->draft->about == OVS_TICKET_ABOUT_CLIENT)
    g_array_append_val (clients, asking->draft->client);
  return clients;
}

static void
keep (Asking *asking)
{
  const OvsTicketRow row = {
    .id = asking->draft->id,
    .subject = asking->draft->subject,
    .about = asking->draft->words,
    .number = asking->draft->number,
    .handed_in_on = asking->draft->handed_in_on,
    .closed_on = asking->draft->closed_on,
  };

  ovs_client_work_ticket (asking->teller, asking->workspace, &row, choose_clients (asking));
  asking_free (asking);
}

static gboolean
read_taking_part (OvsTx *tx, gpointer data, GError **error)
{
  ((Asking *) data)->taking_part = ovs_tickets_taking_part (tx);
  return TRUE;
}

static void
on_read (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    {
      keep (asking);
      return;
    }
  gtk_widget_activate_action (asking->teller, "win.tell-error", "s", error->message);
  asking_free (asking);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;

  asking->draft = ovs_ticket_dialog_finish (result);
  if (asking->draft == NULL)
    asking_free (asking);
  else if (asking->draft->about == OVS_TICKET_ABOUT_TAKING_PART)
    ovs_dossier_read_async (ovs_workspace_get_dossier (asking->workspace), read_taking_part, asking, NULL, on_read, asking);
  else
    keep (asking);
}

void
ovs_ask_ticket (GtkWidget *teller, GtkWindow *parent, OvsWorkspace *workspace, OvsTicketDraft *draft, gboolean fixed)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  Asking *asking;

  if (figures == NULL)
    {
      ovs_ticket_draft_free (draft);
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->teller = g_object_ref (teller);
  asking->workspace = g_object_ref (workspace);
  ovs_ticket_dialog_async (parent != NULL ? parent : GTK_WINDOW (gtk_widget_get_root (teller)), draft, fixed, figures->reference_date, on_answered, asking);
}
