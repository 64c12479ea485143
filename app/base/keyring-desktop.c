/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/keyring.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#define OVS_TYPE_DESKTOP_KEYRING (ovs_desktop_keyring_get_type ())
G_DECLARE_FINAL_TYPE (OvsDesktopKeyring, ovs_desktop_keyring, OVS, DESKTOP_KEYRING, GObject)

struct _OvsDesktopKeyring
{
  GObject parent_instance;
};

static void iface_init (OvsKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsDesktopKeyring, ovs_desktop_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OVS_TYPE_KEYRING, iface_init))

static const SecretSchema schema = {
  "nl.overstap.Overstap",
  SECRET_SCHEMA_NONE,
  {
      { "what", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "loket", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "provider", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

static GHashTable *
attributes_of (const OvsKeyringItem *item)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes, (gpointer) "what", g_strdup (item->what));
  g_hash_table_insert (attributes, (gpointer) "loket", g_strdup (item->loket != NULL ? item->loket : ""));
  g_hash_table_insert (attributes, (gpointer) "provider", g_strdup (item->provider != NULL ? item->provider : ""));
  return attributes;
}

/* What people see in their keyring. */
static char *
label_of (const OvsKeyringItem *item)
{
  if (g_str_equal (item->what, OVS_KEYRING_CLIENT_SECRET))
    return g_strdup (_ ("Overstap: secret of the connection with Loket"));
  return g_strdup_printf (_ ("Overstap: sign-in at Loket (%s)"), item->loket != NULL ? item->loket : "?");
}

static void
free_secret (gpointer data)
{
  ovs_secret_free (data);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (secret), free_secret);
  secret_password_free (secret);
}

static void
lookup (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  g_autoptr (GHashTable) attributes = attributes_of (item);

  secret_password_lookupv (&schema, attributes, g_task_get_cancellable (task), on_found, task);
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
store (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret, GTask *task)
{
  g_autoptr (GHashTable) attributes = attributes_of (item);
  g_autofree char *label = label_of (item);

  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret, g_task_get_cancellable (task), on_stored, task);
}

static void
on_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
forget (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  g_autoptr (GHashTable) attributes = attributes_of (item);

  secret_password_clearv (&schema, attributes, g_task_get_cancellable (task), on_forgotten, task);
}

static void
iface_init (OvsKeyringInterface *iface)
{
  iface->lookup = lookup;
  iface->store = store;
  iface->forget = forget;
}

static void
ovs_desktop_keyring_class_init (OvsDesktopKeyringClass *klass)
{
}

static void
ovs_desktop_keyring_init (OvsDesktopKeyring *self)
{
}

OvsKeyring *
ovs_keyring_new_desktop (void)
{
  return g_object_new (OVS_TYPE_DESKTOP_KEYRING, NULL);
}
