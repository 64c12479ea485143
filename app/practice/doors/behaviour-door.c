/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/doors/behaviour-door.h"

#include "practice/calendar.h"
#include "practice/catch-up.h"
#include "practice/fates.h"
#include "practice/routes.h"

#define SETTING "behaviour"

void
ovs_practice_behaviour_restore (OvsPracticeState *state)
{
  g_autofree char *kept = ovs_practice_state_get (state, SETTING);
  g_autoptr (JsonNode) node = kept != NULL ? json_from_string (kept, NULL) : NULL;
  g_autofree char *problem = NULL;
  OvsPracticeBehaviour *restored;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  restored = ovs_practice_behaviour_change (state->behaviour, json_node_get_object (node), &problem);
  if (restored == NULL)
    return;
  ovs_practice_behaviour_free (state->behaviour);
  state->behaviour = restored;
}

static void
reply (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonNode) root = ovs_practice_behaviour_to_json (exchange->state->behaviour);

  ovs_practice_exchange_reply_node (exchange, SOUP_STATUS_OK, root);
}

/* @behaviour (transfer full) holds from now on, and at the next start. */
static void
hold (OvsPracticeExchange *exchange, OvsPracticeBehaviour *behaviour)
{
  g_autoptr (JsonNode) root = ovs_practice_behaviour_to_json (behaviour);
  g_autofree char *text = json_to_string (root, FALSE);
  gboolean begins = behaviour->trouble >= 0 && exchange->state->behaviour->trouble < 0;

  /* Who left may count for product 500 from now on, or no longer. */
  if (behaviour->leavers_delay_product_500 != exchange->state->behaviour->leavers_delay_product_500)
    ovs_practice_calendar_review_all (exchange->state);
  ovs_practice_behaviour_free (exchange->state->behaviour);
  exchange->state->behaviour = behaviour;
  ovs_practice_state_set (exchange->state, SETTING, text);
  /* Who waits already acts by himself from now on too. */
  if (begins)
    ovs_practice_fates_give_pending (exchange->state);
  ovs_practice_catch_up_wake (exchange->state->catch_up);
  reply (exchange);
}

static void
post_behaviour (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonObject) body = ovs_practice_exchange_read_object (exchange);
  g_autofree char *problem = NULL;
  OvsPracticeBehaviour *changed;

  if (body == NULL)
    return;
  changed = ovs_practice_behaviour_change (exchange->state->behaviour, body, &problem);
  if (changed != NULL)
    hold (exchange, changed);
  else
    ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST, problem);
}

static void
delete_behaviour (OvsPracticeExchange *exchange)
{
  hold (exchange, ovs_practice_behaviour_new ());
}

/*
 * GET, POST and DELETE of /practice/behaviour. A POST changes the switches that it names and answers with all of them; a name
 * or a value that does not exist is refused with 400, and nothing changes. DELETE puts all of them back.
 */
const OvsPracticeRoute ovs_practice_behaviour_routes[] = {
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/practice/behaviour", "2018-01-01", reply },
  { OVS_PRACTICE_ROUTE_DOOR, "POST", "/practice/behaviour", "2018-01-01", post_behaviour },
  { OVS_PRACTICE_ROUTE_DOOR, "DELETE", "/practice/behaviour", "2018-01-01", delete_behaviour },
  { 0 },
};
