/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/connect.h"

static void
answer (OvsInvocation *invocation, const OvsConnection *connection)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_text (json, "url", connection->url);
  ovs_json_add_text (json, "user", connection->user);
  ovs_json_add_count (json, "employers", connection->employers);
  ovs_json_add_count (json, "recognised", connection->recognised);
  ovs_invocation_say (invocation, _ ("Connected with %s as %s."), connection->url, connection->user);
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Loket shows %u client; %u of them in this dossier.",
                                   "Loket shows %u clients; %u of them in this dossier.",
                                   connection->employers),
                      connection->employers, connection->recognised);
}

gboolean
ovs_command_connect (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsWait) wait = NULL;
  g_autoptr (OvsConnection) connection = NULL;
  const GOptionEntry options[] = { { NULL } };

  if (!ovs_invocation_parse (invocation, options, 2, 2, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;

  wait = ovs_wait_new ();
  ovs_connect_async (dossier, ovs_invocation_word (invocation, 1), ovs_wait_get_cancellable (wait),
                     ovs_wait_done, wait);
  connection = ovs_connect_finish (dossier, ovs_wait_result (wait), error);
  if (connection == NULL)
    return FALSE;
  answer (invocation, connection);
  return ovs_answer_rights (invocation, dossier, error) && ovs_answer_warnings (invocation, dossier, NULL, error);
}
