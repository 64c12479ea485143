/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fixture.h"

/* Each switch both ways: as it is, and as Loket could be instead. Those of signing in are in test-behaviour-sign-in.c. */

static void
turn (Office *office, const char *switches)
{
  client_post (office->client, "/practice/behaviour", switches);
}

static void
assert_refused (Office *office, const char *switches, const char *word)
{
  g_autoptr (Reply) reply = client_send (office->client, "POST", "/practice/behaviour", switches);
  const char *message;

  g_assert_cmpuint (reply->status, ==, 400);
  message = json_object_get_string_member (json_node_get_object (reply->json), "message");
  g_assert_nonnull (strstr (message, word));
  g_assert_true (g_str_has_suffix (message, "."));
}

static void
assert_answers (Office *office, const char *path, guint status)
{
  g_autoptr (Reply) reply = client_send (office->client, "GET", path, NULL);

  g_assert_cmpuint (reply->status, ==, status);
}

static void
assert_employer_answers (Office *office, const char *rest, guint status)
{
  g_autofree char *path = under_employer (office->employer, rest);

  assert_answers (office, path, status);
}

static void
test_door (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) answer = NULL;
  JsonObject *all = client_get (office->client, "/practice/behaviour", &kept);

  g_assert_false (json_object_get_boolean_member (all, "inviteBlocks"));
  g_assert_true (json_object_get_boolean_member (all, "resendWhilePending"));
  g_assert_false (json_object_get_boolean_member (all, "revokeWithdraws"));
  g_assert_false (json_object_get_boolean_member (all, "rotateRefresh"));
  g_assert_cmpint (json_object_get_int_member (all, "maxArray"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (all, "pathPrefix"), ==, "both");
  g_assert_false (json_object_get_boolean_member (all, "leaversDelayProduct500"));
  g_assert_cmpint (json_object_get_int_member (all, "validityDays"), ==, 14);

  /* What a POST does not name stays. */
  turn (office, "{\"validityDays\": 4}");
  answer = client_send (office->client, "POST", "/practice/behaviour", "{\"rotateRefresh\": \"strict\"}");
  all = json_node_get_object (answer->json);
  g_assert_cmpint (json_object_get_int_member (all, "validityDays"), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (all, "rotateRefresh"), ==, "strict");

  g_clear_pointer (&answer, reply_free);
  answer = client_send (office->client, "DELETE", "/practice/behaviour", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer->json), "validityDays"), ==, 14);
}

static void
test_wrong (Office *office, gconstpointer data)
{
  static const struct
  {
    const char *switches;
    const char *word;
  } cases[] = {
    { "{\"inviteBlock\": true}", "inviteBlock" },
    { "{\"inviteBlocks\": 1}", "inviteBlocks" },
    { "{\"inviteBlocks\": null}", "false or true" },
    { "{\"validityDays\": 0}", "validityDays" },
    { "{\"validityDays\": 1.5}", "validityDays" },
    { "{\"validityDays\": \"14\"}", "validityDays" },
    { "{\"pathPrefix\": \"/v3\"}", "pathPrefix" },
    { "{\"rotateRefresh\": \"always\"}", "strict" },
    { "{\"actionType\": \"\"}", "actionType" },
    { "{\"actionSeconds\": -1}", "actionSeconds" },
    { "{\"unknownStatus\": 2}", "unknownStatus" },
    { "{\"denied\": [\"GetUserByToken\"]}", "denied" },
    { "{\"denied\": {\"20001\": [\"ReadMinds\"]}}", "denied" },
    { "{\"denied\": {\"nobody\": [\"GetUserByToken\"]}}", "denied" },
    { "{\"clientLacks\": [7]}", "clientLacks" },
    { "{\"obsoleteDates\": {\"GetUserByToken\": \"soon\"}}", "obsoleteDates" },
    { "{\"validityDays\": 3, \"maxArray\": -1}", "maxArray" },
  };
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) array = client_send (office->client, "POST", "/practice/behaviour", "[]");

  g_assert_cmpuint (array->status, ==, 400);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (office, cases[i].switches, cases[i].word);
  /* Nothing of what is refused is taken. */
  g_assert_cmpint (
      json_object_get_int_member (client_get (office->client, "/practice/behaviour", &kept), "validityDays"), ==, 14);
}

static void
test_kept (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonObject *all;

  turn (office, "{\"pathPrefix\": \"/v2\", \"actionSeconds\": 0.5, \"denied\": {\"*\": [\"GetUserByToken\"]}}");
  client_free (office->client);
  office->client = client_new (office->folder, 6, 120, 5);
  all = client_get (office->client, "/practice/behaviour", &kept);
  g_assert_cmpstr (json_object_get_string_member (all, "pathPrefix"), ==, "/v2");
  g_assert_cmpfloat (json_object_get_double_member (all, "actionSeconds"), ==, 0.5);
  g_assert_true (json_object_has_member (json_object_get_object_member (all, "denied"), "*"));
}

static void
test_invite_blocks (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  assert_status (office, 0, FALSE, "HasAccessToClient");
  turn (office, "{\"inviteBlocks\": true}");
  act (office, "essaccessstatus", 1, 1, "SendInvite", &kept);
  assert_status (office, 1, FALSE, "AccessToClientIsBlocked");
  assert_status (office, 1, TRUE, "InvitePending");
  g_assert_cmpuint (client_count_events (office->client, "blocked"), ==, 1);

  /* Who is not invited is not blocked. */
  poke (office, "UPDATE employee SET email = NULL WHERE uuid = ?", office->ids->pdata[2]);
  act (office, "essaccessstatus", 2, 1, "SendInvite", &kept);
  assert_status (office, 2, FALSE, "HasAccessToClient");
}

static void
test_resend (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_true (succeeded (act (office, "essaccessstatus", 0, 1, "SendInvite", &kept), 0));
  turn (office, "{\"resendWhilePending\": false}");
  g_assert_cmpstr (message_type (act (office, "essaccessstatus", 0, 1, "SendInvite", &kept), 0), ==,
                   "BrokenBusinessRule");
  g_assert_cmpint (client_count_mail (office->client, "invitation"), ==, 2);
}

static void
test_invite_again (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  client_post (office->client, "/practice/clock", "{\"advanceDays\": 15}");
  assert_status (office, 0, TRUE, "InviteExpired");
  g_assert_true (succeeded (act (office, "essaccessstatus", 0, 1, "SendInvite", &kept), 0));
  turn (office, "{\"inviteAgain\": false}");
  g_assert_false (succeeded (act (office, "essaccessstatus", 1, 1, "SendInvite", &kept), 0));
  assert_status (office, 1, TRUE, "InviteExpired");
}

static void
test_revoke_withdraws (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_false (succeeded (act (office, "essaccessstatus", 0, 1, "RevokeAccess", &kept), 0));
  assert_status (office, 0, TRUE, "InvitePending");
  turn (office, "{\"revokeWithdraws\": true}");
  g_assert_true (succeeded (act (office, "essaccessstatus", 0, 1, "RevokeAccess", &kept), 0));
  assert_status (office, 0, TRUE, "InviteCancelled");
  g_assert_cmpuint (client_count_events (office->client, "withdrawn"), ==, 1);
  /* The link is worth nothing any more. */
  client_post (office->client, "/practice/activate", "{\"share\": 1}");
  assert_status (office, 0, TRUE, "InviteCancelled");
}

static void
test_validity (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  turn (office, "{\"validityDays\": 4}");
  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  client_post (office->client, "/practice/clock", "{\"advanceDays\": 3}");
  assert_status (office, 0, TRUE, "InvitePending");
  client_post (office->client, "/practice/clock", "{\"advanceDays\": 2}");
  assert_status (office, 0, TRUE, "InviteExpired");
}

/* Somebody left in 2024 and still has Werknemerloket; everybody else goes over. */
static guint
count_removed (Office *office)
{
  g_autoptr (Reply) kept = NULL;

  poke (office, "UPDATE employee SET ess = 'NoAccessToClient', account_id = NULL, invited_at = NULL", NULL);
  poke (office, "UPDATE employee SET wnl = 'NoAccessToClient' WHERE wnl <> 'HasAccessToClient'", NULL);
  g_ptr_array_unref (office->ids);
  office->ids = client_to_migrate (office->client, office->employer);
  poke (office, "UPDATE employee SET service_end = 739000 WHERE uuid = ?", office->ids->pdata[0]);
  act (office, "essaccessstatus", 1, office->ids->len - 1, "SendInvite", &kept);
  act (office, "selfservice", 1, office->ids->len - 1, "RevokeAccess", &kept);
  client_post (office->client, "/practice/activate", "{\"share\": 1}");
  return client_count_events (office->client, "product-removed");
}

static void
test_leavers_delay_not (Office *office, gconstpointer data)
{
  g_assert_cmpuint (count_removed (office), ==, 1);
}

static void
test_leavers_delay (Office *office, gconstpointer data)
{
  turn (office, "{\"leaversDelayProduct500\": true}");
  g_assert_cmpuint (count_removed (office), ==, 0);
}

static void
test_max_array (Office *office, gconstpointer data)
{
  g_autofree char *path = under_employer (office->employer, "/employees/essaccessstatus");
  g_autofree char *three = actions_for (office->ids, 0, 3, "SendInvite");
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) refused = NULL;

  turn (office, "{\"maxArray\": 2}");
  refused = client_send (office->client, "PATCH", path, three);
  g_assert_cmpuint (refused->status, ==, 400);
  assert_status (office, 0, TRUE, "NoAccessToClient");
  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  turn (office, "{\"maxArray\": 0}");
  act (office, "essaccessstatus", 2, 10, "SendInvite", &kept);
}

static void
test_path_prefix (Office *office, gconstpointer data)
{
  static const struct
  {
    const char *prefix;
    guint providers, employers, v2_providers, v2_employers, service, v2_service;
  } cases[] = {
    { "both", 200, 200, 200, 200, 400, 400 },
    { "/v2", 404, 404, 200, 200, 400, 404 },
    { "", 200, 200, 404, 404, 400, 404 },
    { "published", 200, 404, 404, 200, 400, 404 },
  };
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (office->client, "/v2/providers", &kept);
  const char *provider = json_object_get_string_member (json_array_get_object_element (list, 0), "id");
  /* Without its parameter it answers 400 where it is served. */
  g_autofree char *service = g_strdup_printf ("/provider/providers/%s/employers/modules", provider);
  g_autofree char *v2_service = g_strconcat ("/v2", service, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *switches = g_strdup_printf ("{\"pathPrefix\": \"%s\"}", cases[i].prefix);

      turn (office, switches);
      assert_answers (office, "/providers", cases[i].providers);
      assert_answers (office, "/providers/employers/minimized", cases[i].employers);
      assert_answers (office, "/v2/providers", cases[i].v2_providers);
      assert_answers (office, "/v2/providers/employers/minimized", cases[i].v2_employers);
      assert_answers (office, service, cases[i].service);
      assert_answers (office, v2_service, cases[i].v2_service);
    }
}

static void
test_page_size (Office *office, gconstpointer data)
{
  g_autofree char *path = under_employer (office->employer, "/employees?pageSize=250");
  g_autoptr (Reply) kept = NULL;

  g_assert_cmpint (json_object_get_int_member (client_get (office->client, path, &kept), "pageSize"), ==, 250);
  turn (office, "{\"maxPageSize\": 7}");
  g_assert_cmpint (json_object_get_int_member (client_get (office->client, path, &kept), "pageSize"), ==, 7);
  g_assert_cmpuint (json_array_get_length (client_list (office->client, path, &kept)), ==, 7);
}

static void
test_empty_list (Office *office, gconstpointer data)
{
  static const char *path = "/v2/users/collectiveactions";
  g_autoptr (Reply) kept = NULL;

  g_assert_cmpint (json_object_get_int_member (client_get (office->client, path, &kept), "totalPages"), ==, 0);
  turn (office, "{\"emptyListPages\": 1}");
  g_assert_cmpint (json_object_get_int_member (client_get (office->client, path, &kept), "totalPages"), ==, 1);
}

static void
test_rate_limit (Office *office, gconstpointer data)
{
  g_autoptr (Reply) reply = NULL;
  guint tries = 0;

  turn (office, "{\"rateLimit\": 1}");
  do
    {
      g_clear_pointer (&reply, reply_free);
      reply = client_send (office->client, "GET", "/v2/user", NULL);
    }
  while (reply->status == 200 && ++tries < 1000);
  g_assert_cmpuint (reply->status, ==, 429);
  turn (office, "{\"rateLimit\": 0}");
  assert_answers (office, "/v2/user", 200);
}

static gint64
employer_number (Office *office)
{
  g_autofree char *path = under_employer (office->employer, "");
  g_autoptr (Reply) kept = NULL;
  JsonObject *content = json_object_get_object_member (client_get (office->client, path, &kept), "content");

  return json_object_get_int_member (content, "employerNumber");
}

static gboolean
may (Office *office, const char *activity)
{
  g_autofree char *path = under_employer (office->employer, "/authorizations");
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (office->client, path, &kept);

  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (list, i), "description"), activity))
      return TRUE;
  return FALSE;
}

static void
test_denied (Office *office, gconstpointer data)
{
  g_autofree char *employee = g_strconcat ("/v2/providers/employers/employees/", office->ids->pdata[0], NULL);
  g_autofree char *here = g_strdup_printf ("{\"denied\": {\"%" G_GINT64_FORMAT "\": [\"GetModulesByEmployerId\", "
                                           "\"GetEmployeeByEmployeeId\"]}}",
                                           employer_number (office));

  turn (office, "{\"denied\": {\"1\": [\"GetModulesByEmployerId\"]}}");
  assert_employer_answers (office, "/modules", 200);
  g_assert_true (may (office, "GetModulesByEmployerId"));
  turn (office, here);
  assert_employer_answers (office, "/modules", 403);
  assert_employer_answers (office, "/employees", 200);
  assert_answers (office, employee, 403);
  g_assert_false (may (office, "GetModulesByEmployerId"));
  g_assert_true (may (office, "GetEmployeesByEmployerId"));
  turn (office, "{\"denied\": {\"*\": [\"GetUserByToken\"]}}");
  assert_answers (office, "/v2/user", 403);
  assert_employer_answers (office, "/modules", 200);
}

static void
test_needs_product (Office *office, gconstpointer data)
{
  poke (office, "UPDATE employer SET mijnloket = 0", NULL);
  assert_employer_answers (office, "/employees/essaccessstatus", 200);
  g_assert_true (may (office, "PatchESSAccessStatusByEmployerId"));
  turn (office, "{\"activitiesNeedProduct\": true}");
  assert_employer_answers (office, "/employees/essaccessstatus", 403);
  assert_employer_answers (office, "/employees/selfservice", 200);
  g_assert_false (may (office, "PatchESSAccessStatusByEmployerId"));
  g_assert_true (may (office, "GetModulesByEmployerId"));
  poke (office, "UPDATE employer SET mijnloket = 1", NULL);
  assert_employer_answers (office, "/employees/essaccessstatus", 200);
}

static void
test_client_lacks (Office *office, gconstpointer data)
{
  turn (office, "{\"clientLacks\": [\"GetModulesByEmployerId\"]}");
  assert_employer_answers (office, "/modules", 403);
  g_assert_true (may (office, "GetModulesByEmployerId"));
  turn (office, "{\"clientLacks\": []}");
  assert_employer_answers (office, "/modules", 200);
}

static const char *
obsolete_date (Office *office, const char *path, Reply **kept)
{
  JsonObject *version = json_object_get_object_member (client_get (office->client, path, kept), "version");

  return json_object_get_string_member_with_default (version, "obsoleteDate", "");
}

static void
test_obsolete_dates (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  g_assert_cmpstr (obsolete_date (office, "/v2/user", &kept), ==, "");
  turn (office, "{\"obsoleteDates\": {\"GetUserByToken\": \"2027-06-01\"}}");
  g_assert_cmpstr (obsolete_date (office, "/v2/user", &kept), ==, "2027-06-01");
  g_assert_cmpstr (obsolete_date (office, "/v2/providers", &kept), ==, "");
}

static void
test_provider_listed (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  g_assert_cmpuint (json_array_get_length (client_list (office->client, "/v2/providers", &kept)), ==, 1);
  turn (office, "{\"providerListed\": false}");
  g_assert_cmpuint (json_array_get_length (client_list (office->client, "/v2/providers", &kept)), ==, 0);
}

static char *
submitted_on (Office *office)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (office->client, "/v2/users/collectiveactions", &kept);

  return g_strdup (json_object_get_string_member (json_array_get_object_element (list, 0), "submittedOn"));
}

/* A day later, at the same time of the day. */
static void
test_clock_skew (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  before = submitted_on (office);
  turn (office, "{\"clockSkewSeconds\": 86400}");
  after = submitted_on (office);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (strchr (before, 'T'), ==, strchr (after, 'T'));
}

static void
test_action_type (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items;

  turn (office, "{\"actionType\": \"MijnLoket\"}");
  items = act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (items, 0), "collectiveActionType"), ==,
                   "MijnLoket");
}

static void
test_action_seconds (Office *office, gconstpointer data)
{
  g_autofree char *body = actions_for (office->ids, 0, 2, "SendInvite");
  g_autofree char *action = NULL;
  g_autofree char *path = NULL;
  g_autoptr (Reply) kept = NULL;

  turn (office, "{\"actionSeconds\": 3600}");
  action = client_submit (office->client, office->employer, "essaccessstatus", body);
  path = g_strdup_printf ("/v2/users/collectiveactions?filter=collectiveActionId%%20eq%%20'%s'", action);
  for (int i = 0; i < 20; i++)
    {
      JsonArray *list = client_list (office->client, path, &kept);
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (list, 0), "status"), ==,
                       "NotStarted");
    }
  turn (office, "{\"actionSeconds\": 0}");
  client_await (office->client, action, &kept);
  assert_status (office, 0, TRUE, "InvitePending");
}

static void
test_items_kept (Office *office, gconstpointer data)
{
  g_autofree char *body = actions_for (office->ids, 0, 1, "SendInvite");
  g_autofree char *action = client_submit (office->client, office->employer, "essaccessstatus", body);
  g_autofree char *path = g_strconcat ("/v2/users/collectiveactions/", action, NULL);
  g_autoptr (Reply) kept = NULL;

  client_await (office->client, action, &kept);
  client_post (office->client, "/practice/clock", "{\"advanceDays\": 1}");
  assert_answers (office, path, 200);
  turn (office, "{\"itemsKeptSeconds\": 3600}");
  assert_answers (office, path, 404);
  g_assert_cmpuint (json_array_get_length (client_list (office->client, "/v2/users/collectiveactions", &kept)), ==, 0);
}

static void
test_message_type (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items, *messages;
  JsonObject *type;

  turn (office, "{\"messageTypeAsObject\": true}");
  items = act (office, "essaccessstatus", 0, 1, "ReinstateAccess", &kept);
  messages = json_object_get_array_member (json_array_get_object_element (items, 0), "messages");
  type = json_object_get_object_member (json_array_get_object_element (messages, 0), "type");
  g_assert_cmpstr (json_object_get_string_member (type, "value"), ==, "BrokenBusinessRule");
}

static void
test_unknown_fields (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonObject *answer = client_get (office->client, "/v2/user", &kept);

  g_assert_false (json_object_has_member (answer, "futureField"));
  turn (office, "{\"unknownFields\": true}");
  answer = client_get (office->client, "/v2/user", &kept);
  g_assert_true (json_object_has_member (answer, "futureField"));
  g_assert_true (json_object_has_member (json_object_get_object_member (answer, "content"), "futureField"));
}

static void
test_unknown_status (Office *office, gconstpointer data)
{
  turn (office, "{\"unknownStatus\": 1}");
  assert_status (office, 0, TRUE, "AccessIsPostponed");
  assert_status (office, 0, FALSE, "HasAccessToClient");
  turn (office, "{\"unknownStatus\": 0, \"unknownPortalStatus\": 1}");
  assert_status (office, 0, TRUE, "NoAccessToClient");
  assert_status (office, 0, FALSE, "AccessIsPostponed");
}

static gboolean
has_product (Office *office, int number)
{
  g_autofree char *path = under_employer (office->employer, "/modules");
  g_autoptr (Reply) kept = NULL;
  JsonArray *modules = client_list (office->client, path, &kept);

  for (guint i = 0; i < json_array_get_length (modules); i++)
    if (json_object_get_int_member (json_array_get_object_element (modules, i), "number") == number)
      return TRUE;
  return FALSE;
}

static void
test_products (Office *office, gconstpointer data)
{
  g_assert_true (has_product (office, 500));
  g_assert_true (has_product (office, 777));
  turn (office, "{\"portalProduct\": 501, \"mijnLoketProduct\": 900}");
  g_assert_false (has_product (office, 500));
  g_assert_true (has_product (office, 501));
  g_assert_true (has_product (office, 900));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/practice/behaviour/" name, Office, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("door", test_door);
  ADD ("wrong", test_wrong);
  ADD ("kept", test_kept);
  ADD ("invite-blocks", test_invite_blocks);
  ADD ("resend-while-pending", test_resend);
  ADD ("invite-again", test_invite_again);
  ADD ("revoke-withdraws", test_revoke_withdraws);
  ADD ("validity-days", test_validity);
  ADD ("leavers-delay-not", test_leavers_delay_not);
  ADD ("leavers-delay", test_leavers_delay);
  ADD ("max-array", test_max_array);
  ADD ("path-prefix", test_path_prefix);
  ADD ("max-page-size", test_page_size);
  ADD ("empty-list-pages", test_empty_list);
  ADD ("rate-limit", test_rate_limit);
  ADD ("denied", test_denied);
  ADD ("activities-need-product", test_needs_product);
  ADD ("client-lacks", test_client_lacks);
  ADD ("obsolete-dates", test_obsolete_dates);
  ADD ("provider-listed", test_provider_listed);
  ADD ("clock-skew-seconds", test_clock_skew);
  ADD ("action-type", test_action_type);
  ADD ("action-seconds", test_action_seconds);
  ADD ("items-kept-seconds", test_items_kept);
  ADD ("message-type-as-object", test_message_type);
  ADD ("unknown-fields", test_unknown_fields);
  ADD ("unknown-status", test_unknown_status);
  ADD ("products", test_products);
  return g_test_run ();
}
