/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/backup-job.h"

#include "dossier/backups.h"

typedef struct
{
  char *reason;
  guint keep;
} Make;

static void
make_free (gpointer data)
{
  g_free (((Make *) data)->reason);
  g_free (data);
}

static void
run_make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Make *make = data;
  GError *error = NULL;
  g_autofree char *path = ovs_dossier_backup (source, make->reason, &error);

  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ovs_backups_prune (ovs_dossier_get_path (source), make->reason, make->keep);
  g_task_return_boolean (task, TRUE);
}

void
ovs_backup_job_async (OvsDossier *dossier, const char *reason, guint keep, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (dossier, NULL, callback, user_data);
  Make *make = g_new0 (Make, 1);

  make->reason = g_strdup (reason);
  make->keep = keep;
  g_task_set_source_tag (task, ovs_backup_job_async);
  g_task_set_task_data (task, make, make_free);
  g_task_run_in_thread (task, run_make);
}

gboolean
ovs_backup_job_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
