/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/planned.h"
#include "commands/problems.h"
#include "commands/progress.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/rollback.h"

typedef struct
{
  const OvsRollbackScope *scope;
  OvsRollbackCounts counts;
  OvsDay today;
} Look;

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  Look *look = data;

  look->today = ovs_tx_today (tx);
  return ovs_rollback_scope_count (look->scope, tx, &look->counts, error);
}

static void
say_lasting (OvsInvocation *invocation, const OvsRollbackCounts *counts, OvsDay today)
{
  g_auto (GStrv) lines = ovs_rollback_tell_lasting (counts, today);

  if (lines[0] != NULL)
    ovs_invocation_say (invocation, "%s", _ ("What is not undone:"));
  for (gsize i = 0; lines[i] != NULL; i++)
    ovs_invocation_say (invocation, "- %s", lines[i]);
}

/* What cannot be undone is told before anything is sent. */
static gboolean
announce (OvsInvocation *invocation, OvsDossier *dossier, const OvsRollbackScope *scope, GError **error)
{
  Look look = { scope, { 0 }, OVS_NO_DAY };

  if (!ovs_dossier_read (dossier, count, &look, NULL, error))
    return FALSE;
  if (ovs_invocation_json (invocation) != NULL || look.counts.possible == 0)
    return TRUE;
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Giving Werknemerloket back to %u person.", "Giving Werknemerloket back to %u people.",
                                   look.counts.possible),
                      look.counts.possible);
  say_lasting (invocation, &look.counts, look.today);
  return ovs_invocation_show (invocation, error);
}

static OvsRolledBack *
roll_back (OvsInvocation *invocation, OvsDossier *dossier, OvsRollbackScope *scope, gboolean dry_run, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  OvsProgress progress = ovs_progress_begin (invocation);
  OvsRolledBack *rolled_back;

  ovs_rollback_async (dossier, scope, dry_run, ovs_progress_show, &progress, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  rolled_back = ovs_rollback_finish (dossier, ovs_wait_result (wait), error);
  ovs_progress_end (&progress);
  return rolled_back;
}

static void
answer (OvsInvocation *invocation, const OvsRolledBack *rolled_back, gboolean dry_run)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_count (json, "reinstated", rolled_back->reinstated);
  ovs_json_add_count (json, "unknown", rolled_back->unknown);
  ovs_json_begin_object (json, "stays");
  ovs_json_add_count (json, "invitations", rolled_back->counts.pending);
  ovs_json_add_count (json, "accounts", rolled_back->counts.linked);
  ovs_json_add_count (json, "left_employment", rolled_back->counts.gone);
  ovs_json_end_object (json);
  if (dry_run)
    ovs_answer_planned (invocation, rolled_back->requests, _ ("There is nothing to send: this conversion blocked nobody here."));
  else
    ovs_invocation_say_count (invocation, rolled_back->reinstated, _ ("have Werknemerloket back"));
  if (rolled_back->unknown > 0)
    ovs_invocation_say_count (invocation, rolled_back->unknown, _ ("unknown: Loket has not told; follow later"));
  if (rolled_back->reinstated > 0 || dry_run)
    say_lasting (invocation, &rolled_back->counts, rolled_back->today);
  if (rolled_back->refused->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Not given back:"));
  ovs_answer_problems (invocation, "refused", rolled_back->refused);
}

static OvsRollbackScope *
read_scope (OvsInvocation *invocation, char **employers, const char *employee, int wave, GError **error)
{
  g_auto (GStrv) numbers = NULL;

  if (!ovs_invocation_numbers (invocation, employers, 1, &numbers, error))
    return NULL;
  if ((numbers == NULL || numbers[0] == NULL) == (wave == 0) || (employee != NULL && g_strv_length (numbers) != 1))
    {
      ovs_usage_refuse (error, _ ("Give --employer, with --employee for one person, or --wave."));
      return NULL;
    }
  if (wave != 0)
    return ovs_rollback_scope_new_wave (wave);
  return ovs_rollback_scope_new_employers ((const char *const *) numbers, employee);
}

gboolean
ovs_command_rollback (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  g_autofree char *employee = NULL;
  gboolean yes = FALSE, dry_run = FALSE;
  int wave = 0;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsRollbackScope) scope = NULL;
  g_autoptr (OvsRolledBack) rolled_back = NULL;
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("A client; may be repeated and take several numbers"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("The employee of this client"), "NUMBER" },
    { "wave", 0, 0, G_OPTION_ARG_INT, &wave, N_ ("Everybody of this round"), "N" },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Yes: send it to Loket"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Show what would be sent, send nothing"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error))
    return FALSE;
  if (yes == dry_run)
    return ovs_usage_refuse (error, _ ("Give either --yes or --dry-run."));
  scope = read_scope (invocation, employers, employee, wave, error);
  if (scope == NULL)
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL || !announce (invocation, dossier, scope, error))
    return FALSE;
  rolled_back = roll_back (invocation, dossier, g_steal_pointer (&scope), dry_run, error);
  if (rolled_back == NULL)
    return FALSE;
  answer (invocation, rolled_back, dry_run);
  return ovs_answer_warnings (invocation, dossier, NULL, error);
}
