/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/registration.h"

#include "base/user-settings.h"

/* A keyring that lasts, as far as this test knows. */
#define TEST_TYPE_KEYRING (test_keyring_get_type ())
G_DECLARE_FINAL_TYPE (TestKeyring, test_keyring, TEST, KEYRING, GObject)

struct _TestKeyring
{
  GObject parent_instance;

  GHashTable *secrets; /* (owned) key of the item → secret */
  gboolean full;
};

static void
look_up (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  g_autofree char *key = ovs_keyring_item_to_key (item);

  g_task_return_pointer (task, g_strdup (g_hash_table_lookup (TEST_KEYRING (keyring)->secrets, key)), g_free);
  g_object_unref (task);
}

static void
store (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret, GTask *task)
{
  if (TEST_KEYRING (keyring)->full)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "full");
  else
    {
      g_hash_table_insert (TEST_KEYRING (keyring)->secrets, ovs_keyring_item_to_key (item), g_strdup (secret));
      g_task_return_boolean (task, TRUE);
    }
  g_object_unref (task);
}

static void
forget (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  g_autofree char *key = ovs_keyring_item_to_key (item);

  g_hash_table_remove (TEST_KEYRING (keyring)->secrets, key);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
fill_interface (OvsKeyringInterface *iface)
{
  iface->lookup = look_up;
  iface->store = store;
  iface->forget = forget;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestKeyring, test_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OVS_TYPE_KEYRING, fill_interface))

static void
test_keyring_finalize (GObject *object)
{
  g_hash_table_unref (TEST_KEYRING (object)->secrets);
  G_OBJECT_CLASS (test_keyring_parent_class)->finalize (object);
}

static void
test_keyring_class_init (TestKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_keyring_finalize;
}

static void
test_keyring_init (TestKeyring *self)
{
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
put (TestKeyring *keyring, OvsKeyringItem item, const char *secret)
{
  g_hash_table_insert (keyring->secrets, ovs_keyring_item_to_key (&item), g_strdup (secret));
}

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

static OvsRegistration *
read_one (TestKeyring *keyring, OvsLoketKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_registration_read_async (OVS_KEYRING (keyring), kind, NULL, done_cb, &result);
  return ovs_registration_read_finish (OVS_KEYRING (keyring), wait_for (&result));
}

static void
assert_reads (TestKeyring *keyring, OvsLoketKind kind, const char *client_id, const char *secret)
{
  g_autoptr (OvsRegistration) registration = read_one (keyring, kind);

  g_assert_cmpstr (registration->client_id, ==, client_id);
  g_assert_cmpstr (registration->client_secret, ==, secret);
}

static void
part (TestKeyring *keyring)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_registration_part_async (OVS_KEYRING (keyring), done_cb, &result);
  ovs_registration_part_finish (OVS_KEYRING (keyring), wait_for (&result));
}

static void
set_ids (const char *production, const char *acceptance)
{
  ovs_user_settings_set_text (OVS_REGISTRATION_CLIENT_ID, production);
  ovs_user_settings_set_text (OVS_REGISTRATION_CLIENT_ID_ACCEPTANCE, acceptance);
}

static void
test_each_its_own (void)
{
  g_autoptr (TestKeyring) keyring = g_object_new (TEST_TYPE_KEYRING, NULL);

  set_ids ("office", "office-test");
  put (keyring, ovs_registration_get_item (OVS_LOKET_KIND_PRODUCTION), "secret");
  put (keyring, ovs_registration_get_item (OVS_LOKET_KIND_ACCEPTANCE), "test secret");
  assert_reads (keyring, OVS_LOKET_KIND_PRODUCTION, "office", "secret");
  assert_reads (keyring, OVS_LOKET_KIND_OTHER, "office", "secret");
  assert_reads (keyring, OVS_LOKET_KIND_ACCEPTANCE, "office-test", "test secret");
  assert_reads (keyring, OVS_LOKET_KIND_PRACTICE, "overstap", NULL);
}

/* What an older version kept for both holds for both, until one of them changes. */
static void
test_one_for_both (void)
{
  g_autoptr (TestKeyring) keyring = g_object_new (TEST_TYPE_KEYRING, NULL);
  const OvsKeyringItem common = { OVS_KEYRING_CLIENT_SECRET, NULL, NULL };

  set_ids ("office", NULL);
  put (keyring, common, "secret of both");
  assert_reads (keyring, OVS_LOKET_KIND_PRODUCTION, "office", "secret of both");
  assert_reads (keyring, OVS_LOKET_KIND_ACCEPTANCE, "office", "secret of both");

  /* A keyring that takes nothing now: nothing is lost. */
  keyring->full = TRUE;
  part (keyring);
  assert_reads (keyring, OVS_LOKET_KIND_PRODUCTION, "office", "secret of both");
  keyring->full = FALSE;

  put (keyring, ovs_registration_get_item (OVS_LOKET_KIND_ACCEPTANCE), "newer");
  part (keyring);
  part (keyring);
  g_assert_cmpuint (g_hash_table_size (keyring->secrets), ==, 2);
  assert_reads (keyring, OVS_LOKET_KIND_PRODUCTION, "office", "secret of both");
  assert_reads (keyring, OVS_LOKET_KIND_ACCEPTANCE, "office", "newer");
  ovs_user_settings_set_text (OVS_REGISTRATION_CLIENT_ID, "office-2");
  assert_reads (keyring, OVS_LOKET_KIND_PRODUCTION, "office-2", "secret of both");
  assert_reads (keyring, OVS_LOKET_KIND_ACCEPTANCE, "office", "newer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/registration/each-its-own", test_each_its_own);
  g_test_add_func ("/loket/registration/one-for-both", test_one_for_both);
  return g_test_run ();
}
