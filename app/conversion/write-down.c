/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/write-down.h"

void
ovs_write_down (OvsDossier *dossier, OvsDossierFunc func, gpointer data, GAsyncReadyCallback callback, GTask *task)
{
  ovs_dossier_write_beside_async (dossier, func, data, callback, g_object_ref (task));
}

gboolean
ovs_write_down_finish (GTask *task, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    return TRUE;
  g_task_return_error (task, g_steal_pointer (&error));
  return FALSE;
}
