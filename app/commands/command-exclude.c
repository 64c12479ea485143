/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/decided.h"
#include "commands/parse.h"
#include "dossier/decisions.h"

typedef struct
{
  char *employer;
  char *employee; /* (nullable) */
  char *reason;   /* (nullable) */
  gint64 changed;
} Exclusion;

static gboolean
write_exclusion (OvsTx *tx, gpointer data, GError **error)
{
  Exclusion *exclusion = data;

  exclusion->changed =
      ovs_decisions_exclude (tx, exclusion->employer, exclusion->employee, exclusion->reason, error);
  return exclusion->changed >= 0;
}

gboolean
ovs_command_exclude (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Exclusion exclusion;
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("One employee of this client only"), "NUMBER" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, for the trail"), "TEXT" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (employer == NULL)
    return ovs_usage_refuse (error, _ ("Say which client with --employer."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  exclusion = (Exclusion){ employer, employee, reason, 0 };
  if (dossier == NULL || !ovs_dossier_write (dossier, write_exclusion, &exclusion, NULL, error))
    return FALSE;
  ovs_answer_changed (invocation, exclusion.changed);
  return TRUE;
}
