/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/decided.h"
#include "commands/parse.h"
#include "commands/wait.h"
#include "conversion/mend.h"
#include "dossier/decisions.h"

typedef struct
{
  char *employer;
  char *employee;
  char *email;
  gboolean done_in_loket;
  gint64 changed;
} Mend;

static gboolean
write_mend (OvsTx *tx, gpointer data, GError **error)
{
  Mend *mend = data;

  mend->changed =
      ovs_decisions_mend (tx, mend->employer, mend->employee, mend->email, mend->done_in_loket, error);
  return mend->changed >= 0;
}

static const char *
state_code (OvsAddressChangeState state)
{
  switch (state)
    {
    case OVS_ADDRESS_CHANGE_DONE:
      return "done";
    case OVS_ADDRESS_CHANGE_REFUSED:
      return "refused";
    default:
      return "unknown";
    }
}

static void
answer_mended (OvsInvocation *invocation, const OvsMended *mended)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_answer_changed (invocation, mended->changed);
  ovs_json_add_text (json, "loket", state_code (mended->state));
  ovs_json_add_text (json, "answer", mended->answer);
  if (mended->state == OVS_ADDRESS_CHANGE_DONE)
    {
      ovs_invocation_say (invocation, "%s", _ ("Loket has the address too."));
      return;
    }
  ovs_invocation_say (invocation, _ ("Loket: %s"), mended->answer);
  ovs_invocation_say (invocation, "%s", _ ("The address was changed here only, and is still to be changed in Loket."));
}

static gboolean
mend_in_loket (OvsInvocation *invocation, OvsDossier *dossier, const Mend *mend, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  g_autoptr (OvsMended) mended = NULL;

  ovs_mend_async (dossier, mend->employer, mend->employee, mend->email, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  mended = ovs_mend_finish (dossier, ovs_wait_result (wait), error);
  if (mended == NULL)
    return FALSE;
  answer_mended (invocation, mended);
  return TRUE;
}

gboolean
ovs_command_mend (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *email = NULL;
  gboolean done_in_loket = FALSE;
  gboolean in_loket = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  Mend mend;
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("The employee of this client"), "NUMBER" },
    { "email", 0, 0, G_OPTION_ARG_STRING, &email, N_ ("The right private address"), "ADDRESS" },
    { "done-in-loket", 0, 0, G_OPTION_ARG_NONE, &done_in_loket, N_ ("It was changed in Loket as well"),
      NULL },
    { "in-loket", 0, 0, G_OPTION_ARG_NONE, &in_loket, N_ ("Change it in Loket as well, now"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (employer == NULL || employee == NULL || email == NULL)
    return ovs_usage_refuse (error, _ ("Give --employer, --employee and --email."));
  if (in_loket && done_in_loket)
    return ovs_usage_refuse (error, _ ("Give --in-loket to have it changed, or --done-in-loket when it was: not both."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  mend = (Mend){ employer, employee, email, done_in_loket, 0 };
  if (dossier == NULL)
    return FALSE;
  if (in_loket)
    return mend_in_loket (invocation, dossier, &mend, error);
  if (!ovs_dossier_write (dossier, write_mend, &mend, NULL, error))
    return FALSE;
  ovs_answer_changed (invocation, mend.changed);
  if (!done_in_loket)
    ovs_invocation_say (invocation, "%s",
                        _ ("Loket sends the invitation, so change the address there too; then give the same "
                           "command with --done-in-loket."));
  return TRUE;
}
