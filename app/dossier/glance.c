/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/glance.h"

#include "dossier/dossier.h"
#include "dossier/lease.h"
#include "dossier/settings.h"

void
ovs_glance_free (OvsGlance *glance)
{
  g_free (glance->firm);
  g_free (glance->loket_kind);
  g_free (glance->holder);
  g_free (glance->since);
  g_free (glance);
}

static gboolean
look (OvsTx *tx, gpointer data, GError **error)
{
  OvsGlance *glance = data;

  glance->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  glance->loket_kind = ovs_settings_get (tx, OVS_SETTING_LOKET_KIND);
  ovs_lease_look (tx, &glance->holder, &glance->since);
  return TRUE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsGlance) glance = g_new0 (OvsGlance, 1);
  g_autoptr (OvsDossier) dossier = ovs_dossier_open (data, OVS_DOSSIER_TO_READ, &error);

  if (dossier != NULL && ovs_dossier_read (dossier, look, glance, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&glance), (GDestroyNotify) ovs_glance_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_glance_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_glance_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, run);
}

OvsGlance *
ovs_glance_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
