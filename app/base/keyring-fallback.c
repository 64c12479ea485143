/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "keyring"

#include "base/keyring.h"

#define OVS_TYPE_FALLBACK_KEYRING (ovs_fallback_keyring_get_type ())
G_DECLARE_FINAL_TYPE (OvsFallbackKeyring, ovs_fallback_keyring, OVS, FALLBACK_KEYRING, GObject)

struct _OvsFallbackKeyring
{
  GObject parent_instance;

  OvsKeyring *first;  /* (owned) */
  OvsKeyring *second; /* (owned) holds only what the first refused: then it is the newer one */
  gboolean failed;    /* the first one, when it was asked last */
};

/* What is asked of both. */
typedef struct
{
  char *what;
  char *loket;
  char *provider;
  OvsSecret *secret; /* (nullable) */
} Ask;

static void iface_init (OvsKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsFallbackKeyring, ovs_fallback_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OVS_TYPE_KEYRING, iface_init))

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->what);
  g_free (ask->loket);
  g_free (ask->provider);
  ovs_secret_free (ask->secret);
  g_free (ask);
}

static OvsFallbackKeyring *
begin (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret, GTask *task)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->what = g_strdup (item->what);
  ask->loket = g_strdup (item->loket);
  ask->provider = g_strdup (item->provider);
  ask->secret = g_strdup (secret);
  g_task_set_task_data (task, ask, ask_free);
  return OVS_FALLBACK_KEYRING (keyring);
}

static OvsKeyringItem
item_of (GTask *task)
{
  const Ask *ask = g_task_get_task_data (task);

  return (OvsKeyringItem){ ask->what, ask->loket, ask->provider };
}

static void
free_secret (gpointer data)
{
  ovs_secret_free (data);
}

/* What went wrong names no secret, but what a service says is not ours to log. */
static void
note (OvsFallbackKeyring *self, const GError *error)
{
  self->failed = error != NULL;
  if (error != NULL)
    g_debug ("the desktop's keyring does not answer: %s %d", g_quark_to_string (error->domain), error->code);
}

static void
on_found_first (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  OvsSecret *secret = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  note (g_task_get_source_object (task), error);
  g_task_return_pointer (task, secret, free_secret);
}

static void
on_found_second (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsFallbackKeyring *self = g_task_get_source_object (task);
  OvsSecret *secret = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);
  OvsKeyringItem item = item_of (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (secret != NULL)
    g_task_return_pointer (task, secret, free_secret);
  else
    ovs_keyring_lookup_async (self->first, &item, cancellable, on_found_first, g_steal_pointer (&task));
}

static void
lookup (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  OvsFallbackKeyring *self = begin (keyring, item, NULL, task);

  ovs_keyring_lookup_async (self->second, item, g_task_get_cancellable (task), on_found_second, task);
}

static void
on_stored_second (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_keyring_store_finish (OVS_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_forgotten_second (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  ovs_keyring_forget_finish (OVS_KEYRING (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_stored_first (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsFallbackKeyring *self = g_task_get_source_object (task);
  const Ask *ask = g_task_get_task_data (task);
  OvsKeyringItem item = item_of (task);
  g_autoptr (GError) error = NULL;

  ovs_keyring_store_finish (OVS_KEYRING (source), result, &error);
  note (self, error);
  if (error != NULL)
    ovs_keyring_store_async (self->second, &item, ask->secret, NULL, on_stored_second, g_steal_pointer (&task));
  else
    ovs_keyring_forget_async (self->second, &item, NULL, on_forgotten_second, g_steal_pointer (&task));
}

static void
store (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret, GTask *task)
{
  OvsFallbackKeyring *self = begin (keyring, item, secret, task);

  ovs_keyring_store_async (self->first, item, secret, g_task_get_cancellable (task), on_stored_first, task);
}

static void
on_forgotten_first (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsFallbackKeyring *self = g_task_get_source_object (task);
  OvsKeyringItem item = item_of (task);
  g_autoptr (GError) error = NULL;

  ovs_keyring_forget_finish (OVS_KEYRING (source), result, &error);
  note (self, error);
  ovs_keyring_forget_async (self->second, &item, NULL, on_forgotten_second, g_steal_pointer (&task));
}

static void
forget (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  OvsFallbackKeyring *self = begin (keyring, item, NULL, task);

  ovs_keyring_forget_async (self->first, item, g_task_get_cancellable (task), on_forgotten_first, task);
}

static gboolean
is_lasting (OvsKeyring *keyring)
{
  return !OVS_FALLBACK_KEYRING (keyring)->failed;
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
ovs_fallback_keyring_finalize (GObject *object)
{
  OvsFallbackKeyring *self = OVS_FALLBACK_KEYRING (object);

  g_clear_object (&self->first);
  g_clear_object (&self->second);
  G_OBJECT_CLASS (ovs_fallback_keyring_parent_class)->finalize (object);
}

static void
ovs_fallback_keyring_class_init (OvsFallbackKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_fallback_keyring_finalize;
}

static void
ovs_fallback_keyring_init (OvsFallbackKeyring *self)
{
}

OvsKeyring *
ovs_keyring_new_with_fallback (OvsKeyring *first, OvsKeyring *second)
{
  OvsFallbackKeyring *self = g_object_new (OVS_TYPE_FALLBACK_KEYRING, NULL);

  self->first = g_object_ref (first);
  self->second = g_object_ref (second);
  return OVS_KEYRING (self);
}
