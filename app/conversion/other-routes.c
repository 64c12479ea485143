/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/other-routes.h"

#include <glib/gi18n.h>

#include "dossier/candidates.h"
#include "dossier/waves.h"

static gboolean
was_told (const GPtrArray *problems, const char *number, const char *sentence)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (problems, i);

      if (g_strcmp0 (problem->employer_number, number) == 0 && g_str_equal (problem->reason, sentence))
        return TRUE;
    }
  return FALSE;
}

gboolean
ovs_other_routes_hold_back (GPtrArray *problems, OvsTx *tx, gint64 employer, const char *number)
{
  OvsRoute route = ovs_waves_route_of (tx, employer);
  const char *sentence = route == OVS_ROUTE_LOKET
                             ? _ ("Loket converts this client: hand the client list in, and write that down with “overstap submit”.")
                             : _ ("This client is done by hand in Loket: take the work list, and write it down with “overstap tick”.");

  if (route == OVS_ROUTE_API)
    return FALSE;
  if (!was_told (problems, number, sentence))
    g_ptr_array_add (problems, ovs_problem_new (number, NULL, sentence));
  return TRUE;
}

static void
count_one (const OvsCandidate *candidate, gpointer data)
{
  ++*(guint *) data;
}

void
ovs_other_routes_tell (GPtrArray *problems, OvsTx *tx, gint64 employer, const char *number)
{
  guint ready = 0;

  ovs_candidates_foreach (tx, employer, count_one, &ready);
  if (ready > 0)
    ovs_other_routes_hold_back (problems, tx, employer, number);
}
