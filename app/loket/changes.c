/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/changes.h"

#include "loket/call.h"
#include "loket/loket-private.h"
#include "loket/outcome.h"
#include "loket/records-read.h"

static const char *const change_words[] = {
  [OVS_LOKET_CHANGE_SEND_INVITE] = "SendInvite",
  [OVS_LOKET_CHANGE_REVOKE_ACCESS] = "RevokeAccess",
  [OVS_LOKET_CHANGE_REINSTATE_ACCESS] = "ReinstateAccess",
};

static GBytes *
end_document (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  char *text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_changes (const char *const *employee_ids, OvsLoketChange change)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (gsize i = 0; employee_ids[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "employeeId");
      json_builder_add_string_value (builder, employee_ids[i]);
      json_builder_set_member_name (builder, "action");
      json_builder_add_string_value (builder, change_words[change]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return end_document (builder);
}

static GBytes *
write_email (const char *email)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *trimmed = g_strstrip (g_strdup (email));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "emailAddress");
  json_builder_add_string_value (builder, trimmed);
  json_builder_end_object (builder);
  return end_document (builder);
}

/* The collective action in the answer; NULL where there is none to be found. */
static OvsLoketAction *
read_answer (JsonNode *document)
{
  g_autoptr (OvsJsonReader) outer = ovs_json_reader_new (document, "");
  g_autoptr (OvsJsonReader) reader =
      ovs_json_reader_new (ovs_json_reader_member (outer, "content"), "content");
  g_autoptr (OvsLoketAction) action = ovs_record_action.read (reader);

  g_ptr_array_unref (action->messages);
  action->messages = ovs_record_read_messages (outer, "messages");
  if (!ovs_json_reader_end (reader, NULL) || !ovs_json_reader_end (outer, NULL))
    return NULL;
  return g_steal_pointer (&action);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsLoket *self = OVS_LOKET (source);
  g_autoptr (JsonNode) document = NULL;
  GError *error = NULL;
  OvsLoketAction *action;

  if (!ovs_call_finish (self, result, &document, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  action = read_answer (document);
  if (action != NULL)
    g_task_return_pointer (task, action, (GDestroyNotify) ovs_loket_action_free);
  else
    g_task_return_error (task, ovs_outcome_unknown (0, ovs_wire_get_host (ovs_loket_get_wire (self))));
}

static GTask *
new_task (OvsLoket *self,
          gpointer source_tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  /* What Loket did is told, even when somebody cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static OvsLoketAction *
finish (OvsLoket *self, GAsyncResult *result, gpointer source_tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_loket_change_mijnloket_async (OvsLoket *self,
                                  const char *employer_id,
                                  const char *const *employee_ids,
                                  OvsLoketChange change,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GBytes) body = NULL;

  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');
  g_return_if_fail (employee_ids != NULL && employee_ids[0] != NULL);

  body = write_changes (employee_ids, change);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_MIJNLOKET), employer_id, NULL, body, cancellable,
                  changed_cb,
                  new_task (self, ovs_loket_change_mijnloket_async, cancellable, callback, user_data));
}

OvsLoketAction *
ovs_loket_change_mijnloket_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, ovs_loket_change_mijnloket_async, error);
}

void
ovs_loket_change_werknemerloket_async (OvsLoket *self,
                                       const char *employer_id,
                                       const char *const *employee_ids,
                                       OvsLoketChange change,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GBytes) body = NULL;

  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');
  g_return_if_fail (employee_ids != NULL && employee_ids[0] != NULL);
  g_return_if_fail (change != OVS_LOKET_CHANGE_SEND_INVITE);

  body = write_changes (employee_ids, change);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_WERKNEMERLOKET), employer_id, NULL, body, cancellable,
                  changed_cb,
                  new_task (self, ovs_loket_change_werknemerloket_async, cancellable, callback, user_data));
}

OvsLoketAction *
ovs_loket_change_werknemerloket_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, ovs_loket_change_werknemerloket_async, error);
}

static void
email_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_call_finish (OVS_LOKET (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_change_email_async (OvsLoket *self,
                              const char *employee_id,
                              const char *email,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GBytes) body = NULL;

  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employee_id != NULL && *employee_id != '\0');
  g_return_if_fail (email != NULL);

  body = write_email (email);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_EMPLOYEE_EMAIL), employee_id, NULL, body, cancellable,
                  email_cb, new_task (self, ovs_loket_change_email_async, cancellable, callback, user_data));
}

gboolean
ovs_loket_change_email_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
ovs_loket_describe_change (OvsLoket *self,
                           gboolean mijnloket,
                           const char *employer_id,
                           const char *const *employee_ids,
                           OvsLoketChange change,
                           char **body)
{
  const OvsResource *resource = ovs_resource_get (mijnloket ? OVS_RESOURCE_MIJNLOKET : OVS_RESOURCE_WERKNEMERLOKET);
  g_autoptr (GBytes) content = write_changes (employee_ids, change);
  gsize length;
  const char *text = g_bytes_get_data (content, &length);

  *body = g_strndup (text, length);
  return ovs_resource_get_path (resource, ovs_loket_get_prefix (self, resource->family), employer_id);
}
