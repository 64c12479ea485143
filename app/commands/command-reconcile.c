/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/reconciliation.h"
#include "dossier/routes.h"

typedef struct
{
  OvsRoute route;
  int wave; /* its number, 0 for all */
  gint64 counts[OVS_N_RECONCILED];
} Reconcile;

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  Reconcile *reconcile = data;
  gint64 wave = OVS_WAVE_ANY;

  if (reconcile->wave != 0 && !ovs_waves_require (tx, reconcile->wave, &wave, error))
    return FALSE;
  ovs_reconciliation_count (tx, reconcile->route, wave, reconcile->counts);
  return TRUE;
}

static void
answer (OvsInvocation *invocation, const Reconcile *reconcile)
{
  const struct
  {
    const char *name;
    const char *sentence;
  } lists[OVS_N_RECONCILED] = {
    [OVS_RECONCILED_SUBMITTED] = { "submitted", _ ("submitted, of whom") },
    [OVS_RECONCILED_INVITED] = { "invited", _ ("invited to MijnLoket") },
    [OVS_RECONCILED_FALLOUT] = { "fallout", _ ("fell out: “overstap fallout” says why") },
    [OVS_RECONCILED_UNKNOWN] = { "unknown", _ ("unknown: in none of Loket's files yet") },
    [OVS_RECONCILED_NOT_SUBMITTED] = { "not_submitted", _ ("invited by Loket, and not submitted") },
    [OVS_RECONCILED_LISTED] = { "listed", _ ("on Loket's fallout list, and not submitted") },
    [OVS_RECONCILED_STRANGERS] = { "strangers", _ ("on Loket's fallout list, and not in this dossier") },
  };
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_text (json, "route", ovs_route_code (reconcile->route));
  for (int list = 0; list < OVS_N_RECONCILED; list++)
    {
      ovs_json_add_count (json, lists[list].name, reconcile->counts[list]);
      ovs_invocation_say_count (invocation, reconcile->counts[list], lists[list].sentence);
    }
}

gboolean
ovs_command_reconcile (OvsInvocation *invocation, GError **error)
{
  g_autofree char *route = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Reconcile reconcile = { OVS_ROUTE_LOKET };
  const GOptionEntry options[] = {
    { "route", 0, 0, G_OPTION_ARG_STRING, &route, N_ ("By which route they were submitted; loket when not given"), "loket|hand" },
    { "wave", 0, 0, G_OPTION_ARG_INT, &reconcile.wave, N_ ("Only this round"), "N" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (route != NULL && (!ovs_route_from_code (route, &reconcile.route) || reconcile.route == OVS_ROUTE_API))
    return ovs_usage_refuse (error, _ ("The route is loket or hand."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL || !ovs_dossier_read (dossier, count, &reconcile, NULL, error))
    return FALSE;
  answer (invocation, &reconcile);
  return TRUE;
}
