/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/route.h"

G_BEGIN_DECLS

/*
 * By which route a client is converted: its own, else that of its round, else the default: over the API where the dossier is bound to a
 * Loket, by Loket otherwise.
 */

/** Of whichever round, and of none. Where a function asks for a round it is its id, 0 for the clients without one, or this. */
#define OVS_WAVE_ANY (-1)

OvsRoute ovs_routes_of     (OvsTx *tx, gint64 employer);

/** TRUE where somebody chose the route, for the client or for its round. */
gboolean ovs_routes_chosen (OvsTx *tx, gint64 employer, OvsRoute *route);

/**
 * Has these clients go by @route, whatever that of their round is; one step. Refused for a client of whom somebody was submitted: what was
 * begun by one route is ended by it. Returns: how many changed, -1 with @error set.
 */
gint64   ovs_routes_set    (OvsTx *tx, const char *const *numbers, OvsRoute route, GError **error);

/* For this room: the same in SQL, of the client `c`. */
#define OVS_ROUTE_OF_CLIENT                                                                                                         \
  "coalesce(c.route, (SELECT w.route FROM wave w WHERE w.id = c.wave), "                                                            \
  "CASE WHEN EXISTS (SELECT 1 FROM setting s WHERE s.name = 'loket-kind') THEN 'api' ELSE 'loket' END)"

/* The client `c` is of round ?2. */
#define OVS_OF_WAVE "(?2 < 0 OR coalesce(c.wave, 0) = ?2)"

/* The client `c` takes part, goes by the route ?1 and is of round ?2. */
#define OVS_GOES_BY_ROUTE "c.selected AND c.excluded_reason IS NULL AND " OVS_OF_WAVE " AND " OVS_ROUTE_OF_CLIENT " = ?1"

G_END_DECLS
