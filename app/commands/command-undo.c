/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "dossier/undo.h"

typedef struct
{
  char *operation; /* (owned) */
  gint64 changed;
} TakenBack;

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  TakenBack *taken = data;

  return ovs_undo_take_back (tx, &taken->operation, &taken->changed, error);
}

gboolean
ovs_command_undo (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  g_autofree char *operation = NULL;
  TakenBack taken = { NULL, 0 };
  const GOptionEntry options[] = { { NULL } };
  gboolean done;

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;

  done = ovs_dossier_write (dossier, take_back, &taken, NULL, error);
  operation = taken.operation;
  if (!done)
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "changed", taken.changed);
  ovs_json_add_text (ovs_invocation_json (invocation), "operation", operation);
  ovs_invocation_say (invocation, _ ("Took back the last step: “%s”."), operation);
  return TRUE;
}
