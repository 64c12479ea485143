/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/end-task.h"

#include "dossier/dossier.h"

void
ovs_dossier_end_task (GObject *dossier, GAsyncResult *result, gpointer task)
{
  g_autoptr (GTask) ended = task;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_boolean (ended, TRUE);
  else
    g_task_return_error (ended, g_steal_pointer (&error));
}
