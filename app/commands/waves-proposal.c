/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/waves-proposal.h"

#include <glib/gi18n.h>

#include "planning/round.h"

/* --- for scripts --- */

static void
add_reason (OvsJsonWriter *json, const OvsPlanReason *reason)
{
  g_autofree char *sentence = ovs_plan_reason_tell (reason);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "code", ovs_plan_why_code (reason->why));
  ovs_json_add_text (json, "sentence", sentence);
  ovs_json_end_object (json);
}

static void
add_reasons (OvsJsonWriter *json, const char *name, const GArray *reasons)
{
  ovs_json_begin_list (json, name);
  for (guint i = 0; i < reasons->len; i++)
    add_reason (json, &g_array_index (reasons, OvsPlanReason, i));
  ovs_json_end_list (json);
}

static void
add_clients (OvsJsonWriter *json, const OvsPlan *plan, const OvsPlannedRound *round)
{
  ovs_json_begin_list (json, "clients");
  for (guint i = 0; i < round->clients->len; i++)
    {
      const OvsPlannedClient *planned = &g_array_index (round->clients, OvsPlannedClient, i);
      const OvsPlanReason *reasons[] = { &planned->why, &planned->waited, &planned->look_out };

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "employer", ovs_plan_get_client (plan, planned->client)->number);
      ovs_json_begin_list (json, "reasons");
      for (guint at = 0; at < G_N_ELEMENTS (reasons); at++)
        if (reasons[at]->why != OVS_PLAN_NOTHING)
          add_reason (json, reasons[at]);
      ovs_json_end_list (json);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
}

static void
add_round (OvsJsonWriter *json, const OvsPlan *plan, const OvsPlannedRound *round)
{
  g_autofree char *date = ovs_day_to_iso (round->day);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_count (json, "number", round->number);
  ovs_json_add_text (json, "date", date);
  ovs_json_add_count (json, "employers", round->clients->len);
  ovs_json_add_count (json, "employees", ovs_plan_count_employees (plan, round));
  ovs_json_add_count (json, "to_invite", (gint64) round->people - ovs_plan_count_open (plan, round));
  ovs_json_add_count (json, "at_most", (gint64) round->people);
  ovs_json_begin_list (json, "questions");
  ovs_json_add_count (json, NULL, (gint64) round->low);
  ovs_json_add_count (json, NULL, (gint64) round->high);
  ovs_json_end_list (json);
  add_reasons (json, "warnings", round->look_outs);
  ovs_json_add_flag (json, "pilot", round->pilot);
  ovs_json_add_flag (json, "stands", round->stands);
  add_reasons (json, "reasons", round->day_reasons);
  add_clients (json, plan, round);
  ovs_json_end_object (json);
}

static void
answer_json (OvsJsonWriter *json, const OvsPlan *plan, gboolean accepted)
{
  const OvsProposal *proposal = plan->proposal;
  g_autofree char *figures = ovs_capacity_tell (&plan->ask.capacity);

  ovs_json_begin_list (json, "waves");
  for (guint i = 0; i < proposal->rounds->len; i++)
    add_round (json, plan, g_ptr_array_index (proposal->rounds, i));
  ovs_json_end_list (json);
  ovs_json_begin_list (json, "not_placed");
  for (guint i = 0; i < proposal->left->len; i++)
    {
      const OvsPlanLeft *left = &g_array_index (proposal->left, OvsPlanLeft, i);
      g_autofree char *sentence = ovs_plan_reason_tell (&left->why);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "employer", ovs_plan_get_client (plan, left->client)->number);
      ovs_json_add_text (json, "code", ovs_plan_why_code (left->why.why));
      ovs_json_add_text (json, "sentence", sentence);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
  ovs_json_add_flag (json, "accepted", accepted);
  ovs_json_add_count (json, "per_day", plan->wish.per_day);
  ovs_json_add_count (json, "peak_share", plan->wish.peak_share);
  ovs_json_add_count (json, "most_invited", (gint64) proposal->most);
  ovs_json_add_count (json, "payday_unknown", proposal->pay_unknown);
  ovs_json_add_text (json, "figures", figures);
}

/* --- for people --- */

static void
say_reason (OvsInvocation *invocation, const char *indent, const OvsPlanReason *reason)
{
  g_autofree char *sentence = ovs_plan_reason_tell (reason);

  ovs_invocation_say (invocation, "%s%s", indent, sentence);
}

static void
say_client (OvsInvocation *invocation, const OvsPlan *plan, const OvsPlannedClient *planned)
{
  const OvsPlanPerson *client = ovs_plan_get_client (plan, planned->client);
  const OvsPlanReason *reasons[] = { &planned->why, &planned->waited, &planned->look_out };

  ovs_invocation_say (invocation, "    %s %s", client->number, client->name != NULL ? client->name : "");
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i]->why != OVS_PLAN_NOTHING)
      say_reason (invocation, "        ", reasons[i]);
}

static void
say_round (OvsInvocation *invocation, const OvsPlan *plan, const OvsPlannedRound *round)
{
  gint64 open = ovs_plan_count_open (plan, round);
  g_autofree char *day = ovs_day_to_dutch (round->day);
  g_autofree char *clients = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d client", "%d clients", round->clients->len), (int) round->clients->len);
  g_autofree char *people
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d employee", "%d employees", (gulong) round->people), (int) round->people);

  ovs_invocation_say (invocation, _ ("Round %d: %s. %s, %s; %d to %d questions."), (int) round->number, day, clients, people, (int) round->low,
                      (int) round->high);
  if (open > 0)
    ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "    Of these, something is to be settled for %d first.",
                                                 "    Of these, something is to be settled for %d first.", (gulong) open),
                        (int) open);
  for (guint i = 0; i < round->day_reasons->len; i++)
    say_reason (invocation, "    ", &g_array_index (round->day_reasons, OvsPlanReason, i));
  for (guint i = 0; i < round->look_outs->len; i++)
    say_reason (invocation, "    ", &g_array_index (round->look_outs, OvsPlanReason, i));
  for (guint i = 0; i < round->clients->len; i++)
    say_client (invocation, plan, &g_array_index (round->clients, OvsPlannedClient, i));
}

static void
say (OvsInvocation *invocation, const OvsPlan *plan, gboolean accepted)
{
  const OvsProposal *proposal = plan->proposal;
  guint nobody = ovs_plan_count_left (plan, TRUE);
  g_autofree char *figures = ovs_capacity_tell (&plan->ask.capacity);

  if (proposal->rounds->len + ovs_plan_count_left (plan, FALSE) == 0)
    ovs_invocation_say (invocation, "%s", _ ("Every client that takes part has a round already."));
  for (guint i = 0; i < proposal->rounds->len; i++)
    say_round (invocation, plan, g_ptr_array_index (proposal->rounds, i));
  for (guint i = 0; i < proposal->left->len; i++)
    {
      const OvsPlanLeft *left = &g_array_index (proposal->left, OvsPlanLeft, i);

      if (left->why.why == OVS_PLAN_NOBODY)
        continue;
      ovs_invocation_say (invocation, _ ("Client %s has no round:"), ovs_plan_get_client (plan, left->client)->number);
      say_reason (invocation, "    ", &left->why);
    }
  if (nobody > 0)
    ovs_invocation_say (invocation,
                        g_dngettext (GETTEXT_PACKAGE, "%'u client needs no round: nobody can be invited any more",
                                     "%'u clients need no round: nobody can be invited any more", nobody),
                        nobody);
  if (proposal->pay_unknown > 0)
    {
      OvsPlanReason unknown = { OVS_PLAN_PAY_UNKNOWN, .number = proposal->pay_unknown };

      say_reason (invocation, "", &unknown);
    }
  ovs_invocation_say (invocation, "%s", figures);
  if (proposal->rounds->len > 0)
    ovs_invocation_say (invocation, "%s", accepted ? _ ("The rounds are planned so.") : _ ("Nothing was changed. --accept plans the rounds so."));
}

void
ovs_waves_proposal_answer (OvsInvocation *invocation, const OvsPlan *plan, gboolean accepted)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (json != NULL)
    answer_json (json, plan, accepted);
  else
    say (invocation, plan, accepted);
}
