/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client.h"

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
  return g_test_run ();
}
