/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/decisions.h"

typedef struct
{
  const char *code;
  char *employer; /* (nullable) */
  char *employee; /* (nullable) */
  OvsDay date;    /* %OVS_NO_DAY: on the day of the round, else today */
  char *reason;   /* (nullable) */
  gint64 accepted;
} Acceptance;

static gboolean
write_acceptance (OvsTx *tx, gpointer data, GError **error)
{
  Acceptance *acceptance = data;

  acceptance->accepted = ovs_decisions_accept (tx, acceptance->code, acceptance->employer,
                                               acceptance->employee, acceptance->date, acceptance->reason, error);
  return acceptance->accepted >= 0;
}

gboolean
ovs_command_accept (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *date = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Acceptance acceptance = { NULL };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("Of this client only"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("Of this employee of the client only"),
      "NUMBER" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Judge on this day; today when not given"),
      "YYYY-MM-DD" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, for the trail"), "TEXT" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 2, 2, error) ||
      !ovs_parse_day (date, &acceptance.date, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  acceptance.code = ovs_invocation_word (invocation, 1);
  acceptance.employer = employer;
  acceptance.employee = employee;
  acceptance.reason = reason;
  if (dossier == NULL || !ovs_dossier_write (dossier, write_acceptance, &acceptance, NULL, error))
    return FALSE;

  ovs_json_add_count (ovs_invocation_json (invocation), "accepted", acceptance.accepted);
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Accepted %lu warning.", "Accepted %lu warnings.",
                                   (gulong) acceptance.accepted),
                      (gulong) acceptance.accepted);
  return TRUE;
}
