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
  OvsDay until;
  gint64 changed;
} Snooze;

static gboolean
put_off (OvsTx *tx, gpointer data, GError **error)
{
  Snooze *snooze = data;
  g_autoptr (GArray) people = ovs_named_people_find (tx, snooze->employer, (const char *const *) snooze->employees, error);

  if (people == NULL)
    return FALSE;
  snooze->changed = ovs_follow_up_snooze (tx, people, snooze->until, error);
  return snooze->changed >= 0;
}

gboolean
ovs_command_snooze (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_auto (GStrv) employees = NULL;
  g_autofree char *until = NULL;
  gboolean now = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  Snooze snooze = { .until = OVS_NO_DAY };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employees, N_ ("An employee of this client; may be given more than once"), "NUMBER" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("The day on which they are shown as work again"), "DATE" },
    { "now", 0, 0, G_OPTION_ARG_NONE, &now, N_ ("Show them as work again at once"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (employer == NULL || employees == NULL || (until == NULL) != now)
    return ovs_usage_refuse (error, _ ("Say whom with --employer and --employee, and either until when with --until or --now."));
  if (!ovs_parse_day (until, &snooze.until, error))
    return FALSE;

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  snooze.employer = employer;
  snooze.employees = employees;
  if (dossier == NULL || !ovs_dossier_write (dossier, put_off, &snooze, NULL, error))
    return FALSE;
  ovs_answer_changed (invocation, snooze.changed);
  return TRUE;
}
