/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/api/refusal.h"
#include "practice/api/submitted.h"
#include "practice/routes.h"
#include "practice/runner.h"

#define COLUMNS                                                                                              \
  "n.uuid, n.type_key, n.type_value, n.clarification, n.on_day, n.read_at, e.uuid, e.number, e.first_name, " \
  "e.initials, e.prefix,"                                                                                    \
  " e.last_name, e.formatted_name, e.birth_day, r.uuid, r.name, r.number, r.administration_number, "         \
  "r.group_code"

#define TABLES "notification n JOIN employee e ON e.id = n.employee JOIN employer r ON r.id = e.employer"

static const OvsPracticeField notification_fields[] = {
  { "id", "n.uuid" },
  { "notificationDate", "n.on_day", OVS_PRACTICE_FIELD_DAY },
  { NULL },
};

static void
put_type (OvsPracticeRows *row, OvsPracticeJson *json)
{
  ovs_practice_put_choice (json, "notificationType", ovs_practice_rows_number (row, 1),
                           ovs_practice_rows_text (row, 2));
  ovs_practice_put_text (json, "notificationTypeClarification", ovs_practice_rows_text (row, 3));
  ovs_practice_put_flag (json, "isRead", !ovs_practice_rows_is_null (row, 5));
  ovs_practice_put_day (json, "notificationDate", ovs_practice_rows_day (row, 4));
}

static void
put_read_on (OvsPracticeRows *row, OvsPracticeJson *json)
{
  if (ovs_practice_rows_is_null (row, 5))
    ovs_practice_put_null (json, "markedAsReadOn");
  else
    ovs_practice_put_instant (json, "markedAsReadOn", ovs_practice_rows_number (row, 5));
}

static void
put_for_employer (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  put_type (row, json);
  ovs_practice_put_null (json, "markedAsReadBy");
  put_read_on (row, json);
  ovs_practice_put_object (json, "appliesToEmployee");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 6));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 7));
  ovs_practice_put_text (json, "firstName", ovs_practice_rows_text (row, 8));
  ovs_practice_put_text (json, "initials", ovs_practice_rows_text (row, 9));
  ovs_practice_put_text (json, "prefix", ovs_practice_rows_text (row, 10));
  ovs_practice_put_text (json, "lastName", ovs_practice_rows_text (row, 11));
  ovs_practice_put_null (json, "prefixPartner");
  ovs_practice_put_null (json, "lastNamePartner");
  ovs_practice_put_text (json, "formattedName", ovs_practice_rows_text (row, 12));
  ovs_practice_put_day (json, "dateOfBirth", ovs_practice_rows_day (row, 13));
  ovs_practice_put_null (json, "photo");
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "appliesToEmployment");
}

static void
put_for_provider (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  g_autofree char *user = ovs_practice_state_get (exchange->state, "user-name");

  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "employerId", ovs_practice_rows_text (row, 14));
  ovs_practice_put_text (json, "employerName", ovs_practice_rows_text (row, 15));
  ovs_practice_put_null (json, "employerLogo");
  ovs_practice_put_object (json, "employer");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 14));
  ovs_practice_put_text (json, "companyName", ovs_practice_rows_text (row, 15));
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 16));
  ovs_practice_put_text (json, "administrationNumber", ovs_practice_rows_text (row, 17));
  ovs_practice_put_number (json, "groupCode", ovs_practice_rows_number (row, 18));
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "payrollAdministration");
  ovs_practice_put_null (json, "nonPayrollAdministration");
  put_type (row, json);
  ovs_practice_put_text (json, "markedAsReadBy", ovs_practice_rows_is_null (row, 5) ? NULL : user);
  put_read_on (row, json);
  ovs_practice_put_object (json, "appliesToEmployee");
  ovs_practice_put_text (json, "formattedName", ovs_practice_rows_text (row, 12));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 7));
  ovs_practice_json_end_object (json);
}

static const OvsPracticeList employer_list = {
  .columns = COLUMNS,
  .source = TABLES " WHERE e.employer = ?1 AND n.read_at IS NULL",
  .order = "n.on_day, n.id",
  .fields = notification_fields,
  .put = put_for_employer,
};

static const OvsPracticeList provider_list = {
  .columns = COLUMNS,
  .source = TABLES " WHERE (?1 OR n.read_at IS NULL)",
  .order = "n.on_day, n.id",
  .fields = notification_fields,
  .put = put_for_provider,
};

static void
put_summary (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_text (json, "employerId", ovs_practice_rows_text (row, 0));
  ovs_practice_put_number (json, "numberOfUnreadNotifications", ovs_practice_rows_number (row, 1));
}

static const OvsPracticeList summary_list = {
  .columns = "r.uuid, (SELECT count(*) FROM notification n JOIN employee e ON e.id = n.employee"
             " WHERE e.employer = r.id AND n.read_at IS NULL)",
  .source = "employer r WHERE 1",
  .order = "r.number",
  .put = put_summary,
};

static void
list_for_employer (OvsPracticeExchange *exchange)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);

  if (employer != 0)
    ovs_practice_list_reply_for (exchange, &employer_list, employer);
}

static void
list_all (OvsPracticeExchange *exchange)
{
  const char *include_read = ovs_practice_exchange_get_query (exchange, "includeRead");

  ovs_practice_list_reply_for (exchange, &provider_list,
                               include_read != NULL && g_ascii_strcasecmp (include_read, "true") == 0);
}

static void
list_summary (OvsPracticeExchange *exchange)
{
  ovs_practice_list_reply (exchange, &summary_list, NULL);
}

/* Documented without an envelope. */
static void
get_one (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeRows) row =
      ovs_practice_db_query (exchange->state->db, "SELECT " COLUMNS " FROM " TABLES " WHERE n.uuid = ?", "t",
                             exchange->arguments[0]);
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  if (!ovs_practice_rows_next (row))
    {
      soup_server_message_set_status (exchange->message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }
  ovs_practice_json_begin_object (json);
  put_for_provider (row, json, exchange);
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static void
patch_read (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonArray) body = ovs_practice_exchange_read_array (exchange);
  g_autoptr (JsonArray) messages = json_array_new ();

  if (body == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (body); i++)
    {
      JsonObject *element = json_array_get_object_element (body, i);
      const char *id, *action;

      if (!ovs_practice_get_text (element, "id", &id) ||
          !ovs_practice_get_text (element, "action", &action) || !g_str_equal (action, "markAsRead"))
        {
          ovs_practice_exchange_refuse (
              exchange, "Every element needs the id of a notification and the action markAsRead.");
          return;
        }
      if (ovs_practice_db_run (
              exchange->state->db,
              "UPDATE notification SET read_at = coalesce (read_at, ?) WHERE uuid = lower (?)", "lt",
              ovs_clock_now (exchange->state->clock), id) == 0)
        ovs_practice_add_message (messages, "NotFound", OVS_PRACTICE_REFUSED_UNKNOWN,
                                  "Signaal niet gevonden.", id);
    }
  ovs_practice_exchange_reply_messages (exchange,
                                        json_array_get_length (messages) < json_array_get_length (body)
                                            ? SOUP_STATUS_OK
                                            : SOUP_STATUS_BAD_REQUEST,
                                        messages);
}

static void
patch_collectively (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonArray) body = ovs_practice_exchange_read_array (exchange);
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) verbs = g_ptr_array_new_with_free_func (g_free);

  if (body == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (body); i++)
    {
      const char *id;

      if (!ovs_practice_get_text (json_array_get_object_element (body, i), "id", &id))
        {
          ovs_practice_exchange_refuse (exchange, "Every element needs the id of a notification.");
          return;
        }
      g_ptr_array_add (entities, g_ascii_strdown (id, -1));
      g_ptr_array_add (verbs, g_strdup ("markAsRead"));
    }
  ovs_practice_submitted_reply (exchange, ovs_practice_runner_submit (exchange->state->runner, "notification",
                                                                      0, entities, verbs, exchange->failing));
}

const OvsPracticeRoute ovs_practice_notification_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/{uuid}/notifications", "2018-01-01", list_for_employer,
    "GetNotificationsByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/notifications", "2018-01-01", list_all,
    "GetNotificationsByBearerToken" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", "/providers/employers/notifications", "2018-01-01", patch_read,
    "PatchNotificationsByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/notifications/summary", "2018-01-01", list_summary,
    "GetNotificationsByBearerToken" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/notifications/{uuid}", "2018-01-01", get_one,
    "GetNotificationsByBearerToken" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", "/providers/mutual/employers/notifications", "2018-01-01", patch_collectively,
    "PatchNotificationsByEmployerId" },
  { 0 },
};
