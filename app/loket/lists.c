/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/lists.h"

#include "loket/call.h"
#include "loket/pager.h"

void
ovs_loket_read_providers_async (OvsLoket *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_PROVIDERS), &ovs_record_provider, NULL,
                        cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_providers_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_employers_async (OvsLoket *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_EMPLOYERS), &ovs_record_employer, NULL,
                        cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_employers_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_employees_async (OvsLoket *self,
                                const char *employer_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_EMPLOYEES), &ovs_record_employee, employer_id,
                        cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_employees_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_employments_async (OvsLoket *self,
                                  const char *employer_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_EMPLOYMENTS), &ovs_record_employment,
                        employer_id, cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_employments_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_werknemerloket_async (OvsLoket *self,
                                     const char *employer_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_WERKNEMERLOKET), &ovs_record_werknemerloket,
                        employer_id, cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_werknemerloket_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_mijnloket_async (OvsLoket *self,
                                const char *employer_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_MIJNLOKET), &ovs_record_mijnloket, employer_id,
                        cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_mijnloket_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_migration_async (OvsLoket *self,
                                const char *employer_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_MIGRATION), &ovs_record_migration, employer_id,
                        cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_migration_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_modules_async (OvsLoket *self,
                              const char *employer_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_MODULES), &ovs_record_module, employer_id,
                        cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_modules_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_actions_async (OvsLoket *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_ACTIONS), &ovs_record_action, NULL, cancellable,
                        callback, user_data);
}

GPtrArray *
ovs_loket_read_actions_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_recent_actions_async (OvsLoket *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  ovs_pager_read_first_async (self, ovs_resource_get (OVS_RESOURCE_ACTIONS), &ovs_record_action, "-submittedOn",
                              OVS_LOKET_RECENT_ACTIONS, cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_recent_actions_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

void
ovs_loket_read_action_items_async (OvsLoket *self,
                                   const char *action_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (action_id != NULL && *action_id != '\0');

  ovs_pager_read_async (self, ovs_resource_get (OVS_RESOURCE_ACTION_ITEMS), &ovs_record_action_item,
                        action_id, cancellable, callback, user_data);
}

GPtrArray *
ovs_loket_read_action_items_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_read_finish (self, result, error);
}

static void
append_name (GString *name, char *part)
{
  g_autofree char *owned = part;

  if (*owned == '\0')
    return;
  if (name->len > 0)
    g_string_append_c (name, ' ');
  g_string_append (name, owned);
}

/* First name, else initials; prefix; last name. */
static char *
read_user_name (JsonNode *document, GError **error)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (document, "");
  g_autoptr (GString) name = g_string_new (NULL);
  char *first = ovs_json_reader_text_or_empty (reader, "content.personalDetails.firstName");

  append_name (name, first);
  if (name->len == 0)
    append_name (name, ovs_json_reader_text_or_empty (reader, "content.personalDetails.initials"));
  append_name (name, ovs_json_reader_text_or_empty (reader, "content.personalDetails.prefix"));
  append_name (name, ovs_json_reader_text (reader, "content.personalDetails.lastName"));
  return ovs_json_reader_end (reader, error) ? g_strdup (name->str) : NULL;
}

static void
user_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (JsonNode) document = NULL;
  GError *error = NULL;
  char *name = NULL;

  if (ovs_call_finish (OVS_LOKET (source), result, &document, &error))
    name = read_user_name (document, &error);
  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_read_user_async (OvsLoket *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (OVS_IS_LOKET (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_loket_read_user_async);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_USER), NULL, NULL, NULL, cancellable, user_cb, task);
}

char *
ovs_loket_read_user_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
