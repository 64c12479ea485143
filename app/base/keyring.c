/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/keyring.h"

G_DEFINE_INTERFACE (OvsKeyring, ovs_keyring, G_TYPE_OBJECT)

static void
ovs_keyring_default_init (OvsKeyringInterface *iface)
{
}

OvsKeyring *
ovs_keyring_get_default (void)
{
  static OvsKeyring *keyring;

  if (keyring == NULL)
    {
      g_autoptr (OvsKeyring) desktop = ovs_keyring_new_desktop ();
      g_autoptr (OvsKeyring) memory = ovs_keyring_new_memory ();

      keyring = ovs_keyring_new_with_fallback (desktop, memory);
    }
  return keyring;
}

gboolean
ovs_keyring_is_lasting (OvsKeyring *self)
{
  g_return_val_if_fail (OVS_IS_KEYRING (self), FALSE);

  return OVS_KEYRING_GET_IFACE (self)->is_lasting == NULL || OVS_KEYRING_GET_IFACE (self)->is_lasting (self);
}

void
ovs_keyring_lookup_async (OvsKeyring *self, const OvsKeyringItem *item, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_keyring_lookup_async);
  OVS_KEYRING_GET_IFACE (self)->lookup (self, item, task);
}

OvsSecret *
ovs_keyring_lookup_finish (OvsKeyring *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_keyring_store_async (OvsKeyring *self,
                         const OvsKeyringItem *item,
                         const char *secret,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_keyring_store_async);
  OVS_KEYRING_GET_IFACE (self)->store (self, item, secret, task);
}

gboolean
ovs_keyring_store_finish (OvsKeyring *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ovs_keyring_forget_async (OvsKeyring *self, const OvsKeyringItem *item, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_keyring_forget_async);
  OVS_KEYRING_GET_IFACE (self)->forget (self, item, task);
}

gboolean
ovs_keyring_forget_finish (OvsKeyring *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
ovs_keyring_item_to_key (const OvsKeyringItem *item)
{
  return g_strdup_printf ("%s\n%s\n%s", item->what, item->loket != NULL ? item->loket : "", item->provider != NULL ? item->provider : "");
}
