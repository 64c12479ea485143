/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/authorizations.h"

#include "loket/call.h"
#include "loket/json-reader.h"

/* {"id": …, "description": "Activity"} since 2019-02-11, {"name": "Activity"} before. */
static gboolean
add_activity (GStrvBuilder *builder, JsonNode *node, guint index, GError **error)
{
  g_autofree char *place = g_strdup_printf ("_embedded[%u]", index);
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (node, place);
  g_autofree char *name = ovs_json_reader_text_or_empty (reader, "description");

  if (*name == 0)
    {
      g_free (name);
      name = ovs_json_reader_text (reader, "name");
    }
  if (!ovs_json_reader_end (reader, error))
    return FALSE;
  g_strv_builder_add (builder, name);
  return TRUE;
}

static GStrv
read_activities (JsonNode *document, GError **error)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (document, "");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *list = ovs_json_reader_list (reader, "_embedded");

  if (list == NULL)
    ovs_json_reader_fail (reader, "_embedded", "list");
  if (!ovs_json_reader_end (reader, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!add_activity (builder, json_array_get_element (list, i), i, error))
      return NULL;
  return g_strv_builder_end (builder);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (JsonNode) document = NULL;
  GError *error = NULL;
  GStrv activities = NULL;

  if (ovs_call_finish (OVS_LOKET (source), result, &document, &error))
    activities = read_activities (document, &error);
  if (activities != NULL)
    g_task_return_pointer (task, activities, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_read_authorizations_async (OvsLoket *self,
                                     const char *employer_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (employer_id != NULL && *employer_id != 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_loket_read_authorizations_async);
  ovs_call_async (self, ovs_resource_get (OVS_RESOURCE_AUTHORIZATIONS), employer_id, NULL, NULL, cancellable, answered_cb, task);
}

GStrv
ovs_loket_read_authorizations_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
