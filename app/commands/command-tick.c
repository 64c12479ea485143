/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/submissions.h"

typedef struct
{
  GStrv numbers;
  gboolean not_done;
  OvsSubmitted submitted;
  gint64 taken_back;
} Tick;

static gboolean
write_tick (OvsTx *tx, gpointer data, GError **error)
{
  Tick *tick = data;

  if (!tick->not_done)
    return ovs_submissions_tick (tx, (const char *const *) tick->numbers, &tick->submitted, error);
  tick->taken_back = ovs_submissions_untick (tx, (const char *const *) tick->numbers, error);
  return tick->taken_back >= 0;
}

static void
answer (OvsInvocation *invocation, const Tick *tick)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (tick->not_done)
    {
      ovs_json_add_count (json, "taken_back", tick->taken_back);
      ovs_invocation_say_count (invocation, tick->taken_back, _ ("people are not submitted after all"));
      return;
    }
  ovs_json_add_text (json, "route", ovs_route_code (OVS_ROUTE_HAND));
  ovs_json_add_count (json, "clients", tick->submitted.clients);
  ovs_json_add_count (json, "submitted", tick->submitted.people);
  ovs_invocation_say_count (invocation, tick->submitted.clients, _ ("clients done in Loket"));
  ovs_invocation_say_count (invocation, tick->submitted.people, _ ("people submitted: unknown until Loket's files are read in"));
}

gboolean
ovs_command_tick (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Tick tick = { 0 };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("These clients; several numbers may follow"), "NUMBER…" },
    { "not-done", 0, 0, G_OPTION_ARG_NONE, &tick.not_done, N_ ("They were not done after all"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) || !ovs_invocation_numbers (invocation, employers, 1, &numbers, error))
    return FALSE;
  if (employers == NULL)
    return ovs_usage_refuse (error, _ ("Say which clients with --employer."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  tick.numbers = numbers;
  if (dossier == NULL || !ovs_dossier_write (dossier, write_tick, &tick, NULL, error))
    return FALSE;
  answer (invocation, &tick);
  return TRUE;
}
