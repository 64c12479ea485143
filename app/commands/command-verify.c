/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "dossier/verify.h"

static gboolean
verify (OvsTx *tx, gpointer data, GError **error)
{
  ovs_verify_run (tx, data);
  return TRUE;
}

static void
say_trail (OvsInvocation *invocation, const OvsVerified *verified)
{
  gint64 instant;
  g_autofree char *moment = NULL;

  if (verified->broken_at == 0)
    {
      ovs_invocation_say_count (invocation, verified->entries, _ ("entries of the trail, each fits on the one before it"));
      ovs_invocation_say (invocation, _ ("Hash of the last entry: %s"), verified->last_hash);
      return;
    }
  moment = ovs_clock_parse_iso (verified->at, &instant) ? ovs_clock_to_dutch (instant) : g_strdup (verified->at);
  ovs_invocation_say (invocation,
                      _ ("Entry %ld of the trail (“%s”, %s) was changed, or one before it was taken out. The entries before it are as they were written."),
                      (long) verified->broken_at, verified->operation, moment);
}

static void
answer (OvsInvocation *invocation, const OvsVerified *verified)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_count (json, "entries", verified->entries);
  ovs_json_add_flag (json, "intact", ovs_verified_intact (verified));
  if (verified->broken_at != 0)
    ovs_json_add_count (json, "broken_at", verified->broken_at);
  else
    ovs_json_add_text (json, "broken_at", NULL);
  ovs_json_add_text (json, "last_hash", verified->last_hash);
  ovs_json_add_flag (json, "file_intact", verified->damage == NULL && verified->loose == 0);
  say_trail (invocation, verified);
  if (verified->damage == NULL && verified->loose == 0)
    ovs_invocation_say (invocation, "%s", _ ("The file itself is sound."));
  else
    ovs_invocation_say (invocation, "%s", _ ("The file itself is damaged. Do not work on in it: put a backup back."));
}

gboolean
ovs_command_verify (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  g_auto (OvsVerified) verified = { 0 };
  const GOptionEntry options[] = { { NULL } };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL || !ovs_dossier_read (dossier, verify, &verified, NULL, error))
    return FALSE;
  answer (invocation, &verified);
  if (ovs_verified_intact (&verified))
    return TRUE;
  if (ovs_invocation_finish (invocation, error))
    g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER,
                         _ ("This dossier is not as Overstap wrote it. Keep this copy, and put a backup of before back."));
  return FALSE;
}
