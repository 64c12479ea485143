/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/standings.h"
#include "commands/parse.h"
#include "commands/planned.h"
#include "commands/problems.h"
#include "commands/progress.h"
#include "commands/wait.h"
#include "conversion/apply.h"

static OvsApplied *
apply (OvsInvocation *invocation, OvsDossier *dossier, gboolean dry_run, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  OvsProgress progress = ovs_progress_begin (invocation);
  OvsApplied *applied;

  ovs_apply_async (dossier, dry_run, NULL, ovs_progress_show, &progress, ovs_wait_get_cancellable (wait),
                   ovs_wait_done, wait);
  applied = ovs_apply_finish (dossier, ovs_wait_result (wait), error);
  ovs_progress_end (&progress);
  return applied;
}

static void
answer (OvsInvocation *invocation, const OvsStandings *standings, const OvsApplied *applied, gboolean dry_run)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_standings_add_applied (json, standings);
  if (dry_run)
    {
      ovs_answer_planned (invocation, applied->requests,
                          _ ("There is nothing to send: nobody is ready who was not asked for already."));
    }
  else
    {
      ovs_json_add_count (json, "requests", standings->requests);
      ovs_standings_say_applied (invocation, standings);
    }
  if (applied->problems->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Not done:"));
  ovs_answer_problems (invocation, "problems", applied->problems);
}

gboolean
ovs_command_apply (OvsInvocation *invocation, GError **error)
{
  gboolean yes = FALSE, dry_run = FALSE;
  int wave = 0;
  OvsStandings standings;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Yes: send it to Loket"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show what would be sent, send nothing"), NULL },
    { "wave", 0, 0, G_OPTION_ARG_INT, &wave, N_ ("Only this round"), "N" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (yes == dry_run)
    return ovs_usage_refuse (error, _ ("Give either --yes or --dry-run."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;
  if (wave != 0)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                   _ ("This dossier has no round %d. Leave out --wave to convert everybody who is ready. "
                      "Nothing was sent."),
                   wave);
      return FALSE;
    }
  applied = apply (invocation, dossier, dry_run, error);
  if (applied == NULL || !ovs_standings_read (dossier, &standings, error))
    return FALSE;
  answer (invocation, &standings, applied, dry_run);
  return TRUE;
}
