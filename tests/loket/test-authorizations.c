/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/authorizations.h"

#define PATH "/v2/providers/employers/e1/authorizations"

static GStrv
read_with (const char *body, guint status, GError **error)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GAsyncResult) result = NULL;

  fake_loket_answer (fake, "GET", PATH, status, body);
  ovs_loket_read_authorizations_async (loket, "e1", NULL, fake_loket_done_cb, &result);
  return ovs_loket_read_authorizations_finish (loket, fake_loket_wait (&result), error);
}

static void
check (const char *items)
{
  g_autofree char *page = fake_loket_page (1, 1, 2, items);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) activities = read_with (page, 200, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (activities), ==, 2);
  g_assert_cmpstr (activities[0], ==, "PatchESSAccessStatusByEmployerId");
  g_assert_cmpstr (activities[1], ==, "GetModulesByEmployerId");
}

static void
test_both_shapes (void)
{
  check ("{\"id\": \"a1\", \"description\": \"PatchESSAccessStatusByEmployerId\"}, {\"id\": \"a2\", \"description\": \"GetModulesByEmployerId\"}");
  check ("{\"name\": \"PatchESSAccessStatusByEmployerId\", \"new\": {}}, {\"name\": \"GetModulesByEmployerId\"}");
}

static void
test_none (void)
{
  g_autofree char *page = fake_loket_page (1, 0, 0, "");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) activities = read_with (page, 200, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (activities), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_with ("{\"message\": \"Insufficient rights\"}", 403, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_FORBIDDEN);
}

static void
test_no_list (void)
{
  g_autoptr (GError) no_list = NULL;
  g_autoptr (GError) no_name = NULL;
  g_autofree char *page = fake_loket_page (1, 1, 1, "{\"id\": \"a1\"}");

  g_assert_null (read_with ("{\"content\": {}}", 200, &no_list));
  g_assert_error (no_list, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
  g_assert_null (read_with (page, 200, &no_name));
  g_assert_error (no_name, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/authorizations/both-shapes", test_both_shapes);
  g_test_add_func ("/loket/authorizations/none", test_none);
  g_test_add_func ("/loket/authorizations/refused", test_refused);
  g_test_add_func ("/loket/authorizations/no-list", test_no_list);
  return g_test_run ();
}
