/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fixture.h"

#define EMPLOYERS "/v2/providers/employers/minimized"

static void
order (Client *client, const char *fault)
{
  g_autoptr (Reply) reply = client_send (client, "POST", "/practice/faults", fault);

  g_assert_cmpuint (reply->status, ==, 200);
}

static void
assert_answers (Client *client, guint status)
{
  g_autoptr (Reply) reply = client_send (client, "GET", EMPLOYERS, NULL);

  g_assert_cmpuint (reply->status, ==, status);
}

static void
test_status (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);
  g_autoptr (Reply) forbidden = NULL;

  order (client, "{\"path\": \"employers/\", \"method\": \"GET\", \"kind\": \"status\", \"status\": 403, \"count\": 1}");
  forbidden = client_send (client, "GET", EMPLOYERS, NULL);
  g_assert_cmpuint (forbidden->status, ==, 403);
  g_assert_true (json_object_has_member (json_node_get_object (forbidden->json), "message"));
  assert_answers (client, 200);
}

static void
test_only_what_it_fits (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);

  order (client, "{\"path\": \"modules\", \"kind\": \"status\", \"status\": 500}");
  order (client, "{\"method\": \"PATCH\", \"kind\": \"status\", \"status\": 500}");
  assert_answers (client, 200);
}

static void
test_after_some (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);

  order (client, "{\"kind\": \"status\", \"status\": 503, \"skip\": 2, \"count\": 1}");
  assert_answers (client, 200);
  assert_answers (client, 200);
  assert_answers (client, 503);
  assert_answers (client, 200);
}

static void
test_all_well_again (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);
  g_autoptr (Reply) well = NULL;

  order (client, "{\"kind\": \"status\", \"status\": 500, \"count\": 100}");
  assert_answers (client, 500);
  well = client_send (client, "DELETE", "/practice/faults", NULL);
  g_assert_cmpuint (well->status, ==, 200);
  assert_answers (client, 200);
}

static void
test_garbage (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);
  g_autoptr (Reply) reply = NULL;

  order (client, "{\"kind\": \"garbage\"}");
  reply = client_send (client, "GET", EMPLOYERS, NULL);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_null (reply->json);
}

/* At /token and /authorize too; of the doors none is struck. */
static void
test_signing_in (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);
  g_autoptr (Reply) authorize = NULL;
  g_autoptr (Reply) token = NULL;
  g_autoptr (Reply) refused = NULL;
  g_autofree char *code = NULL;

  order (client, "{\"path\": \"/authorize\", \"kind\": \"status\", \"status\": 503, \"retryAfter\": 7}");
  order (client, "{\"path\": \"/token\", \"kind\": \"garbage\"}");
  order (client, "{\"path\": \"/token\", \"kind\": \"status\", \"status\": 400}");
  order (client, "{\"path\": \"/practice\", \"kind\": \"status\", \"status\": 500}");
  authorize = client_send (client, "GET", "/authorize?client_id=overstap", NULL);
  g_assert_cmpuint (authorize->status, ==, 503);
  token = client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", "grant_type=refresh_token");
  g_assert_cmpuint (token->status, ==, 400);
  g_assert_cmpstr (token->type, ==, "text/html");
  refused = client_send_as (client, "POST", "/token", "application/x-www-form-urlencoded", "grant_type=refresh_token");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (refused->json), "error"), ==, "invalid_grant");
  code = client_obtain_code (client, REDIRECT);
  g_assert_nonnull (code);
}

/* Half of the people in the next invitation fail, evenly spread, and nothing happens to them. */
static void
test_item_error (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items;

  order (office->client, "{\"path\": \"essaccessstatus\", \"method\": \"PATCH\", \"kind\": \"item-error\", \"share\": 0.5}");
  items = act (office, "essaccessstatus", 0, 4, "SendInvite", &kept);
  for (guint i = 0; i < 4; i++)
    g_assert_true (succeeded (items, i) == (i % 2 == 1));
  g_assert_cmpstr (message_type (items, 0), ==, "BrokenBusinessRule");
  assert_status (office, 0, TRUE, "NoAccessToClient");
  assert_status (office, 1, TRUE, "InvitePending");
  g_assert_cmpuint (client_count_events (office->client, "invited"), ==, 2);

  /* Only that one. */
  items = act (office, "essaccessstatus", 0, 4, "SendInvite", &kept);
  for (guint i = 0; i < 4; i++)
    g_assert_true (succeeded (items, i));
}

static void
test_all_items_fail (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items;

  order (office->client, "{\"kind\": \"item-error\", \"method\": \"PATCH\"}");
  items = act (office, "selfservice", 0, 3, "RevokeAccess", &kept);
  for (guint i = 0; i < 3; i++)
    g_assert_false (succeeded (items, i));
  g_assert_cmpuint (client_count_events (office->client, "blocked"), ==, 0);
}

/* The PATCH that works at once answers 200 with a message for each that failed; 400 when none was done. */
static void
test_item_error_at_once (Office *office, gconstpointer data)
{
  static const char *path = "/v2/providers/employers/employees/selfservice";
  g_autofree char *body = actions_for (office->ids, 0, 4, "RevokeAccess");
  g_autofree char *rest = actions_for (office->ids, 4, 2, "RevokeAccess");
  g_autoptr (Reply) partly = NULL;
  g_autoptr (Reply) not_at_all = NULL;
  JsonArray *messages;

  order (office->client, "{\"path\": \"selfservice\", \"method\": \"PATCH\", \"kind\": \"item-error\", \"share\": 0.25}");
  partly = client_send (office->client, "PATCH", path, body);
  g_assert_cmpuint (partly->status, ==, 200);
  messages = json_object_get_array_member (json_node_get_object (partly->json), "messages");
  g_assert_cmpuint (json_array_get_length (messages), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (messages, 0), "id"), ==,
                   office->ids->pdata[0]);
  assert_status (office, 0, FALSE, "HasAccessToClient");
  assert_status (office, 3, FALSE, "AccessToClientIsBlocked");

  order (office->client, "{\"kind\": \"item-error\", \"share\": 1}");
  not_at_all = client_send (office->client, "PATCH", path, rest);
  g_assert_cmpuint (not_at_all->status, ==, 400);
  assert_status (office, 4, FALSE, "HasAccessToClient");
}

static void
test_unknown_kind (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 10, 1);
  g_autoptr (Reply) reply = client_send (client, "POST", "/practice/faults", "{\"kind\": \"flood\"}");

  g_assert_cmpuint (reply->status, ==, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/faults/status", test_status);
  g_test_add_func ("/practice/faults/only-what-it-fits", test_only_what_it_fits);
  g_test_add_func ("/practice/faults/after-some", test_after_some);
  g_test_add_func ("/practice/faults/all-well-again", test_all_well_again);
  g_test_add_func ("/practice/faults/garbage", test_garbage);
  g_test_add_func ("/practice/faults/unknown-kind", test_unknown_kind);
  g_test_add_func ("/practice/faults/signing-in", test_signing_in);
  g_test_add ("/practice/faults/item-error", Office, NULL, set_up, test_item_error, tear_down);
  g_test_add ("/practice/faults/all-items-fail", Office, NULL, set_up, test_all_items_fail, tear_down);
  g_test_add ("/practice/faults/item-error-at-once", Office, NULL, set_up, test_item_error_at_once, tear_down);
  return g_test_run ();
}
