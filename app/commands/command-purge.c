/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/named-people.h"
#include "commands/parse.h"
#include "dossier/purge.h"

typedef struct
{
  const char *employer;
  const char *employee;
  gint64 found;
} Whom;

static gboolean
find (OvsTx *tx, gpointer data, GError **error)
{
  Whom *whom = data;
  const char *const numbers[] = { whom->employee, NULL };
  g_autoptr (GArray) people = ovs_named_people_find (tx, whom->employer, numbers, error);

  whom->found = people != NULL ? g_array_index (people, gint64, 0) : 0;
  return people != NULL;
}

static gboolean
purge (OvsDossier *dossier, Whom *whom, OvsPurgeReport *report, GError **error)
{
  if (whom->employer == NULL)
    return ovs_purge_run (dossier, report, error);
  return ovs_dossier_read (dossier, find, whom, NULL, error) && ovs_purge_erase (dossier, whom->found, report, error);
}

static void
answer (OvsInvocation *invocation, const OvsPurgeReport *report)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *size = g_format_size ((guint64) report->bytes);

  ovs_json_add_count (json, "people", report->people);
  ovs_json_add_count (json, "bytes", report->bytes);
  ovs_json_add_count (json, "backups", report->backups);
  ovs_json_add_count (json, "sought", report->sought);
  ovs_json_add_count (json, "found", report->found);
  ovs_invocation_say_count (invocation, report->people, _ ("employees whose data were removed"));
  ovs_invocation_say_count (invocation, report->backups, _ ("backups that were removed"));
  ovs_invocation_say (invocation, _ ("Dossier and backups take %s less."), size);
  ovs_invocation_say (invocation, _ ("The file was searched for %u names, addresses and ids of before: %ld found."), report->sought, (long) report->found);
}

gboolean
ovs_command_purge (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  gboolean yes = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  OvsPurgeReport report;
  Whom whom;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Remove the personal data now, without waiting and without the accountability. This cannot be undone"), NULL },
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("With --employee: of this one employee only, at his request"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("The employee at this client"), "NUMBER" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if ((employer == NULL) != (employee == NULL))
    return ovs_usage_refuse (error, _ ("Say whom with --employer and --employee, or neither for everybody."));
  if (!yes)
    return ovs_usage_refuse (error, _ ("Removing personal data cannot be undone. With --yes it is done."));
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  whom = (Whom){ employer, employee, 0 };
  if (dossier == NULL || !purge (dossier, &whom, &report, error))
    return FALSE;
  answer (invocation, &report);
  return TRUE;
}
