/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-work.h"

#include <glib/gi18n.h>

#include "dossier/plan-list.h"
#include "dossier/route-people.h"
#include "dossier/routes.h"
#include "dossier/submissions.h"
#include "dossier/tickets.h"
#include "steps/select/ticket-dialog.h"

typedef struct
{
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  gint64 wave;
  OvsTicketDraft *draft; /* (owned) (nullable) */
  gint64 client;
  GArray *clients; /* (owned) (nullable) of gint64 */
  OvsRoute route;
  OvsSubmitted submitted;
  gint64 changed;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->teller);
  g_object_unref (work->workspace);
  g_clear_pointer (&work->draft, ovs_ticket_draft_free);
  g_clear_pointer (&work->clients, g_array_unref);
  g_free (work);
}

static Work *
work_new (GtkWidget *teller, OvsWorkspace *workspace)
{
  Work *work = g_new0 (Work, 1);

  work->teller = g_object_ref (teller);
  work->workspace = g_object_ref (workspace);
  return work;
}

static void
tell (const Work *work, const char *text, gboolean undoable)
{
  gtk_widget_activate_action (work->teller, "win.tell", "(sb)", text, undoable);
}

static gboolean
finish (Work *work, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (work->workspace, result, &error))
    return TRUE;
  gtk_widget_activate_action (work->teller, "win.tell-error", "s", error->message);
  return FALSE;
}

/* --- handing in ------------------------------------------------------------------------------------------------ */

static gboolean
write_hand_in (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;
  const OvsHandIn hand_in = {
    .wave = work->wave,
    .ticket = work->draft->number,
    .about = work->draft->words,
    .handed_in_on = work->draft->handed_in_on,
  };

  return ovs_submissions_hand_in (tx, &hand_in, &work->submitted, error);
}

static void
on_handed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autofree char *told = NULL;

  if (finish (work, result))
    {
      told = g_strdup_printf (_ ("Handed in: %'d clients, %'d employees"), (int) work->submitted.clients, (int) work->submitted.people);
      tell (work, told, TRUE);
    }
  work_free (work);
}

static void
on_ticket (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;

  work->draft = ovs_ticket_dialog_finish (result);
  if (work->draft != NULL)
    ovs_workspace_write_async (work->workspace, write_hand_in, work, NULL, on_handed_in, work);
  else
    work_free (work);
}

void
ovs_route_hand_in (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave)
{
  Work *work = work_new (teller, workspace);
  OvsDay today = ovs_clock_today (ovs_dossier_get_clock (ovs_workspace_get_dossier (workspace)));

  work->wave = wave;
  ovs_ticket_dialog_async (GTK_WINDOW (gtk_widget_get_root (teller)), ovs_ticket_draft_new (OVS_SUBJECT_CLIENT_LIST, 0, NULL), TRUE, today,
                           on_ticket, work);
}

/* --- ticking --------------------------------------------------------------------------------------------------- */

static gboolean
write_tick (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (OvsPlanClient) client = ovs_plan_client_get (tx, work->client);
  const char *numbers[] = { client != NULL ? client->number : "", NULL };

  return ovs_submissions_tick (tx, numbers, &work->submitted, error);
}

static gboolean
write_untick (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (OvsPlanClient) client = ovs_plan_client_get (tx, work->client);
  const char *numbers[] = { client != NULL ? client->number : "", NULL };

  return ovs_submissions_untick (tx, numbers, error) >= 0;
}

static void
on_ticked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  int people = (int) work->submitted.people;
  g_autofree char *told = g_strdup_printf (ngettext ("Done in Loket: %'d employee", "Done in Loket: %'d employees", (gulong) people), people);

  if (finish (work, result))
    tell (work, told, TRUE);
  work_free (work);
}

static void
on_unticked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;

  if (finish (work, result))
    tell (work, _ ("Noted: not done in Loket after all"), TRUE);
  work_free (work);
}

void
ovs_route_tick (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, gboolean done)
{
  Work *work = work_new (teller, workspace);

  work->client = client;
  ovs_workspace_write_async (workspace, done ? write_tick : write_untick, work, NULL, done ? on_ticked : on_unticked, work);
}

/* --- another route --------------------------------------------------------------------------------------------- */

static gboolean
write_route (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  work->changed = ovs_waves_set_route (tx, work->clients, &work->route, error);
  return work->changed >= 0;
}

/* Those of whom somebody was submitted keep theirs. */
static void
add_clients_of (OvsTx *tx, OvsRoute route, GArray *ids)
{
  OvsRouteScope scope = { route, OVS_WAVE_ANY, 0 };
  g_autoptr (GPtrArray) clients = ovs_route_clients (tx, &scope);

  for (guint i = 0; i < clients->len; i++)
    {
      const OvsRouteClient *client = g_ptr_array_index (clients, i);

      if (client->people[OVS_ROUTE_SUBMITTED] == 0)
        g_array_append_val (ids, client->id);
    }
}

static gboolean
write_route_of_all (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  work->clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int route = 0; route < OVS_N_ROUTES; route++)
    if (route != (int) work->route)
      add_clients_of (tx, (OvsRoute) route, work->clients);
  return write_route (tx, work, error);
}

static void
on_route (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autofree char *told = NULL;

  if (finish (work, result))
    {
      told = g_strdup_printf (ngettext ("%'d client: %s", "%'d clients: %s", (gulong) work->changed), (int) work->changed, ovs_route_title (work->route));
      tell (work, told, TRUE);
    }
  work_free (work);
}

void
ovs_route_choose (GtkWidget *teller, OvsWorkspace *workspace, const GArray *clients, OvsRoute route)
{
  Work *work = work_new (teller, workspace);

  work->route = route;
  work->clients = g_array_copy ((GArray *) clients);
  ovs_workspace_write_async (workspace, write_route, work, NULL, on_route, work);
}

void
ovs_route_choose_all (GtkWidget *teller, OvsWorkspace *workspace, OvsRoute route)
{
  Work *work = work_new (teller, workspace);

  work->route = route;
  ovs_workspace_write_async (workspace, write_route_of_all, work, NULL, on_route, work);
}
