/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/waves.h"

G_BEGIN_DECLS

/** Of whichever round, and of none. Where a function asks for a round it is its id, 0 for the clients without one, or this. */
#define OVS_WAVE_ANY (-1)

/* For this room, in SQL: the route of the client `c`, as ovs_waves_route_of() has it. */
#define OVS_ROUTE_OF_CLIENT                                                                                                         \
  "coalesce(c.route, (SELECT w.route FROM wave w WHERE w.id = c.wave), "                                                            \
  "CASE WHEN EXISTS (SELECT 1 FROM setting s WHERE s.name = 'loket-kind') THEN 'api' ELSE 'loket' END)"

/* The client `c` is of round ?2. */
#define OVS_OF_WAVE "(?2 < 0 OR coalesce(c.wave, 0) = ?2)"

/* The client `c` takes part, goes by the route ?1 and is of round ?2. */
#define OVS_GOES_BY_ROUTE "c.selected AND c.excluded_reason IS NULL AND " OVS_OF_WAVE " AND " OVS_ROUTE_OF_CLIENT " = ?1"

G_END_DECLS
