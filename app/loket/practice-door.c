/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/practice-door.h"

#include "loket/json-reader.h"
#include "loket/loket-private.h"

static GError *
read_clock (const OvsAnswer *answer, gint64 *instant)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (answer->json, "");
  GError *error = NULL;

  *instant = ovs_json_reader_instant (reader, "now");
  if (*instant == 0)
    ovs_json_reader_fail (reader, "now", "time");
  ovs_json_reader_end (reader, &error);
  return error;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsWire *wire = OVS_WIRE (source);
  GError *error = NULL;
  g_autoptr (OvsAnswer) answer = ovs_wire_send_finish (wire, result, &error);
  gint64 instant = 0;

  /* No such door, and nothing wrong. */
  if (answer != NULL && answer->broken == OVS_BREAK_NONE && answer->status == SOUP_STATUS_NOT_FOUND)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  if (answer != NULL)
    error = ovs_wire_judge (wire, answer, FALSE);
  if (error == NULL)
    error = read_clock (answer, &instant);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memdup2 (&instant, sizeof instant), g_free);
}

void
ovs_loket_read_practice_clock_async (OvsLoket *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OvsRequest *request;

  g_return_if_fail (OVS_IS_LOKET (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_loket_read_practice_clock_async);
  if (ovs_loket_get_kind (self) != OVS_LOKET_KIND_PRACTICE)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  request =
      ovs_request_new_get ("practice/clock", g_strconcat (ovs_loket_get_url (self), "/practice/clock", NULL));
  request->accept = g_strdup ("application/json");
  ovs_wire_send_async (ovs_loket_get_wire (self), request, cancellable, answered_cb, g_steal_pointer (&task));
}

gboolean
ovs_loket_read_practice_clock_finish (OvsLoket *self, GAsyncResult *result, gint64 *instant, GError **error)
{
  g_autofree gint64 *read = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  read = g_task_propagate_pointer (G_TASK (result), error);
  *instant = read != NULL ? *read : 0;
  return read != NULL;
}
