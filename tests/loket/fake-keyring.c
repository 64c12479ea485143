/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-keyring.h"

struct _FakeKeyring
{
  GObject parent_instance;

  char *secret;
  char *after_lookup;
  char *item;
  gboolean failing;
  gboolean holding;
  GTask *held; /* (owned) (nullable) with the secret as its data */
};

static void iface_init (OvsKeyringInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeKeyring, fake_keyring, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OVS_TYPE_KEYRING, iface_init))

static gboolean
refuse (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *task)
{
  FakeKeyring *self = FAKE_KEYRING (keyring);

  g_free (self->item);
  self->item = ovs_keyring_item_to_key (item);
  if (!self->failing)
    return FALSE;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No keyring");
  return TRUE;
}

static void
lookup (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *call)
{
  g_autoptr (GTask) task = call;
  FakeKeyring *self = FAKE_KEYRING (keyring);

  if (refuse (keyring, item, task))
    return;
  g_task_return_pointer (task, g_strdup (self->secret), g_free);
  if (self->after_lookup == NULL)
    return;
  g_free (self->secret);
  self->secret = g_steal_pointer (&self->after_lookup);
}

static void
store (OvsKeyring *keyring, const OvsKeyringItem *item, const char *secret, GTask *call)
{
  g_autoptr (GTask) task = call;
  FakeKeyring *self = FAKE_KEYRING (keyring);

  if (refuse (keyring, item, task))
    return;
  if (self->holding)
    {
      g_task_set_task_data (task, g_strdup (secret), g_free);
      self->held = g_steal_pointer (&task);
      return;
    }
  fake_keyring_set (self, secret);
  g_task_return_boolean (task, TRUE);
}

static void
forget (OvsKeyring *keyring, const OvsKeyringItem *item, GTask *call)
{
  g_autoptr (GTask) task = call;

  if (refuse (keyring, item, task))
    return;
  fake_keyring_set (FAKE_KEYRING (keyring), NULL);
  g_task_return_boolean (task, TRUE);
}

static void
iface_init (OvsKeyringInterface *iface)
{
  iface->lookup = lookup;
  iface->store = store;
  iface->forget = forget;
}

static void
fake_keyring_finalize (GObject *object)
{
  FakeKeyring *self = FAKE_KEYRING (object);

  g_free (self->secret);
  g_free (self->after_lookup);
  g_free (self->item);
  G_OBJECT_CLASS (fake_keyring_parent_class)->finalize (object);
}

static void
fake_keyring_class_init (FakeKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_keyring_finalize;
}

static void
fake_keyring_init (FakeKeyring *self)
{
}

FakeKeyring *
fake_keyring_new (void)
{
  return g_object_new (FAKE_TYPE_KEYRING, NULL);
}

void
fake_keyring_set_failing (FakeKeyring *self, gboolean failing)
{
  self->failing = failing;
}

void
fake_keyring_hold (FakeKeyring *self)
{
  self->holding = TRUE;
}

void
fake_keyring_release (FakeKeyring *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->held);

  self->holding = FALSE;
  fake_keyring_set (self, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

gboolean
fake_keyring_has_held (FakeKeyring *self)
{
  return self->held != NULL;
}

const char *
fake_keyring_get (FakeKeyring *self)
{
  return self->secret;
}

void
fake_keyring_set (FakeKeyring *self, const char *secret)
{
  char *copy = g_strdup (secret);

  g_free (self->secret);
  self->secret = copy;
}

void
fake_keyring_set_after_lookup (FakeKeyring *self, const char *secret)
{
  g_free (self->after_lookup);
  self->after_lookup = g_strdup (secret);
}

const char *
fake_keyring_get_item (FakeKeyring *self)
{
  return self->item;
}
