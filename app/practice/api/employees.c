/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/office/address.h"
#include "practice/routes.h"

#define WITH_BUSINESS_ADDRESS "2021-03-29"

static const OvsPracticeField employee_fields[] = {
  { "id", "e.uuid" },
  { "employeeNumber", "e.number" },
  { "personalDetails.lastName", "e.last_name" },
  { "personalDetails.formattedName", "e.formatted_name" },
  { "personalDetails.dateOfBirth", "e.birth_day", OVS_PRACTICE_FIELD_DAY },
  { "personalDetails.dateOfDeath", "e.death_day", OVS_PRACTICE_FIELD_DAY },
  { "contactInformation.emailAddress", "e.email" },
  { NULL },
};

/* Loket always has a birth date; who does not know it enters the first day of 1900. */
static OvsDay
birth_day (OvsPracticeRows *row, int column)
{
  OvsDay day = ovs_practice_rows_day (row, column);

  return day != OVS_NO_DAY ? day : ovs_day_from_ymd (1900, 1, 1);
}

static void
put_personal_details (OvsPracticeRows *row, OvsPracticeJson *json)
{
  OvsDay birth = birth_day (row, 7);
  gboolean female = ovs_practice_rows_number (row, 9) != 0;
  int year, month, day;

  ovs_day_to_ymd (birth, &year, &month, &day);
  ovs_practice_put_object (json, "personalDetails");
  ovs_practice_put_text (json, "firstName", ovs_practice_rows_text (row, 2));
  ovs_practice_put_text (json, "initials", ovs_practice_rows_text (row, 3));
  ovs_practice_put_text (json, "prefix", ovs_practice_rows_text (row, 4));
  ovs_practice_put_text (json, "lastName", ovs_practice_rows_text (row, 5));
  ovs_practice_put_null (json, "prefixPartner");
  ovs_practice_put_null (json, "lastNamePartner");
  ovs_practice_put_text (json, "formattedName", ovs_practice_rows_text (row, 6));
  ovs_practice_put_choice (json, "howToFormatLastName", 1, "Achternaam");
  ovs_practice_put_null (json, "title");
  ovs_practice_put_day (json, "dateOfBirth", birth);
  ovs_practice_put_day (json, "dateOfDeath", ovs_practice_rows_day (row, 8));
  ovs_practice_put_null (json, "placeOfBirth");
  ovs_practice_put_day (json, "aowDate", ovs_day_from_ymd (year + 67, month, MIN (day, 28)));
  ovs_practice_put_choice (json, "gender", female ? 2 : 1, female ? "Vrouw" : "Man");
  ovs_practice_put_null (json, "civilStatus");
  ovs_practice_put_null (json, "nationality");
  ovs_practice_put_null (json, "photo");
  ovs_practice_json_end_object (json);
}

static void
put_contact_information (OvsPracticeRows *row, OvsPracticeJson *json, gboolean with_business)
{
  ovs_practice_put_object (json, "contactInformation");
  ovs_practice_put_text (json, "emailAddress", ovs_practice_rows_text (row, 10));
  ovs_practice_put_null (json, "phoneNumber");
  ovs_practice_put_null (json, "mobilePhoneNumber");
  ovs_practice_put_null (json, "faxNumber");
  if (with_business)
    {
      ovs_practice_put_text (json, "businessEmailAddress", ovs_practice_rows_text (row, 11));
      ovs_practice_put_null (json, "businessPhoneNumber");
      ovs_practice_put_null (json, "businessMobilePhoneNumber");
    }
  ovs_practice_json_end_object (json);
}

static void
put_portal_status (OvsPracticeRows *row, OvsPracticeJson *json)
{
  const char *status = ovs_practice_rows_text (row, 12);

  if (g_str_equal (status, "HasAccessToClient"))
    ovs_practice_put_choice (json, "statusEmployeeSelfService", 1, "Active");
  else if (g_str_has_suffix (status, "Blocked"))
    ovs_practice_put_choice (json, "statusEmployeeSelfService", 2, "Blocked");
  else if (g_str_equal (status, "NoAccessToClient"))
    ovs_practice_put_null (json, "statusEmployeeSelfService");
  else
    ovs_practice_put_choice (json, "statusEmployeeSelfService", 3, "Invited");
  ovs_practice_put_day (json, "revokeEmployeeSelfServiceAccessOn", ovs_practice_rows_day (row, 13));
}

static void
put_employee (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 1));
  put_personal_details (row, json);
  put_contact_information (row, json, g_str_equal (exchange->version, WITH_BUSINESS_ADDRESS));
  ovs_practice_put_null (json, "address");
  ovs_practice_put_null (json, "deviatingPostalAddress");
  ovs_practice_put_null (json, "identityDocument");
  ovs_practice_put_object (json, "travel");
  ovs_practice_put_null (json, "travelDistanceToWork");
  ovs_practice_json_end_object (json);
  ovs_practice_put_flag (json, "exclusionFromAbsenceStatus", FALSE);
  put_portal_status (row, json);
}

#define EMPLOYEE_COLUMNS                                                                                     \
  "e.uuid, e.number, e.first_name, e.initials, e.prefix, e.last_name, e.formatted_name, e.birth_day, "       \
  "e.death_day, e.female,"                                                                                   \
  " e.email, e.work_email, e.wnl, e.revoke_day"

static const OvsPracticeList employee_list = {
  .columns = EMPLOYEE_COLUMNS,
  .source = "employee e WHERE e.employer = ?1",
  .order = "e.number",
  .row = "e.id",
  .one = "employee e WHERE e.id = ?1",
  .fields = employee_fields,
  .put = put_employee,
};

static void
list_employees (OvsPracticeExchange *exchange)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);

  if (employer != 0)
    ovs_practice_list_reply_for (exchange, &employee_list, employer);
}

static void
get_employee (OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_exchange_find_employee (exchange, 0);
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autoptr (OvsPracticeJson) json = NULL;
  g_autofree char *etag = NULL;

  if (id == 0)
    return;
  row = ovs_practice_db_query (exchange->state->db,
                               "SELECT " EMPLOYEE_COLUMNS " FROM employee e WHERE e.id = ?", "l", id);
  if (!ovs_practice_rows_next (row))
    return;
  json = ovs_practice_exchange_begin_content (exchange);
  put_employee (row, json, exchange);
  ovs_practice_exchange_end_content (exchange, json);
  {
    g_autoptr (GBytes) body =
        soup_message_body_flatten (soup_server_message_get_response_body (exchange->message));
    g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
    etag = g_strdup_printf ("\"%.16s\"", sum);
  }
  soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "ETag", etag);
}

static void
patch_address (OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_exchange_find_employee (exchange, 0);
  g_autoptr (JsonObject) body = id != 0 ? ovs_practice_exchange_read_object (exchange) : NULL;
  const char *address;

  if (body == NULL)
    return;
  if (!ovs_practice_get_text (body, "emailAddress", &address) &&
      !(json_object_has_member (body, "emailAddress") && json_object_get_null_member (body, "emailAddress")))
    {
      ovs_practice_exchange_refuse (exchange, "emailAddress must be a text or null.");
      return;
    }
  if (!ovs_practice_address_store (exchange->state, id, address))
    {
      ovs_practice_exchange_refuse (exchange, "[emailAddress] has an invalid length");
      return;
    }
  soup_server_message_set_status (exchange->message, SOUP_STATUS_OK, NULL);
}

static const OvsPracticeField employment_fields[] = {
  { "id", "m.uuid" },
  { "startDate", "m.start_day", OVS_PRACTICE_FIELD_DAY },
  { "endDate", "m.end_day", OVS_PRACTICE_FIELD_DAY },
  { "employee.id", "e.uuid" },
  { "employee.employeeNumber", "e.number" },
  { NULL },
};

static void
put_employment (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  gboolean open = ovs_practice_rows_is_null (row, 7);

  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_object (json, "employee");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 1));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 2));
  ovs_practice_put_text (json, "firstName", ovs_practice_rows_text (row, 3));
  ovs_practice_put_text (json, "formattedName", ovs_practice_rows_text (row, 4));
  ovs_practice_put_day (json, "dateOfBirth", birth_day (row, 5));
  ovs_practice_put_null (json, "photo");
  ovs_practice_json_end_object (json);
  ovs_practice_put_day (json, "startDate", ovs_practice_rows_day (row, 6));
  ovs_practice_put_day (json, "endDate", ovs_practice_rows_day (row, 7));
  ovs_practice_put_null (json, "commissionUntilDate");
  ovs_practice_put_choice (json, "employmentDurationType", open ? 1 : 2,
                           open ? "Onbepaalde tijd" : "Bepaalde tijd");
  ovs_practice_put_number (json, "incomeRelationshipNumber", 1);
  ovs_practice_put_number (json, "payrollId", ovs_practice_rows_number (row, 8));
  ovs_practice_put_object (json, "payrollAdministration");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 9));
  ovs_practice_put_text (json, "name", ovs_practice_rows_text (row, 10));
  ovs_practice_put_number (json, "clientNumber", ovs_practice_rows_number (row, 11));
  ovs_practice_put_text (json, "description", ovs_practice_rows_text (row, 12));
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "nonPayrollAdministration");
}

static const OvsPracticeList employment_list = {
  .columns = "m.uuid, e.uuid, e.number, e.first_name, e.formatted_name, e.birth_day, m.start_day, m.end_day, "
             "m.payroll_number,"
             " r.payroll_uuid, r.name, r.number, r.payroll",
  .source = "employee e JOIN employment m ON m.employee = e.id WHERE e.employer = ?1",
  .order = "e.number, m.start_day, m.id",
  .row = "m.id",
  .one = "employment m JOIN employee e ON e.id = m.employee JOIN employer r ON r.id = e.employer WHERE m.id = ?1",
  .fields = employment_fields,
  .put = put_employment,
};

static void
list_employments (OvsPracticeExchange *exchange)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);

  if (employer != 0)
    ovs_practice_list_reply_for (exchange, &employment_list, employer);
}

const OvsPracticeRoute ovs_practice_employee_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/{uuid}/employees", "2021-03-29 2018-12-31", list_employees,
    "GetEmployeesByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/employees/{uuid}", "2021-03-29 2018-12-31", get_employee,
    "GetEmployeeByEmployeeId" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", "/providers/employers/employees/{uuid}", "2018-12-31", patch_address,
    "PatchEmailByEmployeeId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/{uuid}/employees/employments/minimized", "2019-12-16", list_employments,
    "GetEmploymentsMinimizedByEmployerId" },
  { 0 },
};
