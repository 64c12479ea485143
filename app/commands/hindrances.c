/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/hindrances.h"

#include "dossier/readiness-facts.h"

static const char *const kinds[] = {
  [OVS_HINDRANCE_KIND_STOPS] = "stops",     [OVS_HINDRANCE_KIND_DECIDE] = "decide", [OVS_HINDRANCE_KIND_WARNING] = "warning",
  [OVS_HINDRANCE_KIND_UNKNOWN] = "unknown", [OVS_HINDRANCE_KIND_INFO] = "info",
};

typedef struct
{
  OvsJsonWriter *json;
  OvsDay today;
} Answer;

static void
add_point (OvsJsonWriter *json, const OvsReadinessPoint *point)
{
  const OvsHindranceRule *rule = ovs_hindrance_get (point->hindrance);
  g_autofree char *why = ovs_readiness_why (point);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "code", rule->code);
  ovs_json_add_text (json, "kind", kinds[rule->kind]);
  if (point->count > 0)
    ovs_json_add_count (json, "people", point->count);
  ovs_json_add_text (json, "reason", why);
  ovs_json_end_object (json);
}

static void
add_client (const OvsClientRow *row, gpointer data)
{
  Answer *answer = data;
  OvsReadinessFacts facts = ovs_client_readiness_facts (row, answer->today);
  OvsReadiness readiness;

  if (!row->selected)
    return;
  ovs_readiness_judge (&facts, &readiness);
  ovs_json_begin_object (answer->json, NULL);
  ovs_json_add_text (answer->json, "employer", row->number);
  ovs_json_begin_list (answer->json, "hindrances");
  for (guint i = 0; i < readiness.n_points; i++)
    add_point (answer->json, &readiness.points[i]);
  ovs_json_end_list (answer->json);
  ovs_json_end_object (answer->json);
}

void
ovs_answer_hindrances (OvsInvocation *invocation, OvsTx *tx)
{
  Answer answer = { ovs_invocation_json (invocation), ovs_tx_today (tx) };

  if (answer.json == NULL)
    return;
  ovs_json_begin_list (answer.json, "clients");
  ovs_client_list_foreach (tx, NULL, add_client, &answer);
  ovs_json_end_list (answer.json);
}
