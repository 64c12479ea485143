/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/lists.h"

#define EMPTY "{\"totalSize\": 0, \"totalPages\": 0, \"_embedded\": []}"

static GPtrArray *
read_providers (OvsLoket *loket, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &result);
  return ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), error);
}

static void
test_prefix_found (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (OvsLoket) later = NULL;
  g_autofree char *prefixes = NULL;

  fake_loket_answer (fake, "GET", "/providers", 200, EMPTY);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = read_providers (loket, &error);

      g_assert_no_error (error);
    }
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/v2/providers"), ==, 1);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/providers"), ==, 2);
  prefixes = ovs_loket_get_prefixes (loket);
  g_assert_cmpstr (prefixes, ==, "providers=none");

  /* Remembered, it is not tried again. */
  later = fake_loket_client (fake);
  ovs_loket_set_prefixes (later, prefixes);
  g_ptr_array_unref (read_providers (later, NULL));
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/v2/providers"), ==, 1);
}

static void
test_prefix_changed (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autofree char *prefixes = NULL;

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  ovs_loket_set_prefixes (loket, "providers=none");
  g_ptr_array_unref (read_providers (loket, NULL));
  prefixes = ovs_loket_get_prefixes (loket);
  g_assert_cmpstr (prefixes, ==, "providers=v2");
}

static void
test_prefix_probed_by_the_list (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", "/users/collectiveactions", 200, EMPTY);
  fake_loket_answer (fake, "GET", "/users/collectiveactions/a1", 200, EMPTY);
  items = fake_loket_read (loket, ovs_loket_read_action_items_async, ovs_loket_read_action_items_finish, "a1",
                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/v2/users/collectiveactions/a1"), ==, 0);
}

static void
test_not_found (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GError) list_error = NULL;
  g_autoptr (GError) item_error = NULL;

  g_assert_null (read_providers (loket, &list_error));
  g_assert_error (list_error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_LOKET);
  g_assert_null (fake_loket_read (loket, ovs_loket_read_mijnloket_async, ovs_loket_read_mijnloket_finish,
                                  "e1", &item_error));
  g_assert_error (item_error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND);
}

static void
test_id_is_escaped (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);

  fake_loket_answer (fake, "GET", "/v2/users/collectiveactions/x?y z", 200, EMPTY);
  g_ptr_array_unref (fake_loket_read (loket, ovs_loket_read_action_items_async,
                                      ovs_loket_read_action_items_finish, "x?y z", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/prefixes/prefix-found", test_prefix_found);
  g_test_add_func ("/loket/prefixes/prefix-changed", test_prefix_changed);
  g_test_add_func ("/loket/prefixes/prefix-probed-by-the-list", test_prefix_probed_by_the_list);
  g_test_add_func ("/loket/prefixes/not-found", test_not_found);
  g_test_add_func ("/loket/prefixes/id-is-escaped", test_id_is_escaped);
  return g_test_run ();
}
