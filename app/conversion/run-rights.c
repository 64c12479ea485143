/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/run-rights.h"

#include "conversion/preflight.h"

typedef struct
{
  OvsRun *run;        /* (unowned) */
  GPtrArray *answers; /* (owned) (element-type OvsPreflightAnswer) one per reading, in their order */
} Rights;

static void
rights_free (gpointer data)
{
  Rights *rights = data;

  g_ptr_array_unref (rights->answers);
  g_free (rights);
}

static void
see_answer (OvsRun *run, guint index, const OvsPreflightAnswer *answer)
{
  OvsActivityNeed need = run->kind == OVS_INTENT_REINSTATE ? OVS_NEED_TO_GIVE_BACK : OVS_NEED_TO_CONVERT;
  const char *objection = ovs_preflight_find_objection (&answer->found, need);
  g_auto (GStrv) warnings = ovs_preflight_tell_warnings (&answer->found);

  for (gsize i = 0; warnings[i] != NULL; i++)
    g_ptr_array_add (run->warnings, ovs_problem_new (answer->number, NULL, warnings[i]));
  if (objection == NULL)
    return;
  g_ptr_array_add (run->problems, ovs_problem_new (answer->number, NULL, objection));
  g_ptr_array_remove_index (run->readings, index);
  run->without_rights++;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rights *rights = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_preflight_finish (OVS_DOSSIER (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = rights->answers->len; i > 0; i--)
    see_answer (rights->run, i - 1, g_ptr_array_index (rights->answers, i - 1));
  g_task_return_boolean (task, TRUE);
}

void
ovs_run_check_rights_async (OvsRun *run, gboolean keep, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Rights *rights = g_new0 (Rights, 1);

  rights->run = run;
  rights->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_preflight_answer_free);
  for (guint i = 0; i < run->readings->len; i++)
    {
      const OvsReading *reading = g_ptr_array_index (run->readings, i);
      g_ptr_array_add (rights->answers, ovs_preflight_answer_new (reading->employer, reading->number, reading->loket_id));
    }
  g_task_set_source_tag (task, ovs_run_check_rights_async);
  g_task_set_task_data (task, rights, rights_free);
  ovs_preflight_async (run->dossier, run->loket, rights->answers, FALSE, keep, cancellable, on_asked, task);
}

gboolean
ovs_run_check_rights_finish (OvsRun *run, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
