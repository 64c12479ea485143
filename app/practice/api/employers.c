/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/routes.h"

static const OvsPracticeField employer_fields[] = {
  { "id", "uuid" },
  { "employerNumber", "number" },
  { "companyName", "name" },
  { "address.city", "city" },
  { "providerSettings.groupCode", "group_code" },
  { "providerSettings.administrationNumber", "administration_number" },
  { NULL },
};

static void
put_minimized (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "companyName", ovs_practice_rows_text (row, 1));
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 2));
  ovs_practice_put_object (json, "address");
  ovs_practice_put_text (json, "street", ovs_practice_rows_text (row, 3));
  ovs_practice_put_number (json, "houseNumber", ovs_practice_rows_number (row, 4));
  ovs_practice_put_text (json, "postalCode", ovs_practice_rows_text (row, 5));
  ovs_practice_put_text (json, "city", ovs_practice_rows_text (row, 6));
  ovs_practice_json_end_object (json);
  ovs_practice_put_object (json, "providerSettings");
  ovs_practice_put_text (json, "administrationNumber", ovs_practice_rows_text (row, 7));
  ovs_practice_put_number (json, "groupCode", ovs_practice_rows_number (row, 8));
  ovs_practice_json_end_object (json);
  ovs_practice_put_object (json, "contactInformation");
  ovs_practice_put_text (json, "phoneNumber", ovs_practice_rows_text (row, 9));
  ovs_practice_json_end_object (json);
  ovs_practice_put_object (json, "contact");
  ovs_practice_put_text (json, "name", ovs_practice_rows_text (row, 10));
  ovs_practice_put_text (json, "phoneNumber", ovs_practice_rows_text (row, 9));
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "employerLogo");
  ovs_practice_put_null (json, "providerLogo");
  ovs_practice_put_choice (json, "branch", 1, ovs_practice_rows_text (row, 11));
}

static const OvsPracticeList employer_list = {
  .columns = "uuid, name, number, street, house_number, postal_code, city, administration_number, "
             "group_code, contact_phone,"
             " contact_name, branch",
  .source = "employer WHERE 1",
  .order = "number",
  .row = "id",
  .one = "employer WHERE id = ?1",
  .fields = employer_fields,
  .put = put_minimized,
};

static void
list_employers (OvsPracticeExchange *exchange)
{
  ovs_practice_list_reply (exchange, &employer_list, NULL);
}

static void
list_employers_of_provider (OvsPracticeExchange *exchange)
{
  if (ovs_practice_exchange_check_provider (exchange, 0))
    ovs_practice_list_reply (exchange, &employer_list, NULL);
}

static void
put_provider_settings (OvsPracticeRows *row, OvsPracticeJson *json)
{
  ovs_practice_put_object (json, "providerSettings");
  ovs_practice_put_text (json, "administrationNumber", ovs_practice_rows_text (row, 7));
  ovs_practice_put_number (json, "groupCode", ovs_practice_rows_number (row, 8));
  ovs_practice_put_null (json, "parentEmployerForConsolidatedOverviews");
  ovs_practice_put_flag (json, "sendEmailWhenSalarySlipIsAvailable", TRUE);
  ovs_practice_json_end_object (json);
}

static void
put_contact (OvsPracticeRows *row, OvsPracticeJson *json)
{
  ovs_practice_put_object (json, "contact");
  ovs_practice_put_text (json, "name", ovs_practice_rows_text (row, 10));
  ovs_practice_put_text (json, "phoneNumber", ovs_practice_rows_text (row, 9));
  ovs_practice_put_null (json, "function");
  ovs_practice_json_end_object (json);
  ovs_practice_put_object (json, "contactInformation");
  ovs_practice_put_text (json, "emailAddress", ovs_practice_rows_text (row, 13));
  ovs_practice_put_null (json, "faxNumber");
  ovs_practice_put_text (json, "phoneNumber", ovs_practice_rows_text (row, 9));
  ovs_practice_put_null (json, "website");
  ovs_practice_json_end_object (json);
}

static void
put_address (OvsPracticeRows *row, OvsPracticeJson *json)
{
  ovs_practice_put_object (json, "address");
  ovs_practice_put_text (json, "street", ovs_practice_rows_text (row, 3));
  ovs_practice_put_number (json, "houseNumber", ovs_practice_rows_number (row, 4));
  ovs_practice_put_null (json, "houseNumberAddition");
  ovs_practice_put_null (json, "furtherIndication");
  ovs_practice_put_text (json, "postalCode", ovs_practice_rows_text (row, 5));
  ovs_practice_put_text (json, "city", ovs_practice_rows_text (row, 6));
  ovs_practice_put_null (json, "location");
  ovs_practice_put_object (json, "country");
  ovs_practice_put_number (json, "key", 528);
  ovs_practice_put_text (json, "value", "Nederland");
  ovs_practice_put_text (json, "isoCode", "NL");
  ovs_practice_json_end_object (json);
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "deviatingPostalAddress");
}

static void
get_employer (OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_exchange_find_employer (exchange, 0);
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autoptr (OvsPracticeJson) json = NULL;

  if (id == 0)
    return;
  row = ovs_practice_db_query (
      exchange->state->db,
      "SELECT uuid, name, number, street, house_number, postal_code, city, administration_number,"
      " group_code, contact_phone, contact_name, branch, legal_form, contact_email"
      " FROM employer WHERE id = ?",
      "l", id);
  if (!ovs_practice_rows_next (row))
    return;
  json = ovs_practice_exchange_begin_content (exchange);
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 2));
  ovs_practice_put_text (json, "companyName", ovs_practice_rows_text (row, 1));
  ovs_practice_put_null (json, "chamberOfCommerceNumber");
  ovs_practice_put_null (json, "employerLogo");
  ovs_practice_put_null (json, "providerLogo");
  ovs_practice_put_null (json, "sbi");
  ovs_practice_put_choice (json, "legalForm", 1, ovs_practice_rows_text (row, 12));
  ovs_practice_put_choice (json, "branch", 1, ovs_practice_rows_text (row, 11));
  put_provider_settings (row, json);
  put_contact (row, json);
  put_address (row, json);
  ovs_practice_exchange_end_content (exchange, json);
}

static void
list_providers (OvsPracticeExchange *exchange)
{
  g_autofree char *provider = ovs_practice_state_get (exchange->state, "provider");
  g_autofree char *firm = ovs_practice_state_get (exchange->state, "firm");
  gboolean listed = exchange->state->behaviour->provider_listed;
  g_autoptr (OvsPracticeJson) json = ovs_practice_list_begin (exchange, listed ? 1 : 0);

  if (listed)
    {
      ovs_practice_json_begin_object (json);
      ovs_practice_put_text (json, "id", provider);
      ovs_practice_put_text (json, "name", firm);
      ovs_practice_exchange_end_object (exchange, json);
    }
  ovs_practice_list_end (exchange, json);
}

const OvsPracticeRoute ovs_practice_employer_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers", "2018-01-01", list_providers,
    "GetProvidersByUser" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/minimized", "2018-01-01", list_employers,
    "GetEmployersMinimizedByUser" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/{uuid}/employers/minimized", "2018-01-01", list_employers_of_provider,
    "GetEmployersMinimizedByUser" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/{uuid}", "2018-01-01", get_employer,
    "GetEmployerByEmployerId" },
  { 0 },
};
