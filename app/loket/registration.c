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

/* Loket's environments know nothing of each other: what is no acceptance counts as production. */
static gboolean
is_acceptance (OvsLoketKind kind)
{
  return kind == OVS_LOKET_KIND_ACCEPTANCE;
}

const char *
ovs_registration_get_key (OvsLoketKind kind)
{
  return is_acceptance (kind) ? OVS_REGISTRATION_CLIENT_ID_ACCEPTANCE : OVS_REGISTRATION_CLIENT_ID;
}

OvsKeyringItem
ovs_registration_get_item (OvsLoketKind kind)
{
  OvsLoketKind whose = is_acceptance (kind) ? OVS_LOKET_KIND_ACCEPTANCE : OVS_LOKET_KIND_PRODUCTION;

  return (OvsKeyringItem){ OVS_KEYRING_CLIENT_SECRET, ovs_loket_kind_get_word (whose), NULL };
}

/* That of both environments, from before each had its own. */
static const OvsKeyringItem common_item = { OVS_KEYRING_CLIENT_SECRET, NULL, NULL };

static void
read_settings (OvsRegistration *self, OvsLoketKind kind)
{
  g_autofree char *own_id = ovs_user_settings_get_text (ovs_registration_get_key (kind));
  g_autofree char *client_id = own_id != NULL ? g_steal_pointer (&own_id) : ovs_user_settings_get_text (OVS_REGISTRATION_CLIENT_ID);
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
on_common_secret (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsRegistration *self = g_task_get_task_data (task);

  self->client_secret = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_secret (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsRegistration *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->client_secret = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);
  if (self->client_secret == NULL)
    ovs_keyring_lookup_async (OVS_KEYRING (source), &common_item, cancellable, on_common_secret, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

void
ovs_registration_read_async (OvsKeyring *keyring, OvsLoketKind kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (keyring, cancellable, callback, user_data);
  OvsRegistration *self = ovs_registration_new ();
  OvsKeyringItem item = ovs_registration_get_item (kind);

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

/* --- one for both, once --- */

static const OvsLoketKind environments[] = { OVS_LOKET_KIND_PRODUCTION, OVS_LOKET_KIND_ACCEPTANCE };

typedef struct
{
  OvsSecret *common; /* (nullable) */
  guint next;        /* of the environments */
} Parting;

static void part_next (GTask *task);

static void
parting_free (gpointer data)
{
  Parting *parting = data;

  ovs_secret_free (parting->common);
  g_free (parting);
}

static void
on_common_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  ovs_keyring_forget_finish (OVS_KEYRING (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* What cannot be copied stays where it is. */
  if (ovs_keyring_store_finish (OVS_KEYRING (source), result, NULL) && ovs_keyring_is_lasting (OVS_KEYRING (source)))
    part_next (g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_own_secret (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Parting *parting = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsSecret) own = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, &error);
  OvsKeyringItem item = ovs_registration_get_item (environments[parting->next]);

  parting->next++;
  if (error != NULL)
    g_task_return_boolean (task, TRUE);
  else if (own != NULL)
    part_next (g_steal_pointer (&task));
  else
    ovs_keyring_store_async (OVS_KEYRING (source), &item, parting->common, NULL, on_copied, g_steal_pointer (&task));
}

/* Takes over @task. */
static void
part_next (GTask *task)
{
  Parting *parting = g_task_get_task_data (task);
  OvsKeyring *keyring = g_task_get_source_object (task);

  if (parting->next < G_N_ELEMENTS (environments))
    {
      OvsKeyringItem item = ovs_registration_get_item (environments[parting->next]);
      ovs_keyring_lookup_async (keyring, &item, NULL, on_own_secret, task);
    }
  else
    ovs_keyring_forget_async (keyring, &common_item, NULL, on_common_forgotten, task);
}

static void
on_common (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Parting *parting = g_task_get_task_data (task);

  parting->common = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);
  if (parting->common != NULL)
    part_next (g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

void
ovs_registration_part_async (OvsKeyring *keyring, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (keyring, NULL, callback, user_data);
  g_autofree char *of_acceptance = ovs_user_settings_get_text (OVS_REGISTRATION_CLIENT_ID_ACCEPTANCE);
  g_autofree char *of_both = ovs_user_settings_get_text (OVS_REGISTRATION_CLIENT_ID);

  g_task_set_source_tag (task, ovs_registration_part_async);
  g_task_set_task_data (task, g_new0 (Parting, 1), parting_free);
  if (of_acceptance == NULL && of_both != NULL)
    ovs_user_settings_set_text (OVS_REGISTRATION_CLIENT_ID_ACCEPTANCE, of_both);
  ovs_keyring_lookup_async (keyring, &common_item, NULL, on_common, task);
}

void
ovs_registration_part_finish (OvsKeyring *keyring, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}
