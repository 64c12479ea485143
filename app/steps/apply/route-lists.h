/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/route-people.h"
#include "dossier/reconciliation.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/* The lists of the routes without a connection, for an OvsListSource; run in the reader's thread. */

/** What a list is about: made with ovs_route_filter(). */
char      *ovs_route_filter           (OvsRoute route, gint64 wave, int list, gint64 employer);

/** The clients. Columns: client, to submit, others, done. Sorted by name. */
GArray    *ovs_route_clients_query    (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_by_loket_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);
GPtrArray *ovs_by_hand_clients_fetch  (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** The people of an #OvsRouteList. To be fetched with ovs_plan_people_fetch(). */
GArray    *ovs_route_people_query     (OvsTx *tx, const OvsTableQuery *query, const char *handler);

/** The people of one client as they are on Loket's screen: whom to tick first. Columns: tick, name, number, e-mail, why. */
GArray    *ovs_route_sheet_query      (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_route_sheet_fetch      (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** The people of an #OvsReconciled; a line of the uitvallijst without a person has its id below zero. Columns: name, client, number, MijnLoket, what Loket says. */
GArray    *ovs_route_results_query    (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_route_results_fetch    (OvsTx *tx, const gint64 *ids, gsize n_ids);

G_END_DECLS
