/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/submitted.h"

#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/deeds.h"
#include "practice/routes.h"

#define ACTION_COLUMNS "a.uuid, a.submitted_at, a.status, a.total, a.succeeded, a.failed, r.uuid"

static void
put_moment (OvsPracticeJson *json, OvsPracticeExchange *exchange, const char *name, gint64 moment)
{
  gint64 skew = exchange->state->behaviour->clock_skew_seconds;

  ovs_practice_put_instant (json, name, moment + skew * G_USEC_PER_SEC);
}

static void
put_action (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  g_autofree char *user = ovs_practice_state_get (exchange->state, "user");

  ovs_practice_put_text (json, "collectiveActionId", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "type", exchange->state->behaviour->action_type);
  ovs_practice_put_text (json, "submittedByUserId", user);
  put_moment (json, exchange, "submittedOn", ovs_practice_rows_number (row, 1));
  ovs_practice_put_text (json, "status", ovs_practice_rows_text (row, 2));
  ovs_practice_put_object (json, "itemCount");
  ovs_practice_put_number (json, "total", ovs_practice_rows_number (row, 3));
  ovs_practice_put_number (json, "processed", ovs_practice_rows_number (row, 4));
  ovs_practice_put_number (json, "processedWithWarning", 0);
  ovs_practice_put_number (json, "processedWithError", ovs_practice_rows_number (row, 5));
  ovs_practice_json_end_object (json);
}

void
ovs_practice_submitted_reply (OvsPracticeExchange *exchange, gint64 action)
{
  g_autoptr (OvsPracticeRows) row =
      ovs_practice_db_query (exchange->state->db,
                             "SELECT " ACTION_COLUMNS
                             " FROM action a LEFT JOIN employer r ON r.id = a.employer WHERE a.id = ?",
                             "l", action);
  g_autoptr (OvsPracticeJson) json = NULL;

  if (!ovs_practice_rows_next (row))
    return;
  json = ovs_practice_exchange_begin_content (exchange);
  put_action (row, json, exchange);
  ovs_practice_exchange_end_content (exchange, json);
}

static void
put_listed_action (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  put_action (row, json, exchange);
  ovs_practice_put_null (json, "collectiveActionParentId");
  ovs_practice_put_text (json, "employerId", ovs_practice_rows_text (row, 6));
  ovs_practice_put_null (json, "payrollAdministrationId");
}

static const OvsPracticeField action_fields[] = {
  { "collectiveActionId", "a.uuid" },
  { "employerId", "r.uuid" },
  { "status", "a.status" },
  { "submittedOn", "a.submitted_at", OVS_PRACTICE_FIELD_ORDER_ONLY },
  { NULL },
};

static const OvsPracticeList action_list = {
  .columns = ACTION_COLUMNS,
  .source = "action a LEFT JOIN employer r ON r.id = a.employer WHERE a." OVS_PRACTICE_IS_COLLECTIVE
            " AND (a.completed_at IS NULL OR a.completed_at >= ?1)",
  .order = "a.id DESC",
  .fields = action_fields,
  .put = put_listed_action,
};

/* A completed action from before it is forgotten. */
static gint64
kept_since (OvsPracticeExchange *exchange)
{
  int seconds = exchange->state->behaviour->items_kept_seconds;

  return seconds > 0 ? ovs_clock_now (exchange->state->clock) - seconds * (gint64) G_USEC_PER_SEC : 0;
}

static void
list_actions (OvsPracticeExchange *exchange)
{
  ovs_practice_list_reply_for (exchange, &action_list, kept_since (exchange));
}

static void
put_message (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_json_begin_object (json);
  ovs_practice_exchange_put_type (exchange, json, ovs_practice_rows_text (row, 4));
  ovs_practice_put_text (json, "description", ovs_practice_rows_text (row, 6));
  ovs_practice_put_number (json, "code", ovs_practice_rows_number (row, 5));
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 1));
  ovs_practice_put_array (json, "properties");
  ovs_practice_json_end_array (json);
  ovs_practice_exchange_end_object (exchange, json);
}

static void
put_item (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  gboolean succeeded = ovs_practice_rows_is_null (row, 4);

  ovs_practice_put_text (json, "collectiveActionItemId", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "collectiveActionType", exchange->state->behaviour->action_type);
  ovs_practice_put_text (json, "entityId", ovs_practice_rows_text (row, 1));
  ovs_practice_put_text (json, "employerId", ovs_practice_rows_text (row, 2));
  ovs_practice_put_null (json, "employmentId");
  ovs_practice_put_null (json, "payrollAdministrationId");
  put_moment (json, exchange, "createdOn", ovs_practice_rows_number (row, 3));
  /* Loket spells it so. */
  ovs_practice_put_flag (json, "succes", succeeded);
  if (succeeded)
    {
      ovs_practice_put_null (json, "messages");
      return;
    }
  ovs_practice_put_array (json, "messages");
  put_message (row, json, exchange);
  ovs_practice_json_end_array (json);
}

/* Only what is done already. */
static const OvsPracticeList item_list = {
  .columns = "i.uuid, i.entity, r.uuid, i.done_at, i.message_type, i.message_code, i.message",
  .source = "action_item i JOIN action a ON a.id = i.action LEFT JOIN employer r ON r.id = a.employer"
            " WHERE i.action = ?1 AND i.done_at IS NOT NULL",
  .order = "i.position",
  .put = put_item,
};

static void
list_items (OvsPracticeExchange *exchange)
{
  gint64 action = ovs_practice_db_number (exchange->state->db, 0, "SELECT id FROM action WHERE uuid = ? AND " OVS_PRACTICE_IS_COLLECTIVE
                                          " AND (completed_at IS NULL OR completed_at >= ?)", "tl",
                                          exchange->arguments[0], kept_since (exchange));
  GArray *values;

  if (action == 0)
    {
      soup_server_message_set_status (exchange->message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }
  values = ovs_practice_values_new ();
  ovs_practice_values_add_number (values, action);
  ovs_practice_list_reply_whole (exchange, &item_list, values);
}

const OvsPracticeRoute ovs_practice_action_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", "/users/collectiveactions", "2018-01-01", list_actions,
    "GetCollectiveActionsByBearerToken" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/users/collectiveactions/{uuid}", "2018-01-01", list_items,
    "GetCollectiveActionsByBearerToken" },
  { 0 },
};
