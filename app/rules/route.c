/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/route.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *title;
} routes[OVS_N_ROUTES] = {
  [OVS_ROUTE_API] = { "api", N_ ("Overstap does it (connection)") },
  [OVS_ROUTE_LOKET] = { "loket", N_ ("Loket does it (client list)") },
  [OVS_ROUTE_HAND] = { "hand", N_ ("By hand in Loket (work list)") },
};

const char *
ovs_route_code (OvsRoute route)
{
  return routes[route].code;
}

gboolean
ovs_route_from_code (const char *code, OvsRoute *route)
{
  for (OvsRoute i = 0; i < OVS_N_ROUTES; i++)
    if (g_strcmp0 (routes[i].code, code) == 0)
      {
        *route = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_route_title (OvsRoute route)
{
  return _ (routes[route].title);
}

OvsRoute
ovs_route_default (gboolean connected)
{
  return connected ? OVS_ROUTE_API : OVS_ROUTE_LOKET;
}
