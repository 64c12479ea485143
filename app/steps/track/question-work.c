/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/track/question-work.h"

#include "dossier/people-list.h"
#include "dossier/settings.h"

/* What one piece of work needs and gives. */
typedef struct
{
  OvsQuestion question;
  gint64 employer;
  gint64 employee;
  gboolean end;
  OvsCallerFacts *facts;
  char *filter;
  OvsQuestionItems *items;
  gint64 per_day;
  OvsDay birth_date;
} Work;

static void
work_free (Work *work)
{
  ovs_question_clear (&work->question);
  ovs_caller_facts_free (work->facts);
  ovs_question_items_free (work->items);
  g_free (work->filter);
  g_free (work);
}

void
ovs_call_free (OvsCall *call)
{
  if (call == NULL)
    return;
  ovs_question_clear (&call->question);
  ovs_caller_facts_free (call->facts);
  g_free (call);
}

static GTask *
task_new (OvsWorkspace *workspace, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  ovs_question_init (&work->question);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  return task;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Returns: (nullable) (transfer none): what came of it. */
static Work *
finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error) ? g_task_get_task_data (G_TASK (result)) : NULL;
}

/* --- a call --- */

static gboolean
read_call (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;
  gint64 id = work->question.id;

  /* A question that was taken back is one that is not written down. */
  if (id != 0 && ovs_questions_get (tx, id, &work->question))
    {
      work->employer = work->question.employer;
      work->employee = work->question.employee;
    }
  work->question.employer = work->employer;
  work->question.employee = work->employee;
  work->facts = ovs_caller_facts_read (tx, work->employer, work->employee, id);
  return TRUE;
}

void
ovs_call_read_async (OvsWorkspace *workspace, gint64 question, gint64 employer, gint64 employee, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = task_new (workspace, ovs_call_read_async, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->question.id = question;
  work->employer = employer;
  work->employee = employee;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_call, work, NULL, on_read, task);
}

OvsCall *
ovs_call_read_finish (GAsyncResult *result, GError **error)
{
  Work *work = finish (result, error);
  OvsCall *call;

  if (work == NULL)
    return NULL;
  call = g_new0 (OvsCall, 1);
  call->question = work->question;
  ovs_question_init (&work->question);
  call->facts = g_steal_pointer (&work->facts);
  return call;
}

static gboolean
write_call (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  if (work->end)
    work->question.ended = ovs_tx_now (tx);
  work->question.id = ovs_questions_save (tx, &work->question, error);
  return work->question.id > 0;
}

void
ovs_call_write_async (OvsWorkspace *workspace, const OvsQuestion *question, gboolean end, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = task_new (workspace, ovs_call_write_async, callback, user_data);
  Work *work = g_task_get_task_data (task);

  ovs_question_copy (question, &work->question);
  work->end = end;
  ovs_workspace_write_async (workspace, write_call, work, NULL, on_written, task);
}

gint64
ovs_call_write_finish (GAsyncResult *result, GError **error)
{
  const Work *work = finish (result, error);

  return work != NULL ? work->question.id : -1;
}

/* --- the lists --- */

static gboolean
read_list (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  work->items = ovs_question_items_read (tx, work->filter);
  work->per_day = ovs_settings_get_int (tx, OVS_SETTING_QUESTIONS_PER_DAY);
  return TRUE;
}

void
ovs_call_list_async (OvsWorkspace *workspace, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = task_new (workspace, ovs_call_list_async, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->filter = g_strdup (ovs_workspace_get_filter (workspace));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_list, work, NULL, on_read, task);
}

OvsQuestionItems *
ovs_call_list_finish (GAsyncResult *result, gint64 *per_day, GError **error)
{
  Work *work = finish (result, error);

  if (work == NULL)
    return NULL;
  *per_day = work->per_day;
  return g_steal_pointer (&work->items);
}

/* --- a birth date --- */

static gboolean
read_birth_date (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  work->birth_date = ovs_people_show_birth_date (tx, work->employee);
  return TRUE;
}

void
ovs_call_birth_date_async (OvsWorkspace *workspace, gint64 employee, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = task_new (workspace, ovs_call_birth_date_async, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->employee = employee;
  ovs_workspace_write_async (workspace, read_birth_date, work, NULL, on_written, task);
}

OvsDay
ovs_call_birth_date_finish (GAsyncResult *result, GError **error)
{
  const Work *work = finish (result, error);

  return work != NULL ? work->birth_date : OVS_NO_DAY;
}
