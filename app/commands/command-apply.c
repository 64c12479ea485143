/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/standings.h"
#include "commands/parse.h"
#include "commands/planned.h"
#include "commands/problems.h"
#include "commands/progress.h"
#include "commands/rounds.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/apply.h"

/* What Loket has otherwise than was judged, and whether that kept anybody back. */
static void
answer_differences (OvsInvocation *invocation, GPtrArray *differences)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *code = ovs_differences_get_code (differences);
  guint held = 0;

  if (differences->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Loket has otherwise than was judged:"));
  ovs_json_begin_list (json, "differences");
  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);

      held += difference->held;
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
  if (code != NULL)
    ovs_json_add_text (json, "differences_code", code);
  if (held > 0)
    ovs_invocation_say (invocation, _ ("Read them from Loket with “overstap fetch”, or convert them as Loket has them with --differences %s."), code);
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

/* --- a round --- */

typedef struct
{
  int number;
  const char *reason; /* (nullable) given now */
  gboolean dry_run;
  OvsRound *round;    /* (owned) */
  guint warnings;
} Turn;

static gboolean
refuse_early (const OvsRound *round, GError **error)
{
  g_autofree char *day = ovs_day_to_dutch (round->facts.day);

  if (round->facts.day == OVS_NO_DAY)
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                 _ ("Round %d has no day yet. Give it one with “overstap waves --set”, or say with --reason TEXT why it goes now. "
                    "Nothing was sent."),
                 (int) round->number);
  else
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                 _ ("Round %d is planned for %s. Apply it on that day, or say with --reason TEXT why it goes earlier. Nothing was sent."),
                 (int) round->number, day);
  return FALSE;
}

static gboolean
read_turn (OvsTx *tx, gpointer data, GError **error)
{
  Turn *turn = data;
  const gint64 id = ovs_waves_find (tx, turn->number);

  turn->round = id != 0 ? ovs_round_read (tx, id) : NULL;
  if (turn->round == NULL)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                   _ ("This dossier has no round %d. Leave out --wave to convert everybody who is ready. "
                      "Nothing was sent."),
                   turn->number);
      return FALSE;
    }
  if (!turn->dry_run && ovs_round_is_early (&turn->round->facts) && turn->reason == NULL && turn->round->early_reason == NULL)
    return refuse_early (turn->round, error);
  /* Sent today, it is today that counts. */
  turn->round->facts.day = turn->round->facts.today;
  turn->warnings = ovs_round_judge (&turn->round->facts);
  return TRUE;
}

/* Finds the round and warns of what is hasty about it. */
static gboolean
take_turn (OvsDossier *dossier, Turn *turn, GError **error)
{
  if (!ovs_dossier_read (dossier, read_turn, turn, NULL, error))
    return FALSE;
  ovs_rounds_warn (turn->round, turn->warnings);
  return TRUE;
}

gboolean
ovs_command_apply (OvsInvocation *invocation, GError **error)
{
  gboolean yes = FALSE, dry_run = FALSE;
  int approved = OVS_RUN_NOBODY_ASKED;
  g_autofree char *reason = NULL;
  g_autoptr (OvsRound) round = NULL;
  Turn turn = { 0 };
  g_autofree char *second_person = NULL;
  g_autofree char *code = NULL;
  OvsApplyOptions how = OVS_APPLY_OPTIONS_INIT;
  OvsStandings standings;
  OvsJsonWriter *json;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Yes: send it to Loket"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show what would be sent, send nothing"), NULL },
    { "wave", 0, 0, G_OPTION_ARG_INT, &turn.number, N_ ("Only this round"), "N" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why the round goes before its day, or soon after informing"), "TEXT" },
    { "approved", 0, 0, G_OPTION_ARG_INT, &approved,
      N_ ("How many people were agreed to: for more, or where much has changed, nothing is sent"), "N" },
    { "differences", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("What Loket has otherwise was seen, and they go all the same"), "CODE" },
    { "second-person", 0, 0, G_OPTION_ARG_STRING, &second_person, N_ ("Who agreed as well, for the trail"), "NAME" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (yes == dry_run)
    return ovs_usage_refuse (error, _ ("Give either --yes or --dry-run."));
  if (reason != NULL && turn.number == 0)
    return ovs_usage_refuse (error, _ ("Say of which round with --wave."));
  if (approved < OVS_RUN_NOBODY_ASKED)
    return ovs_usage_refuse (error, _ ("--approved takes a number of people."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;
  turn.reason = reason;
  turn.dry_run = dry_run;
  if (turn.number != 0 && !take_turn (dossier, &turn, error))
    {
      ovs_round_free (turn.round);
      return FALSE;
    }
  round = turn.round;
  how.wave = round != NULL ? round->id : 0;
  how.early_reason = reason;
  how.dry_run = dry_run;
  how.approval.people = approved;
  how.approval.code = code;
  how.second_person = second_person;
  applied = apply (invocation, dossier, &how, error);
  if (applied == NULL || !ovs_standings_read_wave (dossier, how.wave, &standings, error))
    return FALSE;
  answer (invocation, &standings, applied, dry_run);
  json = ovs_invocation_json (invocation);
  ovs_json_begin_list (json, "warnings");
  if (round != NULL)
    ovs_rounds_add_warnings (json, round, turn.warnings);
  if (!ovs_add_warnings (invocation, dossier, applied->warnings, error))
    return FALSE;
  ovs_json_end_list (json);
  return TRUE;
}
