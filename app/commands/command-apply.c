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
#include "commands/warnings.h"
#include "conversion/apply.h"

/* What Loket has otherwise than was judged, and whether that kept anybody back. */
static void
answer_differences (OvsInvocation *invocation, GPtrArray *differences)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (differences->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Loket has otherwise than was judged:"));
  ovs_json_begin_list (json, "differences");
  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "employer", difference->employer_number);
      ovs_json_add_text (json, "employee", difference->employee_number);
      ovs_json_add_text (json, "what", ovs_difference_code (difference));
      if (ovs_difference_field (difference) != NULL)
        ovs_json_add_text (json, "field", ovs_difference_field (difference));
      ovs_json_add_flag (json, "held", difference->held);
      ovs_json_end_object (json);
      ovs_invocation_say (invocation, "%-10s %-10s %s%s", difference->employer_number, difference->employee_number,
                          ovs_difference_title (difference), difference->held ? _ ("; kept back") : "");
    }
  ovs_json_end_list (json);
}

static OvsApplied *
apply (OvsInvocation *invocation, OvsDossier *dossier, OvsApplyOptions *options, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  OvsProgress progress = ovs_progress_begin (invocation);
  OvsApplied *applied;

  options->progress = ovs_progress_show;
  options->progress_data = &progress;
  ovs_apply_async (dossier, options, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
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
  ovs_json_add_count (json, "without_rights", applied->without_rights);
  if (applied->problems->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Not done:"));
  ovs_answer_problems (invocation, "problems", applied->problems);
  answer_differences (invocation, applied->differences);
}

gboolean
ovs_command_apply (OvsInvocation *invocation, GError **error)
{
  gboolean yes = FALSE, dry_run = FALSE;
  int wave = 0, approved = OVS_RUN_NOBODY_ASKED;
  g_autofree char *second_person = NULL;
  OvsApplyOptions how = OVS_APPLY_OPTIONS_INIT;
  OvsStandings standings;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Yes: send it to Loket"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show what would be sent, send nothing"), NULL },
    { "wave", 0, 0, G_OPTION_ARG_INT, &wave, N_ ("Only this round"), "N" },
    { "approved", 0, 0, G_OPTION_ARG_INT, &approved,
      N_ ("How many people were agreed to: for more, or where much has changed, nothing is sent"), "N" },
    { "second-person", 0, 0, G_OPTION_ARG_STRING, &second_person, N_ ("Who agreed as well, for the trail"), "NAME" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (yes == dry_run)
    return ovs_usage_refuse (error, _ ("Give either --yes or --dry-run."));
  if (approved < OVS_RUN_NOBODY_ASKED)
    return ovs_usage_refuse (error, _ ("--approved takes a number of people."));

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
  how.dry_run = dry_run;
  how.approval.people = approved;
  how.second_person = second_person;
  applied = apply (invocation, dossier, &how, error);
  if (applied == NULL || !ovs_standings_read (dossier, &standings, error))
    return FALSE;
  answer (invocation, &standings, applied, dry_run);
  return ovs_answer_warnings (invocation, dossier, applied->warnings, error);
}
