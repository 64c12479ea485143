/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/routes.h"

#include <glib/gi18n.h>

#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

static OvsRoute
read_route (char *code, OvsRoute otherwise)
{
  g_autofree char *owned = code;
  OvsRoute route = otherwise;

  ovs_route_from_code (owned, &route);
  return route;
}

OvsRoute
ovs_routes_of (OvsTx *tx, gint64 employer)
{
  return read_route (ovs_tx_get_text (tx, "SELECT " OVS_ROUTE_OF_CLIENT " FROM employer c WHERE c.id = ?1", "i", employer), OVS_ROUTE_API);
}

gboolean
ovs_routes_chosen (OvsTx *tx, gint64 employer, OvsRoute *route)
{
  g_autofree char *code = ovs_tx_get_text (
      tx, "SELECT coalesce(c.route, w.route) FROM employer c LEFT JOIN wave w ON w.id = c.wave WHERE c.id = ?1", "i", employer);

  return ovs_route_from_code (code, route);
}

static gboolean
require_free (OvsTx *tx, gint64 employer, const char *number, GError **error)
{
  gint64 submitted;

  ovs_tx_get_int (tx, &submitted,
                  "SELECT EXISTS (SELECT 1 FROM employee e CROSS JOIN intent i ON i.employee = e.id WHERE e.employer = ?1 AND i.kind = 'invite' "
                  "AND i.state <> 'planned')",
                  "i", employer);
  if (submitted == 0)
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("Employees of client %s were submitted already, so its route stays as it is. Nothing was changed."), number);
  return FALSE;
}

static gint64
set_one (OvsTx *tx, gint64 sequence, gint64 employer, OvsRoute route)
{
  const char *code = ovs_route_code (route);
  g_autofree char *old = ovs_tx_get_text (tx, "SELECT route FROM employer WHERE id = ?1", "i", employer);

  if (ovs_routes_of (tx, employer) == route)
    return 0;
  ovs_tx_run (tx, "UPDATE employer SET route = ?2 WHERE id = ?1", "is", employer, code);
  ovs_history_add (tx, sequence, employer, 0, "route", old, code);
  return 1;
}

gint64
ovs_routes_set (OvsTx *tx, const char *const *numbers, OvsRoute route, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  g_autofree char *detail = NULL;
  gint64 changed = 0;

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (tx, numbers[i], &employer, error) || !require_free (tx, employer, numbers[i], error))
        {
          ovs_step_keep (&step);
          return -1;
        }
      changed += set_one (tx, step.sequence, employer, route);
    }
  detail = g_strdup_printf ("{\"route\": \"%s\", \"changed\": %" G_GINT64_FORMAT "}", ovs_route_code (route), changed);
  ovs_step_end (&step, "route", detail, NULL);
  return changed;
}
