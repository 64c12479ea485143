/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/check/answers.h"

#include "dossier/decisions.h"
#include "dossier/people-list.h"

typedef struct
{
  char *employer;
  char *employee;
  char *text; /* the address, or the reason */
  gboolean done_in_loket;
  int finding; /* -1 for every warning */
  gboolean on_paper;
  GArray *people; /* (owned) (nullable) */
  gint64 id;
  gint64 changed;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->employer);
  g_free (answer->employee);
  g_free (answer->text);
  g_clear_pointer (&answer->people, g_array_unref);
  g_free (answer);
}

static gboolean
mend (OvsTx *tx, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->changed = ovs_decisions_mend (tx, answer->employer, answer->employee, answer->text, answer->done_in_loket, error);
  return answer->changed >= 0;
}

static gboolean
accept (OvsTx *tx, gpointer data, GError **error)
{
  Answer *answer = data;
  const char *code = answer->finding >= 0 ? ovs_rule_get ((OvsFinding) answer->finding)->code : NULL;

  answer->changed = ovs_decisions_accept_people (tx, code, answer->people, OVS_NO_DAY, answer->text, error);
  return answer->changed >= 0;
}

static gboolean
exclude (OvsTx *tx, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->changed = answer->on_paper ? ovs_decisions_pay_on_paper (tx, answer->people, answer->text, error)
                                     : ovs_decisions_exclude_people (tx, answer->people, answer->text, error);
  return answer->changed >= 0;
}

static gboolean
tick_off (OvsTx *tx, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->changed = ovs_decisions_tick_off (tx, answer->people);
  return TRUE;
}

static gboolean
include (OvsTx *tx, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->changed = ovs_decisions_include_people (tx, answer->people);
  return TRUE;
}

static gboolean
show_birth_date (OvsTx *tx, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->changed = ovs_people_show_birth_date (tx, answer->id);
  return TRUE;
}

static void
on_written (GObject *workspace, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Answer *answer = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (workspace), result, &error))
    g_task_return_int (task, answer->changed);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
write_answer (OvsWorkspace *workspace, OvsDossierFunc func, Answer *answer, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);

  g_task_set_task_data (task, answer, answer_free);
  ovs_workspace_write_async (workspace, func, answer, NULL, on_written, task);
}

void
ovs_answer_mend_async (OvsWorkspace *workspace,
                       const char *employer,
                       const char *employee,
                       const char *email,
                       gboolean done_in_loket,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->employer = g_strdup (employer);
  answer->employee = g_strdup (employee);
  answer->text = g_strdup (email);
  answer->done_in_loket = done_in_loket;
  write_answer (workspace, mend, answer, callback, user_data);
}

void
ovs_answer_accept_async (OvsWorkspace *workspace,
                         int finding,
                         GArray *people,
                         const char *reason,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->finding = finding;
  answer->people = people;
  answer->text = g_strdup (reason);
  write_answer (workspace, accept, answer, callback, user_data);
}

void
ovs_answer_exclude_async (OvsWorkspace *workspace,
                          GArray *people,
                          const char *reason,
                          gboolean on_paper,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->people = people;
  answer->text = g_strdup (reason);
  answer->on_paper = on_paper;
  write_answer (workspace, exclude, answer, callback, user_data);
}

void
ovs_answer_tick_off_async (OvsWorkspace *workspace, GArray *people, GAsyncReadyCallback callback, gpointer user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->people = people;
  write_answer (workspace, tick_off, answer, callback, user_data);
}

void
ovs_answer_include_async (OvsWorkspace *workspace, GArray *people, GAsyncReadyCallback callback, gpointer user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->people = people;
  write_answer (workspace, include, answer, callback, user_data);
}

gint64
ovs_answer_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
on_birth_date_shown (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Answer *answer = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_int (task, answer->changed);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Past the workspace: only the trail changes, so nobody needs to be judged again. */
void
ovs_answer_birth_date_async (OvsWorkspace *workspace, gint64 employee, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  Answer *answer = g_new0 (Answer, 1);

  answer->id = employee;
  g_task_set_source_tag (task, ovs_answer_birth_date_async);
  g_task_set_task_data (task, answer, answer_free);
  ovs_dossier_write_async (ovs_workspace_get_dossier (workspace), show_birth_date, answer, NULL, on_birth_date_shown, task);
}

OvsDay
ovs_answer_birth_date_finish (GAsyncResult *result, GError **error)
{
  gssize day = g_task_propagate_int (G_TASK (result), error);

  return day < 0 ? OVS_NO_DAY : (OvsDay) day;
}
