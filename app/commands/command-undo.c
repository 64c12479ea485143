/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "dossier/rollback.h"
#include "dossier/undo.h"

typedef struct
{
  char *operation; /* (owned) */
  gint64 changed;
  gboolean is_import;
  OvsRollback back; /* of an import */
} TakenBack;

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  TakenBack *taken = data;

  gint64 import = ovs_undo_find_import (tx);

  if (import == 0)
    return ovs_undo_take_back (tx, &taken->operation, &taken->changed, error);
  taken->is_import = TRUE;
  taken->operation = g_strdup ("import");
  if (!ovs_rollback_import (tx, import, NULL, NULL, &taken->back, error))
    return FALSE;
  taken->changed = taken->back.reversed;
  return TRUE;
}

static void
answer_import (OvsInvocation *invocation, const OvsRollback *back)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_count (json, "reversed", back->reversed);
  ovs_json_add_count (json, "kept", back->kept);
  ovs_json_add_count (json, "failed", back->failed);
  ovs_invocation_say_count (invocation, back->reversed, _ ("reversed"));
  ovs_invocation_say_count (invocation, back->kept, _ ("kept, because something was decided or changed since"));
  ovs_invocation_say_count (invocation, back->failed, _ ("failed, because a request about them went to Loket"));
}

gboolean
ovs_command_undo (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  g_autofree char *operation = NULL;
  TakenBack taken = { 0 };
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
  if (taken.is_import)
    answer_import (invocation, &taken.back);
  return TRUE;
}
