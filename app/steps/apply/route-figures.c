/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/apply/route-figures.h"

#include "dossier/tickets.h"

static void
add_client (OvsRouteFigures *figures, const OvsRouteClient *client)
{
  figures->clients++;
  figures->clients_ready += client->people[OVS_ROUTE_READY] > 0;
  figures->clients_submitted += client->submitted_at != 0;
  for (int list = 0; list < OVS_N_ROUTE_LISTS; list++)
    figures->people[list] += client->people[list];
}

void
ovs_route_figures_read (OvsTx *tx, OvsRoute route, gint64 wave, OvsRouteFigures *figures)
{
  OvsRouteScope scope = { route, wave, 0 };
  g_autoptr (GPtrArray) clients = ovs_route_clients (tx, &scope);

  *figures = (OvsRouteFigures) { 0 };
  for (guint i = 0; i < clients->len; i++)
    add_client (figures, g_ptr_array_index (clients, i));
  ovs_reconciliation_count (tx, route, wave, figures->reconciled);
  ovs_tickets_latest (tx, OVS_SUBJECT_CLIENT_LIST, &figures->ticket, &figures->handed_in_on);
}

void
ovs_route_figures_clear (OvsRouteFigures *figures)
{
  g_clear_pointer (&figures->ticket, g_free);
}

gboolean
ovs_route_figures_submitted (const OvsRouteFigures *figures)
{
  return figures->reconciled[OVS_RECONCILED_SUBMITTED] > 0;
}
