/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "base/keyring.h"
#include "loket/fake-keyring.h"

static const OvsKeyringItem production = { OVS_KEYRING_REFRESH_TOKEN, "production", "firm-1" };
static const OvsKeyringItem another = { OVS_KEYRING_REFRESH_TOKEN, "production", "firm-2" };

static void
done_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static char *
look_up (OvsKeyring *keyring, const OvsKeyringItem *item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *secret;

  ovs_keyring_lookup_async (keyring, item, NULL, done_cb, &result);
  secret = ovs_keyring_lookup_finish (keyring, wait_for (&result), &error);
  g_assert_no_error (error);
  return secret;
}

static void
assert_holds (OvsKeyring *keyring, const OvsKeyringItem *item, const char *wanted)
{
  g_autofree char *secret = look_up (keyring, item);

  g_assert_cmpstr (secret, ==, wanted);
}

static void
store (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_keyring_store_async (keyring, item, secret, NULL, done_cb, &result);
  g_assert_true (ovs_keyring_store_finish (keyring, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
forget (OvsKeyring *keyring, const OvsKeyringItem *item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_keyring_forget_async (keyring, item, NULL, done_cb, &result);
  g_assert_true (ovs_keyring_forget_finish (keyring, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
check_keeps (OvsKeyring *keyring)
{
  assert_holds (keyring, &production, NULL);
  forget (keyring, &production);
  store (keyring, &production, "one");
  store (keyring, &another, "two");
  assert_holds (keyring, &production, "one");
  store (keyring, &production, "three");
  assert_holds (keyring, &production, "three");
  forget (keyring, &production);
  assert_holds (keyring, &production, NULL);
  assert_holds (keyring, &another, "two");
  forget (keyring, &another);
}

static void
test_memory (void)
{
  g_autoptr (OvsKeyring) keyring = ovs_keyring_new_memory ();

  check_keeps (keyring);
  g_assert_false (ovs_keyring_is_lasting (keyring));
}

#ifdef __SANITIZE_ADDRESS__
int __lsan_is_turned_off (void);

/* libsecret 0.20 loses the etag of its file each time; only the child works with that. */
int
__lsan_is_turned_off (void)
{
  return g_test_subprocess ();
}
#endif

/* libsecret itself; its file takes the place of a service on the bus. */
static void
test_desktop (void)
{
  g_autoptr (OvsKeyring) keyring = ovs_keyring_new_desktop ();
  g_autoptr (OvsKeyring) memory = ovs_keyring_new_memory ();
  g_autoptr (OvsKeyring) both = ovs_keyring_new_with_fallback (keyring, memory);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (!g_test_subprocess ())
    {
      folder = g_dir_make_tmp ("overstap-keyring-XXXXXX", NULL);
      path = g_build_filename (folder, "keyring", NULL);
      g_setenv ("SECRET_BACKEND", "file", TRUE);
      g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
      g_setenv ("SECRET_FILE_TEST_PASSWORD", "for this test", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_unlink (path);
      g_rmdir (folder);
      return;
    }
  check_keeps (keyring);
  check_keeps (both);
  g_assert_true (ovs_keyring_is_lasting (both));
}

static void
test_without_a_keyring (void)
{
  g_autoptr (FakeKeyring) first = fake_keyring_new ();
  g_autoptr (OvsKeyring) memory = ovs_keyring_new_memory ();
  g_autoptr (OvsKeyring) keyring = ovs_keyring_new_with_fallback (OVS_KEYRING (first), memory);

  fake_keyring_set_failing (first, TRUE);
  check_keeps (keyring);
  g_assert_false (ovs_keyring_is_lasting (keyring));
}

/* What the keyring refused is newer than what it holds, until it takes something again. */
static void
test_keyring_that_comes_back (void)
{
  g_autoptr (FakeKeyring) first = fake_keyring_new ();
  g_autoptr (OvsKeyring) memory = ovs_keyring_new_memory ();
  g_autoptr (OvsKeyring) keyring = ovs_keyring_new_with_fallback (OVS_KEYRING (first), memory);

  store (keyring, &production, "old");
  g_assert_true (ovs_keyring_is_lasting (keyring));
  fake_keyring_set_failing (first, TRUE);
  store (keyring, &production, "new");
  g_assert_false (ovs_keyring_is_lasting (keyring));
  fake_keyring_set_failing (first, FALSE);
  assert_holds (keyring, &production, "new");
  store (keyring, &production, "newest");
  g_assert_true (ovs_keyring_is_lasting (keyring));
  assert_holds (keyring, &production, "newest");
  g_assert_cmpstr (fake_keyring_get (first), ==, "newest");
  assert_holds (memory, &production, NULL);
}

static void
test_secrets (void)
{
  g_autoptr (OvsSecret) one = ovs_secret_random ();
  g_autoptr (OvsSecret) other = ovs_secret_random ();
  g_autoptr (OvsSecret) copy = g_strdup (one);

  g_assert_cmpuint (strlen (one), ==, 43);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (ovs_secret_equal (one, copy));
  g_assert_false (ovs_secret_equal (one, other));
  g_assert_false (ovs_secret_equal (one, ""));
  g_assert_false (ovs_secret_equal (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/keyring/memory", test_memory);
  g_test_add_func ("/base/keyring/desktop", test_desktop);
  g_test_add_func ("/base/keyring/without-a-keyring", test_without_a_keyring);
  g_test_add_func ("/base/keyring/keyring-that-comes-back", test_keyring_that_comes_back);
  g_test_add_func ("/base/keyring/secrets", test_secrets);
  return g_test_run ();
}
