/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The ways by which a client is converted. */
typedef enum
{
  OVS_ROUTE_API,   /* by Overstap, over Loket's API */
  OVS_ROUTE_LOKET, /* by Loket, with a ticket and a client list */
  OVS_ROUTE_HAND,  /* by the office in Loket itself, with a work list */
  OVS_N_ROUTES
} OvsRoute;

/** "api", "loket", "hand": as in the dossier and on the command line. */
const char *ovs_route_code      (OvsRoute route);

/** FALSE for a code that is none. @code: (nullable). */
gboolean    ovs_route_from_code (const char *code, OvsRoute *route);

/** As the user calls it: "Overstap does it (connection)". In the user's language. Returns: (transfer none). */
const char *ovs_route_title     (OvsRoute route);

/** The route where nobody chose one: over the API where there is a connection, else by Loket. */
OvsRoute    ovs_route_default   (gboolean connected);

G_END_DECLS
