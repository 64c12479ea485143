/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/reconciliation.h"
#include "dossier/route-people.h"

G_BEGIN_DECLS

/**
 * OvsRouteFigures:
 * @clients: that go by the route; of these @clients_ready have somebody to submit, and @clients_submitted were submitted by it
 * @ticket: (nullable): number of the latest ticket with a client list
 * @handed_in_on: its day, %OVS_NO_DAY for none
 *
 * What a page of a route without a connection shows. Clear with ovs_route_figures_clear().
 */
typedef struct
{
  gint64 clients;
  gint64 clients_ready;
  gint64 clients_submitted;
  gint64 people[OVS_N_ROUTE_LISTS];
  gint64 reconciled[OVS_N_RECONCILED];
  char *ticket;
  OvsDay handed_in_on;
} OvsRouteFigures;

/** Reads them. @wave: see dossier/routes.h. In the reader's thread. */
void ovs_route_figures_read  (OvsTx *tx, OvsRoute route, gint64 wave, OvsRouteFigures *figures);
void ovs_route_figures_clear (OvsRouteFigures *figures);

/** Somebody was submitted by this route. */
gboolean ovs_route_figures_submitted (const OvsRouteFigures *figures);

G_END_DECLS
