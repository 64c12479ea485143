/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/registration.h"

#include "base/user-settings.h"

#define PRACTICE_CLIENT_ID "overstap"

OvsRegistration *
ovs_registration_new (void)
{
  OvsRegistration *self = g_new0 (OvsRegistration, 1);

  self->client_id = g_strdup (PRACTICE_CLIENT_ID);
  self->port = OVS_REGISTRATION_DEFAULT_PORT;
  return self;
}

OvsRegistration *
ovs_registration_copy (const OvsRegistration *self)
{
  OvsRegistration *copy = g_new0 (OvsRegistration, 1);

  copy->client_id = g_strdup (self->client_id);
  copy->client_secret = g_strdup (self->client_secret);
  copy->port = self->port;
  copy->pkce = self->pkce;
  return copy;
}

void
ovs_registration_free (OvsRegistration *self)
{
  if (self == NULL)
    return;
  g_free (self->client_id);
  ovs_secret_free (self->client_secret);
  g_free (self);
}

OvsKeyringItem
ovs_registration_get_item (void)
{
  return (OvsKeyringItem){ OVS_KEYRING_CLIENT_SECRET, NULL, NULL };
}

static void
read_settings (OvsRegistration *self, OvsLoketKind kind)
{
  g_autofree char *client_id = ovs_user_settings_get_text (OVS_REGISTRATION_CLIENT_ID);
  g_autoptr (GVariant) port = ovs_user_settings_get (OVS_REGISTRATION_PORT);
  g_autoptr (GVariant) pkce = ovs_user_settings_get (OVS_REGISTRATION_PKCE);

  if (port != NULL)
    self->port = (guint) g_variant_get_int32 (port);
  if (pkce != NULL)
    self->pkce = g_variant_get_boolean (pkce);
  if (client_id == NULL || kind == OVS_LOKET_KIND_PRACTICE)
    return;
  g_free (self->client_id);
  self->client_id = g_steal_pointer (&client_id);
}

OvsRegistration *
ovs_registration_new_of_practice (void)
{
  OvsRegistration *self = ovs_registration_new ();

  read_settings (self, OVS_LOKET_KIND_PRACTICE);
  return self;
}

static void
free_registration (gpointer data)
{
  ovs_registration_free (data);
}

static void
on_secret (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsRegistration *self = g_task_get_task_data (task);

  self->client_secret = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ovs_registration_read_async (OvsKeyring *keyring, OvsLoketKind kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (keyring, cancellable, callback, user_data);
  OvsRegistration *self = ovs_registration_new ();
  OvsKeyringItem item = ovs_registration_get_item ();

  g_task_set_source_tag (task, ovs_registration_read_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, free_registration);
  read_settings (self, kind);
  if (kind != OVS_LOKET_KIND_PRACTICE)
    {
      ovs_keyring_lookup_async (keyring, &item, cancellable, on_secret, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

OvsRegistration *
ovs_registration_read_finish (OvsKeyring *keyring, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
  return ovs_registration_copy (g_task_get_task_data (G_TASK (result)));
}
