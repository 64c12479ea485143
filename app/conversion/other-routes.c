/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/other-routes.h"

#include <glib/gi18n.h>

#include "dossier/waves.h"

static gboolean
was_told (OvsRun *run, const char *number, const char *sentence)
{
  for (guint i = 0; i < run->problems->len; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (run->problems, i);

      if (g_strcmp0 (problem->employer_number, number) == 0 && g_str_equal (problem->reason, sentence))
        return TRUE;
    }
  return FALSE;
}

gboolean
ovs_other_routes_hold_back (OvsRun *run, OvsTx *tx, const OvsReading *reading)
{
  OvsRoute route = ovs_waves_route_of (tx, reading->employer);
  const char *sentence = route == OVS_ROUTE_LOKET
                             ? _ ("Loket converts this client: hand the client list in, and write that down with “overstap submit”.")
                             : _ ("This client is done by hand in Loket: take the work list, and write it down with “overstap tick”.");

  if (route == OVS_ROUTE_API)
    return FALSE;
  if (!was_told (run, reading->number, sentence))
    g_ptr_array_add (run->problems, ovs_problem_new (reading->number, NULL, sentence));
  return TRUE;
}
