/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/decided.h"
#include "commands/named-people.h"
#include "commands/parse.h"
#include "dossier/follow-up.h"

typedef struct
{
  const char *employer;
  char **employees;
  const char *reason; /* (nullable): to take it back */
  gint64 changed;
} Decision;

static gboolean
decide (OvsTx *tx, gpointer data, GError **error)
{
  Decision *decision = data;
  g_autoptr (GArray) people = ovs_named_people_find (tx, decision->employer, (const char *const *) decision->employees, error);

  if (people == NULL)
    return FALSE;
  decision->changed = decision->reason != NULL ? ovs_follow_up_set_no_access (tx, people, decision->reason, error)
                                               : ovs_follow_up_clear_no_access (tx, people);
  return decision->changed >= 0;
}

gboolean
ovs_command_no_access (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_auto (GStrv) employees = NULL;
  g_autofree char *reason = NULL;
  gboolean take_back = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  Decision decision;
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employees, N_ ("An employee of this client; may be given more than once"), "NUMBER" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, for the trail"), "TEXT" },
    { "take-back", 0, 0, G_OPTION_ARG_NONE, &take_back, N_ ("They need access after all"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (employer == NULL || employees == NULL || (reason == NULL) != take_back)
    return ovs_usage_refuse (error, _ ("Say whom with --employer and --employee, and either why with --reason or --take-back."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  decision = (Decision){ employer, employees, reason, 0 };
  if (dossier == NULL || !ovs_dossier_write (dossier, decide, &decision, NULL, error))
    return FALSE;
  ovs_answer_changed (invocation, decision.changed);
  return TRUE;
}
