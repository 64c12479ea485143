/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/deeds.h"
#include "practice/api/submitted.h"
#include "practice/doors/faults.h"
#include "practice/loket/migration.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/runner.h"

static const OvsPracticeField portal_fields[] = {
  { "employee.id", "e.uuid" },
  { "employee.employeeNumber", "e.number" },
  { "employee.lastName", "e.last_name" },
  { "employee.emailAddress", "e.email" },
  { "status", "e.wnl" },
  { NULL },
};

#define UNKNOWN_STATUS "AccessIsPostponed"

/* The word of a portal for an employee, or one that Loket does not document, for those whom the @share takes. */
static const char *
status (double share, OvsPracticeRows *row, int uuid, int column)
{
  return ovs_practice_behaviour_chooses (share, ovs_practice_rows_text (row, uuid)) ? UNKNOWN_STATUS
                                                                                   : ovs_practice_rows_text (row, column);
}

static void
put_portal_access (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_object (json, "employee");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 1));
  ovs_practice_put_text (json, "firstName", ovs_practice_rows_text (row, 2));
  ovs_practice_put_text (json, "initials", ovs_practice_rows_text (row, 3));
  ovs_practice_put_text (json, "prefix", ovs_practice_rows_text (row, 4));
  ovs_practice_put_text (json, "lastName", ovs_practice_rows_text (row, 5));
  ovs_practice_put_text (json, "emailAddress", ovs_practice_rows_text (row, 6));
  ovs_practice_put_text (json, "formattedName", ovs_practice_rows_text (row, 7));
  ovs_practice_json_end_object (json);
  ovs_practice_put_flag (json, "hasTwoFactorAuthentication", ovs_practice_rows_number (row, 8) != 0);
  ovs_practice_put_text (
      json, "status", status (exchange->state->behaviour->unknown_portal_status, row, 0, 9));
}

#define PORTAL_COLUMNS                                                                                       \
  "e.uuid, e.number, e.first_name, e.initials, e.prefix, e.last_name, e.email, e.formatted_name, "           \
  "e.two_factor, e.wnl"

static const OvsPracticeList portal_list = {
  .columns = PORTAL_COLUMNS,
  .source = "employee e WHERE e.employer = ?1",
  .order = "e.number",
  .row = "e.id",
  .one = "employee e WHERE e.id = ?1",
  .fields = portal_fields,
  .put = put_portal_access,
};

static const OvsPracticeField migration_fields[] = {
  { "id", "e.uuid" },
  { "employee.id", "e.uuid" },
  { "employeeNumber", "e.number" },
  { "employee.employeeNumber", "e.number" },
  { "employee.emailAddress", "e.email" },
  { "employee.employmentEndDate", "e.service_end", OVS_PRACTICE_FIELD_DAY },
  { "statusESS", "e.ess" },
  { NULL },
};

static void
put_migration (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_object (json, "employee");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "formattedName", ovs_practice_rows_text (row, 1));
  ovs_practice_put_text (json, "firstName", ovs_practice_rows_text (row, 2));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 3));
  ovs_practice_put_text (json, "emailAddress", ovs_practice_rows_text (row, 4));
  ovs_practice_put_day (json, "employmentEndDate", ovs_practice_rows_day (row, 5));
  ovs_practice_json_end_object (json);
  ovs_practice_put_text (json, "statusWNL", ovs_practice_rows_text (row, 6));
  ovs_practice_put_text (json, "statusESS", status (exchange->state->behaviour->unknown_status, row, 0, 7));
}

/* Read at the moment of each page: who is invited meanwhile is gone, and the pages after it shift. */
static const OvsPracticeList migration_list = {
  .columns = "e.uuid, e.formatted_name, e.first_name, e.number, e.email, e.service_end, e.wnl, e.ess",
  .source = OVS_PRACTICE_TO_MIGRATE,
  .order = "e.number",
  .row = "e.id",
  .one = "employee e WHERE e.id = ?1",
  .fields = migration_fields,
  .put = put_migration,
};

static const OvsPracticeField mijnloket_fields[] = {
  { "employeeId", "e.uuid" },
  { "status", "e.ess" },
  { NULL },
};

static void
put_mijnloket_access (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_text (json, "employeeId", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "status", status (exchange->state->behaviour->unknown_status, row, 0, 1));
}

static const OvsPracticeList mijnloket_list = {
  .columns = "e.uuid, e.ess",
  .source = "employee e WHERE e.employer = ?1",
  .order = "e.number",
  .row = "e.id",
  .one = "employee e WHERE e.id = ?1",
  .fields = mijnloket_fields,
  .put = put_mijnloket_access,
};

static void
list_for_employer (OvsPracticeExchange *exchange, const OvsPracticeList *list)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);

  if (employer != 0)
    ovs_practice_list_reply_for (exchange, list, employer);
}

static void
list_portal (OvsPracticeExchange *exchange)
{
  list_for_employer (exchange, &portal_list);
}

static void
list_migration (OvsPracticeExchange *exchange)
{
  list_for_employer (exchange, &migration_list);
}

static void
list_mijnloket (OvsPracticeExchange *exchange)
{
  list_for_employer (exchange, &mijnloket_list);
}

static void
get_portal (OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_exchange_find_employee (exchange, 0);
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autoptr (OvsPracticeJson) json = NULL;

  if (id == 0)
    return;
  row = ovs_practice_db_query (exchange->state->db,
                               "SELECT " PORTAL_COLUMNS " FROM employee e WHERE e.id = ?", "l", id);
  if (!ovs_practice_rows_next (row))
    return;
  json = ovs_practice_exchange_begin_content (exchange);
  put_portal_access (row, json, exchange);
  ovs_practice_exchange_end_content (exchange, json);
}

/* FALSE, and answered with 400, unless every element has an employee's id and an action that @knows. */
static gboolean
read_actions (OvsPracticeExchange *exchange,
              gboolean (*knows) (const char *),
              GPtrArray *entities,
              GPtrArray *verbs)
{
  g_autoptr (JsonArray) body = ovs_practice_exchange_read_array (exchange);

  for (guint i = 0; body != NULL && i < json_array_get_length (body); i++)
    {
      JsonObject *element = json_array_get_object_element (body, i);
      const char *entity, *verb;

      if (!ovs_practice_get_text (element, "employeeId", &entity) || !g_uuid_string_is_valid (entity) ||
          !ovs_practice_get_text (element, "action", &verb) || !knows (verb))
        {
          ovs_practice_exchange_refuse (
              exchange, "Every element needs an employeeId and one of the actions of this portal.");
          return FALSE;
        }
      g_ptr_array_add (entities, g_ascii_strdown (entity, -1));
      g_ptr_array_add (verbs, g_strdup (verb));
    }
  return body != NULL;
}

static void
submit (OvsPracticeExchange *exchange, const char *kind, gboolean (*knows) (const char *))
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) verbs = g_ptr_array_new_with_free_func (g_free);

  if (employer == 0 || !read_actions (exchange, knows, entities, verbs))
    return;
  ovs_practice_submitted_reply (exchange, ovs_practice_runner_submit (exchange->state->runner, kind, employer,
                                                                      entities, verbs, exchange->failing));
}

static void
patch_mijnloket (OvsPracticeExchange *exchange)
{
  submit (exchange, "ess", ovs_practice_mijnloket_knows);
}

static void
patch_portal (OvsPracticeExchange *exchange)
{
  submit (exchange, "wnl", ovs_practice_werknemerloket_knows);
}

/* With what the message centre and product 500 have of it. */
static OvsPracticeRefusal
act_now (OvsPracticeState *state, gint64 employee, const char *verb, gboolean fails)
{
  gint64 employer = ovs_practice_db_number (state->db, 0, "SELECT employer FROM employee WHERE id = ?", "l", employee);
  OvsPracticeRefusal refusal = fails ? OVS_PRACTICE_REFUSED_ON_ORDER : ovs_practice_werknemerloket_act (state, employee, verb);
  OvsPracticeDeed deed;

  if (employer == 0)
    return refusal;
  ovs_practice_deed_begin (&deed, state, "wnl", employer, OVS_PRACTICE_ORIGIN_AT_ONCE, 0);
  ovs_practice_deed_add (&deed, employee, verb, refusal, FALSE);
  ovs_practice_deed_end (&deed, FALSE);
  if (refusal == OVS_PRACTICE_ACCEPTED)
    ovs_practice_review_product (state, employer, ovs_clock_now (state->clock));
  return refusal;
}

/* At once, without a collective action: 200 when at least one was done, with a message for each that was not.
 */
static void
patch_portal_now (OvsPracticeExchange *exchange)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) verbs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonArray) messages = json_array_new ();

  if (!read_actions (exchange, ovs_practice_werknemerloket_knows, entities, verbs))
    return;
  for (guint i = 0; i < entities->len; i++)
    {
      gint64 id = ovs_practice_db_number (exchange->state->db, 0, "SELECT id FROM employee WHERE uuid = ?",
                                          "t", entities->pdata[i]);
      OvsPracticeRefusal refusal =
          act_now (exchange->state, id, verbs->pdata[i], ovs_practice_fault_hits_item (exchange->failing, i));

      if (refusal != OVS_PRACTICE_ACCEPTED)
        ovs_practice_add_message (messages, ovs_practice_refusal_type (refusal), refusal,
                                  ovs_practice_refusal_text (refusal), entities->pdata[i]);
    }
  ovs_practice_exchange_reply_messages (exchange,
                                        json_array_get_length (messages) < entities->len
                                            ? SOUP_STATUS_OK
                                            : SOUP_STATUS_BAD_REQUEST,
                                        messages);
}

static void
patch_revoke_day (OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_exchange_find_employee (exchange, 0);
  g_autoptr (JsonObject) body = id != 0 ? ovs_practice_exchange_read_object (exchange) : NULL;
  const char *text;
  OvsDay day = OVS_NO_DAY;

  if (body == NULL)
    return;
  if (!json_object_has_member (body, "revokeEmployeeSelfServiceAccessOn") ||
      (!json_object_get_null_member (body, "revokeEmployeeSelfServiceAccessOn") &&
       !(ovs_practice_get_text (body, "revokeEmployeeSelfServiceAccessOn", &text) &&
         ovs_day_parse_iso (text, &day))))
    {
      ovs_practice_exchange_refuse (exchange, "revokeEmployeeSelfServiceAccessOn must be a date or null.");
      return;
    }
  ovs_practice_db_run (exchange->state->db, "UPDATE employee SET revoke_day = ? WHERE id = ?", "dl", day, id);
  ovs_practice_exchange_reply_messages (exchange, SOUP_STATUS_OK, NULL);
}

#define EMPLOYER "/providers/employers/{uuid}/employees/"

const OvsPracticeRoute ovs_practice_access_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", EMPLOYER "selfservice", "2018-01-01", list_portal,
    "GetEmployeeSelfServiceByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", EMPLOYER "selfservice", "2018-01-01", patch_portal,
    "PatchEmployeeSelfServiceAccessByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", EMPLOYER "selfservice/migration", "2018-01-01", list_migration,
    "GetSelfServiceEmployeesToBeMigratedByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", EMPLOYER "essaccessstatus", "2018-01-01", list_mijnloket,
    "GetESSAccessStatusByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", EMPLOYER "essaccessstatus", "2018-01-01", patch_mijnloket,
    "PatchESSAccessStatusByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/employees/{uuid}/selfservice", "2018-01-01", get_portal,
    "GetEmployeeSelfServiceByEmployeeId" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", "/providers/employers/employees/selfservice", "2018-01-01", patch_portal_now,
    "PatchEmployeeSelfServiceAccessByEmployeeId" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", "/providers/employers/employees/{uuid}/revokeEmployeeSelfServiceAccess", "2018-01-01", patch_revoke_day,
    "PatchRevokeEmployeeSelfServiceAccessByEmployeeId" },
  { 0 },
};
