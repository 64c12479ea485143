/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/decided.h"
#include "commands/parse.h"
#include "dossier/decisions.h"

typedef struct
{
  GStrv numbers;
  OvsDay day; /* %OVS_NO_DAY: today */
  char *note; /* (nullable) */
  gint64 changed;
} Inform;

static gboolean
write_inform (OvsTx *tx, gpointer data, GError **error)
{
  Inform *inform = data;
  OvsDay day = inform->day != OVS_NO_DAY ? inform->day : ovs_tx_today (tx);

  inform->changed =
      ovs_decisions_inform (tx, (const char *const *) inform->numbers, day, inform->note, error);
  return inform->changed >= 0;
}

gboolean
ovs_command_inform (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autofree char *date = NULL;
  g_autofree char *note = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Inform inform = { 0 };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers,
      N_ ("These clients; several numbers may follow"), "NUMBER…" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      N_ ("The day on which they were informed; today when not given"), "YYYY-MM-DD" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("How, for the trail"), "TEXT" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) ||
      !ovs_invocation_numbers (invocation, employers, 1, &numbers, error) ||
      !ovs_parse_day (date, &inform.day, error))
    return FALSE;
  if (employers == NULL)
    return ovs_usage_refuse (error, _ ("Say which clients with --employer."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  inform.numbers = numbers;
  inform.note = note;
  if (dossier == NULL || !ovs_dossier_write (dossier, write_inform, &inform, NULL, error))
    return FALSE;
  ovs_answer_changed (invocation, inform.changed);
  return TRUE;
}
