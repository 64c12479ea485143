/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/keyring.h"

#define OVS_TYPE_MEMORY_KEYRING (ovs_memory_keyring_get_type ())
G_DECLARE_FINAL_TYPE (OvsMemoryKeyring, ovs_memory_keyring, OVS, MEMORY_KEYRING, GObject)

struct _OvsMemoryKeyring
{
  GObject parent_instance;

  GHashTable *secrets; /* (owned) key → secret */
};

static void iface_init (OvsKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsMemoryKeyring, ovs_memory_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OVS_TYPE_KEYRING, iface_init))

static void
free_secret (gpointer data)
{
  ovs_secret_free (data);
}

static void
lookup (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *call)
{
  g_autoptr (GTask) task = call;
  g_autofree char *key = ovs_keyring_item_to_key (item);

  g_task_return_pointer (task, g_strdup (g_hash_table_lookup (OVS_MEMORY_KEYRING (keyring)->secrets, key)), free_secret);
}

static void
store (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret, GTask *call)
{
  g_autoptr (GTask) task = call;

  g_hash_table_replace (OVS_MEMORY_KEYRING (keyring)->secrets, ovs_keyring_item_to_key (item), g_strdup (secret));
  g_task_return_boolean (task, TRUE);
}

static void
forget (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *call)
{
  g_autoptr (GTask) task = call;
  g_autofree char *key = ovs_keyring_item_to_key (item);

  g_hash_table_remove (OVS_MEMORY_KEYRING (keyring)->secrets, key);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_lasting (OvsKeyring *keyring)
{
  return FALSE;
}

static void
iface_init (OvsKeyringInterface *iface)
{
  iface->lookup = lookup;
  iface->store = store;
  iface->forget = forget;
  iface->is_lasting = is_lasting;
}

static void
ovs_memory_keyring_finalize (GObject *object)
{
  g_hash_table_unref (OVS_MEMORY_KEYRING (object)->secrets);
  G_OBJECT_CLASS (ovs_memory_keyring_parent_class)->finalize (object);
}

static void
ovs_memory_keyring_class_init (OvsMemoryKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_memory_keyring_finalize;
}

static void
ovs_memory_keyring_init (OvsMemoryKeyring *self)
{
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_secret);
}

OvsKeyring *
ovs_keyring_new_memory (void)
{
  return g_object_new (OVS_TYPE_MEMORY_KEYRING, NULL);
}
