/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/standings.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/track.h"

static void
answer (OvsInvocation *invocation, const OvsStandings *standings, gint64 as_of)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *moment = ovs_clock_to_dutch (as_of);

  ovs_json_add_count (json, "invited", standings->counts.pending);
  ovs_json_add_count (json, "stranded", standings->counts.stranded);
  ovs_json_add_count (json, "unknown", ovs_standings_unknown (standings));
  ovs_standings_add_tracked (json, standings, as_of);
  ovs_invocation_say (invocation, _ ("As Loket has it on %s:"), moment);
  ovs_standings_say_tracked (invocation, standings);
}

gboolean
ovs_command_track (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsWait) wait = NULL;
  const GOptionEntry options[] = { { NULL } };
  OvsStandings standings;
  gint64 as_of;

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;

  wait = ovs_wait_new ();
  ovs_track_async (dossier, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  as_of = ovs_track_finish (dossier, ovs_wait_result (wait), error);
  if (as_of == 0 || !ovs_standings_read (dossier, &standings, error))
    return FALSE;
  answer (invocation, &standings, as_of);
  return ovs_answer_warnings (invocation, dossier, NULL, error);
}
