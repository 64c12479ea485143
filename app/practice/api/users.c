/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/activities.h"
#include "practice/api/admission.h"
#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/routes.h"

/* @employer 0: those of the whole firm. Only the older version of the list per employer goes without ids. */
static void
reply_activities (OvsPracticeExchange *exchange, gint64 employer, gboolean with_ids)
{
  OvsPracticeState *state = exchange->state;
  const char *const *activities = ovs_practice_activities ();
  g_autoptr (OvsPracticeJson) json = NULL;
  int allowed = 0;

  for (gsize i = 0; activities[i] != NULL; i++)
    allowed += ovs_practice_user_may (state, employer, activities[i]);
  json = ovs_practice_list_begin (exchange, allowed);
  for (gsize i = 0; activities[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("aaaaaaaa-0000-4000-8000-%012d", (int) i + 1);

      if (!ovs_practice_user_may (state, employer, activities[i]))
        continue;
      ovs_practice_json_begin_object (json);
      if (with_ids)
        ovs_practice_put_text (json, "id", id);
      ovs_practice_put_text (json, with_ids ? "description" : "name", activities[i]);
      ovs_practice_exchange_end_object (exchange, json);
    }
  ovs_practice_list_end (exchange, json);
}

static void
list_for_employer (OvsPracticeExchange *exchange)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);

  if (employer != 0)
    reply_activities (exchange, employer, !g_str_equal (exchange->version, "2018-01-01"));
}

static void
list_for_provider (OvsPracticeExchange *exchange)
{
  if (ovs_practice_exchange_check_provider (exchange, 0))
    reply_activities (exchange, 0, TRUE);
}

static void
get_user (OvsPracticeExchange *exchange)
{
  g_autofree char *domain = ovs_practice_state_get (exchange->state, "firm-domain");
  g_autofree char *address = g_strconcat ("a.dekooning@", domain, NULL);
  g_autoptr (OvsPracticeJson) json = ovs_practice_exchange_begin_content (exchange);

  ovs_practice_put_object (json, "personalDetails");
  ovs_practice_put_text (json, "firstName", "Anouk");
  ovs_practice_put_text (json, "initials", "A.");
  ovs_practice_put_text (json, "prefix", "de");
  ovs_practice_put_text (json, "lastName", "Kooning");
  ovs_practice_json_end_object (json);
  ovs_practice_put_object (json, "contactInformation");
  ovs_practice_put_text (json, "emailAddress", address);
  ovs_practice_put_null (json, "phoneNumber");
  ovs_practice_put_null (json, "placeOfEmployment");
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "photo");
  ovs_practice_put_object (json, "user");
  ovs_practice_put_choice (json, "userSpecifiedRole", 3, "Salarisadministrateur");
  ovs_practice_put_null (json, "userCustomSpecifiedRole");
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_end_content (exchange, json);
}

/* The MijnLoket account that the employee connected with; both fields null while he has none. */
static void
get_account (OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_exchange_find_employee (exchange, 0);
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autoptr (OvsPracticeJson) json = NULL;

  if (id == 0)
    return;
  row = ovs_practice_db_query (exchange->state->db, "SELECT a.email FROM employee e LEFT JOIN account a ON a.id = e.account_id"
                                                    " AND e.ess = 'HasAccessToClient' WHERE e.id = ?", "l", id);
  if (!ovs_practice_rows_next (row))
    return;
  json = ovs_practice_exchange_begin_content (exchange);
  ovs_practice_put_text (json, "userName", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "emailAddress", ovs_practice_rows_text (row, 0));
  ovs_practice_exchange_end_content (exchange, json);
}

const OvsPracticeRoute ovs_practice_user_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", "/user", "2018-01-01", get_user,
    "GetUserByToken" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/{uuid}/authorizations", "2019-02-11 2018-01-01", list_for_employer,
    "GetAuthorizationsByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/{uuid}/authorizations", "2018-01-01", list_for_provider,
    "GetAuthorizationsByProviderId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/person/account/person/employees/{uuid}/information", "2018-01-01", get_account,
    "GetConnectedUserInformationByEmployeeId" },
  { 0 },
};
