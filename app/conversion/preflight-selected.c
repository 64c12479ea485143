/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/preflight-selected.h"

#include "conversion/connect.h"
#include "conversion/preflight.h"
#include "dossier/employers.h"

typedef struct
{
  OvsLoket *loket;    /* (owned) (nullable) until signed in */
  GPtrArray *answers; /* (owned) (element-type OvsPreflightAnswer) */
  gboolean again;
} Selected;

static void
selected_free (gpointer data)
{
  Selected *self = data;

  g_clear_object (&self->loket);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_preflight_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
add_employer (gint64 id, const char *number, const char *name, const char *loket_id, gboolean selected, gpointer data)
{
  Selected *self = data;

  if (selected && loket_id != NULL)
    g_ptr_array_add (self->answers, ovs_preflight_answer_new (id, number, loket_id));
}

static gboolean
list_employers (OvsTx *tx, gpointer data, GError **error)
{
  ovs_employers_in_conversion (tx, add_employer, data);
  return TRUE;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Selected *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_preflight_async (OVS_DOSSIER (source), self->loket, self->answers, self->again, TRUE, cancellable, on_asked, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Selected *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  self->loket = ovs_sign_in_finish (OVS_DOSSIER (source), result, &error);
  if (self->loket != NULL)
    ovs_dossier_read_async (OVS_DOSSIER (source), list_employers, self, cancellable, on_listed, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_preflight_selected_async (OvsDossier *dossier,
                              OvsLoket *loket,
                              gboolean again,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Selected *self = g_new0 (Selected, 1);

  g_set_object (&self->loket, loket);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_preflight_answer_free);
  self->again = again;
  g_task_set_source_tag (task, ovs_preflight_selected_async);
  g_task_set_task_data (task, self, selected_free);
  if (loket != NULL)
    ovs_dossier_read_async (dossier, list_employers, self, cancellable, on_listed, task);
  else
    ovs_sign_in_async (dossier, cancellable, on_signed_in, task);
}

gboolean
ovs_preflight_selected_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
