/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/details.h"

#include "loket/call.h"
#include "loket/json-reader.h"
#include "loket/records-read.h"

static OvsLoketEmployee *
read_employee (JsonNode *document, GError **error)
{
  g_autoptr (OvsJsonReader) outer = ovs_json_reader_new (document, "");
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (ovs_json_reader_member (outer, "content"), "content");
  g_autoptr (OvsLoketEmployee) employee = ovs_record_employee.read (reader);

  return ovs_json_reader_end (reader, error) ? g_steal_pointer (&employee) : NULL;
}

static void
on_employee (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (JsonNode) document = NULL;
  GError *error = NULL;
  OvsLoketEmployee *employee = NULL;

  if (ovs_call_finish (OVS_LOKET (source), result, &document, &error))
    employee = read_employee (document, &error);
  if (employee != NULL)
    g_task_return_pointer (task, employee, (GDestroyNotify) ovs_loket_employee_free);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_read_employee_async (OvsLoket *self,
                               const char *employee_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employee_id != NULL && *employee_id != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_loket_read_employee_async);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_EMPLOYEE), employee_id, NULL, NULL, cancellable, on_employee, task);
}

OvsLoketEmployee *
ovs_loket_read_employee_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
read_contact_email (JsonNode *document, GError **error)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (document, "");
  g_autofree char *email = ovs_json_reader_text_or_empty (reader, "content.contactInformation.emailAddress");

  return ovs_json_reader_end (reader, error) ? g_steal_pointer (&email) : NULL;
}

static void
on_employer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (JsonNode) document = NULL;
  GError *error = NULL;
  char *email = NULL;

  if (ovs_call_finish (OVS_LOKET (source), result, &document, &error))
    email = read_contact_email (document, &error);
  if (email != NULL)
    g_task_return_pointer (task, email, g_free);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_read_contact_email_async (OvsLoket *self,
                                    const char *employer_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_loket_read_contact_email_async);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_EMPLOYER), employer_id, NULL, NULL, cancellable, on_employer, task);
}

char *
ovs_loket_read_contact_email_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
