/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/route-people.h"
#include "dossier/routes.h"
#include "dossier/submissions.h"

typedef struct
{
  OvsHandIn hand_in;
  int wave; /* its number, 0 for all */
  OvsSubmitted submitted;
  gint64 people[OVS_N_ROUTE_LISTS];
} Submit;

static gboolean
write_submit (OvsTx *tx, gpointer data, GError **error)
{
  Submit *submit = data;
  OvsRouteScope scope = { OVS_ROUTE_LOKET, OVS_WAVE_ANY, 0 };

  if (submit->wave != 0 && !ovs_waves_require (tx, submit->wave, &submit->hand_in.wave, error))
    return FALSE;
  scope.wave = submit->hand_in.wave;
  if (!ovs_submissions_hand_in (tx, &submit->hand_in, &submit->submitted, error))
    return FALSE;
  ovs_route_people_count (tx, &scope, submit->people);
  return TRUE;
}

static void
answer (OvsInvocation *invocation, const Submit *submit)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_text (json, "route", ovs_route_code (OVS_ROUTE_LOKET));
  ovs_json_add_count (json, "clients", submit->submitted.clients);
  ovs_json_add_count (json, "submitted", submit->submitted.people);
  ovs_json_add_count (json, "along_anyway", submit->people[OVS_ROUTE_ANYWAY]);
  ovs_json_add_count (json, "unsure", submit->people[OVS_ROUTE_UNSURE]);
  ovs_json_add_count (json, "without_address", submit->people[OVS_ROUTE_FALLOUT]);
  ovs_json_add_count (json, "not_along", submit->people[OVS_ROUTE_NOT_ALONG]);

  ovs_invocation_say_count (invocation, submit->submitted.clients, _ ("clients handed in"));
  ovs_invocation_say_count (invocation, submit->submitted.people, _ ("people submitted: unknown until Loket's files are read in"));
  ovs_invocation_say_count (invocation, submit->people[OVS_ROUTE_ANYWAY],
                            _ ("people whom Loket takes along although you decided otherwise: single people cannot be held back there"));
  ovs_invocation_say_count (invocation, submit->people[OVS_ROUTE_FALLOUT], _ ("people without an address: they come on the fallout list"));
}

gboolean
ovs_command_submit (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autofree char *ticket = NULL;
  g_autofree char *date = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Submit submit = { .hand_in = { .wave = OVS_WAVE_ANY, .handed_in_on = OVS_NO_DAY } };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("These clients only; several numbers may follow"), "NUMBER…" },
    { "wave", 0, 0, G_OPTION_ARG_INT, &submit.wave, N_ ("Only this round"), "N" },
    { "ticket", 0, 0, G_OPTION_ARG_STRING, &ticket, N_ ("The number of the ticket, as Loket gave it"), "NUMBER" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day on which it was handed in; today when not given"), "YYYY-MM-DD" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) || !ovs_invocation_numbers (invocation, employers, 1, &numbers, error)
      || !ovs_parse_day (date, &submit.hand_in.handed_in_on, error))
    return FALSE;
  if (ticket == NULL)
    return ovs_usage_refuse (error, _ ("Say with --ticket under which number the client list was handed in."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  submit.hand_in.numbers = employers != NULL ? (const char *const *) numbers : NULL;
  submit.hand_in.ticket = ticket;
  if (dossier == NULL || !ovs_dossier_write (dossier, write_submit, &submit, NULL, error))
    return FALSE;
  answer (invocation, &submit);
  return TRUE;
}
