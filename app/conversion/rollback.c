/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/rollback.h"

#include <glib/gi18n.h>

#include "conversion/run.h"
#include "conversion/submission.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "dossier/waves.h"

/** Who is asked for. */
typedef struct
{
  gint64 employee;
  char *employer_number;
  char *employee_number;
} Candidate;

typedef struct
{
  OvsRun *run;                /* (owned) */
  OvsRolledBack *rolled_back; /* (owned) */
  OvsRollbackScope *scope;    /* (owned) */
  GHashTable *employers;      /* (owned) (nullable) (element-type gint64) of whom they are, once known; NULL for all */
  gboolean dry_run;
  OvsTx *tx;                  /* only while the dossier lends it */
  GPtrArray *candidates;      /* (owned) (element-type Candidate) */
} Rollback;

void
ovs_rolled_back_free (OvsRolledBack *rolled_back)
{
  if (rolled_back == NULL)
    return;
  g_ptr_array_unref (rolled_back->refused);
  g_ptr_array_unref (rolled_back->requests);
  g_free (rolled_back);
}

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->employer_number);
  g_free (candidate->employee_number);
  g_free (candidate);
}

static void
rollback_free (gpointer data)
{
  Rollback *self = data;

  ovs_run_free (self->run);
  ovs_rolled_back_free (self->rolled_back);
  ovs_rollback_scope_free (self->scope);
  g_clear_pointer (&self->employers, g_hash_table_unref);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

static void
refuse (Rollback *self, const char *employer_number, const char *employee_number, const char *reason)
{
  g_ptr_array_add (self->rolled_back->refused, ovs_problem_new (employer_number, employee_number, reason));
}

/* --- whom --- */

static const OvsReading *
find_reading (Rollback *self, gint64 employer)
{
  for (guint i = 0; i < self->run->readings->len; i++)
    {
      const OvsReading *reading = g_ptr_array_index (self->run->readings, i);

      if (reading->employer == employer)
        return reading;
    }
  return NULL;
}

/* TRUE for who was asked for before without a result: that is looked up, not sent again. */
static gboolean
is_under_way (Rollback *self, gint64 employee)
{
  g_autofree char *reason = NULL;
  g_autofree char *message = NULL;
  OvsIntentState state = ovs_journal_latest (self->tx, employee, OVS_INTENT_REINSTATE, &reason, &message);

  return state == OVS_INTENT_SENT || state == OVS_INTENT_UNKNOWN;
}

/* Of a client that Loket does not show the whole client is refused, once. */
static void
refuse_client (Rollback *self, const OvsOutcomeRow *row)
{
  for (guint i = 0; i < self->rolled_back->refused->len; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (self->rolled_back->refused, i);

      if (problem->employee_number == NULL && g_str_equal (problem->employer_number, row->employer_number))
        return;
    }
  refuse (self, row->employer_number, NULL, _ ("This user does not see this client in Loket. Check the rights in Loket, and the number."));
}

static void
consider (const OvsOutcomeRow *row, gpointer data)
{
  Rollback *self = data;
  const OvsReading *reading = find_reading (self, row->employer);
  const char *objection = ovs_rollback_find_objection (row);
  Candidate *candidate;

  if (reading == NULL)
    {
      refuse_client (self, row);
      return;
    }
  if (objection == NULL && is_under_way (self, row->employee))
    {
      self->rolled_back->unknown++;
      return;
    }
  if (objection == NULL && reading->out_of_patience)
    objection = _ ("Loket is still working on an earlier request for this client. Try again later.");
  if (objection == NULL && !ovs_employees_is_linked (self->tx, row->employee))
    objection = _ ("Loket does not show this employee at this client.");
  if (objection != NULL)
    {
      if (ovs_rollback_scope_tells (self->scope, row))
        refuse (self, row->employer_number, row->employee_number, objection);
      return;
    }
  candidate = g_new0 (Candidate, 1);
  candidate->employee = row->employee;
  candidate->employer_number = g_strdup (row->employer_number);
  candidate->employee_number = g_strdup (row->employee_number);
  g_ptr_array_add (self->candidates, candidate);
  ovs_rollback_counts_add (&self->rolled_back->counts, row);
}

static gboolean
plan (OvsTx *tx, gpointer data, GError **error)
{
  Rollback *self = data;
  OvsRun *run = self->run;
  gint64 sequence = ovs_trail_begin (tx);
  g_autofree char *detail = NULL;

  self->tx = tx;
  run->sequence = sequence;
  self->rolled_back->today = ovs_tx_today (tx);
  ovs_run_record (run, tx, sequence);
  ovs_journal_drop_planned (tx);
  if (!ovs_rollback_scope_foreach (self->scope, tx, consider, self, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->candidates->len; i++)
    ovs_journal_plan (tx, ((Candidate *) g_ptr_array_index (self->candidates, i))->employee, OVS_INTENT_REINSTATE);
  run->total = self->candidates->len;
  self->tx = NULL;

  if (self->dry_run)
    {
      for (guint i = 0; i < run->readings->len; i++)
        ovs_submission_list (run, tx, g_ptr_array_index (run->readings, i), OVS_INTENT_REINSTATE, self->rolled_back->requests);
      ovs_tx_set_dry_run (tx);
      return TRUE;
    }
  run->id = ovs_runs_begin (tx, OVS_RUN_KIND_ROLLBACK, sequence, ovs_waves_find (tx, self->scope->wave), self->candidates->len);
  detail = g_strdup_printf ("{\"planned\": %u, \"refused\": %u}", self->candidates->len, self->rolled_back->refused->len);
  ovs_trail_end (tx, sequence, "rollback", detail, NULL);
  if (self->candidates->len > 0)
    ovs_undo_bar (tx, sequence);
  return TRUE;
}

/* --- what came of it --- */

static void
add_result (Rollback *self, OvsTx *tx, const Candidate *candidate)
{
  g_autofree char *reason = NULL;
  g_autofree char *message = NULL;

  switch (ovs_journal_latest (tx, candidate->employee, OVS_INTENT_REINSTATE, &reason, &message))
    {
    case OVS_INTENT_CONFIRMED:
      self->rolled_back->reinstated++;
      break;
    case OVS_INTENT_REFUSED:
      refuse (self, candidate->employer_number, candidate->employee_number,
              message != NULL && *message != '\0' ? message : _ ("Loket could not give Werknemerloket back"));
      break;
    case OVS_INTENT_PLANNED:
      refuse (self, candidate->employer_number, candidate->employee_number, _ ("Nothing was sent. Try again later."));
      break;
    case OVS_INTENT_SENT:
    case OVS_INTENT_UNKNOWN:
    default:
      self->rolled_back->unknown++;
      break;
    }
}

static gboolean
look_up_results (OvsTx *tx, gpointer data, GError **error)
{
  Rollback *self = data;

  for (guint i = 0; i < self->candidates->len; i++)
    add_result (self, tx, g_ptr_array_index (self->candidates, i));
  ovs_runs_end (tx, self->run->id, ovs_run_get_ending (self->run, NULL));
  return TRUE;
}

static void
end (GTask *task)
{
  Rollback *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->rolled_back), (GDestroyNotify) ovs_rolled_back_free);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    end (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* After a failure; always ends with it. */
static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rollback *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_run_end_finish (self->run, result, &error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rollback *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_submission_finish (self->run, result, &error))
    ovs_dossier_write_async (self->run->dossier, look_up_results, self, NULL, on_looked_up, g_steal_pointer (&task));
  else
    ovs_run_end_async (self->run, error, on_ended, g_steal_pointer (&task));
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rollback *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->dry_run)
    end (task);
  else
    ovs_submission_async (self->run, cancellable, on_submitted, g_steal_pointer (&task));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rollback *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_run_read_finish (self->run, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_ptr_array_extend_and_steal (self->rolled_back->refused, g_steal_pointer (&self->run->problems));
  self->run->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  ovs_dossier_write_async (self->run->dossier, plan, self, NULL, on_planned, g_steal_pointer (&task));
}

/* Only the clients that it is about are read, and what is wrong with others does not matter here. */
static void
keep_employers (Rollback *self)
{
  GPtrArray *readings = self->run->readings;

  if (self->employers == NULL)
    return;
  g_ptr_array_set_size (self->run->problems, 0);
  for (guint i = readings->len; i > 0; i--)
    if (!g_hash_table_contains (self->employers, &((OvsReading *) g_ptr_array_index (readings, i - 1))->employer))
      g_ptr_array_remove_index (readings, i - 1);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rollback *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_run_begin_finish (self->run, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  keep_employers (self);
  ovs_run_read_async (self->run, cancellable, on_read, g_steal_pointer (&task));
}

static gboolean
find_employers (OvsTx *tx, gpointer data, GError **error)
{
  Rollback *self = data;

  return ovs_rollback_scope_foreach (self->scope, tx, NULL, NULL, &self->employers, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Rollback *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_run_begin_async (self->run, cancellable, on_begun, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_rollback_async (OvsDossier *dossier,
                    OvsRollbackScope *scope,
                    gboolean dry_run,
                    OvsProgressFunc progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Rollback *self = g_new0 (Rollback, 1);

  self->run = ovs_run_new (dossier);
  self->run->kind = OVS_INTENT_REINSTATE;
  self->run->progress = progress;
  self->run->progress_data = progress_data;
  self->scope = scope;
  self->dry_run = dry_run;
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  self->rolled_back = g_new0 (OvsRolledBack, 1);
  self->rolled_back->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  self->rolled_back->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_planned_request_free);
  g_task_set_source_tag (task, ovs_rollback_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, rollback_free);
  ovs_dossier_read_async (dossier, find_employers, self, cancellable, on_found, task);
}

OvsRolledBack *
ovs_rollback_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
