/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/plan-work.h"

#include <glib/gi18n.h>

#include "dossier/settings.h"

OvsPlanStaff
ovs_plan_staff_read (OvsTx *tx)
{
  return (OvsPlanStaff){
    .colleagues = ovs_settings_get_int (tx, OVS_SETTING_COLLEAGUES),
    .minutes_a_day = ovs_settings_get_int (tx, OVS_SETTING_MINUTES_A_DAY),
    .minutes = ovs_settings_get_int (tx, OVS_SETTING_MINUTES),
  };
}

static void
write_staff (OvsTx *tx, const OvsPlanStaff *staff)
{
  ovs_settings_set_int (tx, OVS_SETTING_COLLEAGUES, staff->colleagues);
  ovs_settings_set_int (tx, OVS_SETTING_MINUTES_A_DAY, staff->minutes_a_day);
  ovs_settings_set_int (tx, OVS_SETTING_MINUTES, staff->minutes);
}

typedef struct
{
  OvsPlan *plan; /* (owned) (nullable) */
  OvsPlanWish wish;
  OvsPlanStaff staff;
  char *reason; /* (nullable) */
  gint64 changed;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  ovs_plan_unref (work->plan);
  g_free (work->reason);
  g_free (work);
}

/* --- accepting --- */

static gboolean
write_plan (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  write_staff (tx, &work->staff);
  work->changed = ovs_plan_accept (tx, work->plan, work->reason, error);
  return work->changed >= 0;
}

static char *
say_planned (const Work *work)
{
  const GPtrArray *rounds = work->plan->proposal->rounds;
  guint made = 0;

  for (guint i = 0; i < rounds->len; i++)
    made += !((OvsPlannedRound *) g_ptr_array_index (rounds, i))->stands;
  if (made > 0)
    return g_strdup_printf (ngettext ("%u round planned", "%u rounds planned", made), made);
  return g_strdup_printf (ngettext ("%'d client came to its round", "%'d clients came to their rounds", (gulong) work->changed), (int) work->changed);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    g_task_return_pointer (task, say_planned (g_task_get_task_data (task)), g_free);
  else
    g_task_return_error (task, error);
}

void
ovs_plan_work_accept_async (OvsWorkspace *workspace, OvsPlan *plan, const OvsPlanStaff *staff, const char *reason, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->plan = plan;
  work->staff = *staff;
  work->reason = g_strdup (reason);
  g_task_set_source_tag (task, ovs_plan_work_accept_async);
  g_task_set_task_data (task, work, work_free);
  ovs_workspace_write_async (workspace, write_plan, work, NULL, on_planned, task);
}

char *
ovs_plan_work_accept_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- only keeping --- */

static gboolean
write_numbers (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  write_staff (tx, &work->staff);
  ovs_plan_keep_wish (tx, &work->wish);
  return TRUE;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    g_warning ("the numbers of a plan were not kept: %s", g_quark_to_string (error->domain));
  work_free (user_data);
}

void
ovs_plan_work_keep (OvsWorkspace *workspace, const OvsPlanWish *wish, const OvsPlanStaff *staff)
{
  Work *work = g_new0 (Work, 1);

  work->wish = *wish;
  work->staff = *staff;
  ovs_workspace_write_async (workspace, write_numbers, work, NULL, on_kept, work);
}
