/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/apply/apply-numbers.h"

#include "dossier/route-people.h"
#include "dossier/routes.h"

typedef struct
{
  OvsApplyNumbers *numbers; /* (owned) (nullable) until it is handed out */
  gboolean ran;
} Reading;

void
ovs_apply_numbers_free (OvsApplyNumbers *numbers)
{
  if (numbers == NULL)
    return;
  ovs_apply_outcome_clear (&numbers->outcome);
  g_free (numbers);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  ovs_apply_numbers_free (reading->numbers);
  g_free (reading);
}

static gboolean
read_numbers (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;
  OvsApplyNumbers *numbers = reading->numbers;

  ovs_plan_figures_read (tx, &numbers->plan);
  numbers->beside = ovs_route_clients_count (tx, OVS_ROUTE_LOKET, OVS_WAVE_ANY) + ovs_route_clients_count (tx, OVS_ROUTE_HAND, OVS_WAVE_ANY);
  if (reading->ran || numbers->plan.ready == 0)
    ovs_apply_outcome_read (tx, &numbers->outcome);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&reading->numbers), (GDestroyNotify) ovs_apply_numbers_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_apply_numbers_read_async (OvsWorkspace *workspace, gboolean ran, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->ran = ran;
  reading->numbers = g_new0 (OvsApplyNumbers, 1);
  reading->numbers->plan.wave = reading->numbers->outcome.wave = ovs_workspace_get_wave (workspace);
  g_task_set_source_tag (task, ovs_apply_numbers_read_async);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_numbers, reading, NULL, on_read, task);
}

OvsApplyNumbers *
ovs_apply_numbers_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
