/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/errand.h"

#include <glib/gi18n.h>

#include "conversion/run-rights.h"
#include "conversion/submission.h"
#include "dossier/end-task.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "dossier/waves.h"

static void
person_free (gpointer data)
{
  OvsErrandPerson *person = data;

  g_free (person->employer_number);
  g_free (person->employee_number);
  g_free (person);
}

OvsErrand *
ovs_errand_new (OvsDossier *dossier, const OvsErrandKind *kind, gpointer data, GDestroyNotify free_data)
{
  OvsErrand *self = g_new0 (OvsErrand, 1);

  self->kind = kind;
  self->run = ovs_run_new (dossier);
  self->run->kind = kind->asks;
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_planned_request_free);
  self->data = data;
  self->free_data = free_data;
  return self;
}

static void
errand_free (gpointer data)
{
  OvsErrand *self = data;

  ovs_run_free (self->run);
  g_clear_pointer (&self->employers, g_hash_table_unref);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->refused);
  g_ptr_array_unref (self->requests);
  self->free_data (self->data);
  g_free (self);
}

/* --- whom --- */

void
ovs_errand_add (OvsErrand *self, const OvsOutcomeRow *row)
{
  OvsErrandPerson *person = g_new0 (OvsErrandPerson, 1);

  person->employee = row->employee;
  person->employer_number = g_strdup (row->employer_number);
  person->employee_number = g_strdup (row->employee_number);
  g_ptr_array_add (self->people, person);
}

/* What is known against the whole client. */
static const OvsProblem *
find_problem (const GPtrArray *problems, const char *employer_number)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (problems, i);

      if (problem->employee_number == NULL && g_str_equal (problem->employer_number, employer_number))
        return problem;
    }
  return NULL;
}

void
ovs_errand_refuse (OvsErrand *self, const char *employer_number, const char *employee_number, const char *reason)
{
  if (employee_number != NULL || find_problem (self->refused, employer_number) == NULL)
    g_ptr_array_add (self->refused, ovs_problem_new (employer_number, employee_number, reason));
}

static const OvsReading *
find_reading (OvsErrand *self, gint64 employer)
{
  for (guint i = 0; i < self->run->readings->len; i++)
    {
      const OvsReading *reading = g_ptr_array_index (self->run->readings, i);

      if (reading->employer == employer)
        return reading;
    }
  return NULL;
}

const char *
ovs_errand_find_obstacle (OvsErrand *self, const OvsOutcomeRow *row)
{
  const OvsProblem *problem = find_problem (self->run->problems, row->employer_number);

  if (find_reading (self, row->employer) != NULL)
    return NULL;
  return problem != NULL ? problem->reason : _ ("This user does not see this client in Loket. Check the rights in Loket, and the number.");
}

gboolean
ovs_errand_has_to_wait (OvsErrand *self, const OvsOutcomeRow *row)
{
  const OvsReading *reading = find_reading (self, row->employer);

  return reading != NULL && reading->out_of_patience;
}

/* --- its course --- */

static void
list_requests (OvsErrand *self, OvsTx *tx)
{
  for (guint i = 0; i < self->run->readings->len; i++)
    ovs_submission_list (self->run, tx, g_ptr_array_index (self->run->readings, i), self->kind->asks, self->requests);
  ovs_tx_set_dry_run (tx);
}

static void
begin_run (OvsErrand *self, OvsTx *tx)
{
  OvsRun *run = self->run;
  g_autofree char *detail = g_strdup_printf ("{\"planned\": %u, \"refused\": %u}", self->people->len, self->refused->len);

  run->id = ovs_runs_begin (tx, self->kind->run, run->sequence, ovs_waves_find (tx, self->wave), self->people->len);
  ovs_trail_end (tx, run->sequence, self->kind->operation, detail, NULL);
  if (self->people->len > 0)
    ovs_undo_bar (tx, run->sequence);
}

static gboolean
plan (OvsTx *tx, gpointer data, GError **error)
{
  OvsErrand *self = data;
  OvsRun *run = self->run;

  if (self->kind->cut != NULL)
    self->kind->cut (FALSE);
  run->sequence = ovs_trail_begin (tx);
  ovs_run_record (run, tx, run->sequence);
  ovs_journal_drop_planned (tx);
  if (!self->kind->choose (self, tx, error))
    return FALSE;
  for (guint i = 0; i < self->people->len; i++)
    ovs_journal_plan (tx, ((OvsErrandPerson *) g_ptr_array_index (self->people, i))->employee, self->kind->asks);
  run->total = self->people->len;
  if (self->dry_run)
    list_requests (self, tx);
  else
    begin_run (self, tx);
  return TRUE;
}

static gboolean
look_up_results (OvsTx *tx, gpointer data, GError **error)
{
  OvsErrand *self = data;

  for (guint i = 0; i < self->people->len; i++)
    {
      const OvsErrandPerson *person = g_ptr_array_index (self->people, i);
      g_autofree char *reason = NULL;
      g_autofree char *message = NULL;
      OvsIntentState state = ovs_journal_latest (tx, person->employee, self->kind->asks, &reason, &message);

      self->kind->settle (self, person, state, reason, message);
    }
  ovs_run_count (self->run, tx);
  ovs_runs_end (tx, self->run->id, ovs_run_get_ending (self->run, NULL));
  return TRUE;
}

/* After a failure; always ends with it. */
static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_run_end_finish (self->run, result, &error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_submission_finish (self->run, result, &error))
    ovs_dossier_write_async (self->run->dossier, look_up_results, self, NULL, ovs_dossier_end_task, g_steal_pointer (&task));
  else
    ovs_run_end_async (self->run, error, on_ended, g_steal_pointer (&task));
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (self->kind->cut != NULL)
    self->kind->cut (TRUE);
  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->dry_run)
    g_task_return_boolean (task, TRUE);
  else
    ovs_submission_async (self->run, cancellable, on_submitted, g_steal_pointer (&task));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_read_finish (self->run, result, &error))
    ovs_dossier_write_async (self->run->dossier, plan, self, NULL, on_planned, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_rights (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_check_rights_finish (self->run, result, &error))
    ovs_run_read_async (self->run, cancellable, on_read, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_run_begin_finish (self->run, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ovs_run_keep_only (self->run, self->employers);
  ovs_run_check_rights_async (self->run, !self->dry_run, cancellable, on_rights, g_steal_pointer (&task));
}

static gboolean
find (OvsTx *tx, gpointer data, GError **error)
{
  OvsErrand *self = data;

  return self->kind->find (self, tx, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsErrand *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_run_begin_async (self->run, cancellable, on_begun, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_errand_run_async (OvsErrand *errand, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (errand->run->dossier, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_errand_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, errand, errand_free);
  ovs_dossier_read_async (errand->run->dossier, find, errand, cancellable, on_found, task);
}

OvsErrand *
ovs_errand_run_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  OvsErrand *errand = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? errand : NULL;
}
