/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/problems.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/reinvite.h"

static void
answer (OvsInvocation *invocation, const OvsReinvited *reinvited)
{
  ovs_json_add_count (ovs_invocation_json (invocation), "invited", reinvited->invited);
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "%u person invited again.", "%u people invited again.",
                                   reinvited->invited),
                      reinvited->invited);
  if (reinvited->refused->len > 0)
    ovs_invocation_say (invocation, "%s", _ ("Not invited:"));
  ovs_answer_problems (invocation, "refused", reinvited->refused);
}

gboolean
ovs_command_reinvite (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  gboolean all = FALSE, again = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsWait) wait = NULL;
  g_autoptr (OvsReinvited) reinvited = NULL;
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("The employee of this client"), "NUMBER" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Everybody who fell out"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &again, N_ ("Also who was invited today already"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (all ? employer != NULL || employee != NULL : employer == NULL || employee == NULL)
    return ovs_usage_refuse (error, _ ("Give --employer with --employee for one person, or --all."));
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;

  wait = ovs_wait_new ();
  ovs_reinvite_async (dossier, employer, employee, again, ovs_wait_get_cancellable (wait), ovs_wait_done,
                      wait);
  reinvited = ovs_reinvite_finish (dossier, ovs_wait_result (wait), error);
  if (reinvited == NULL)
    return FALSE;
  answer (invocation, reinvited);
  return ovs_answer_warnings (invocation, dossier, NULL, error);
}
