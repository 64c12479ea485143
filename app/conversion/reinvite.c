/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/reinvite.h"

#include <glib/gi18n.h>

#include "base/crash-point.h"
#include "conversion/error.h"
#include "conversion/fallout-reason.h"
#include "conversion/run.h"
#include "conversion/submission.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/journal.h"
#include "dossier/outcome-list.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/access.h"

/** Who is to be invited anew. */
typedef struct
{
  gint64 employee;
  char *employer_number;
  char *employee_number;
} Candidate;

typedef struct
{
  OvsRun *run;             /* (owned) */
  OvsReinvited *reinvited; /* (owned) */
  char *employer_number;   /* (nullable) */
  char *employee_number;   /* (nullable) */
  GHashTable *wanted;      /* (owned) (nullable) (element-type gint64) employees; NULL for all that fell out */
  gboolean again;
  OvsTx *tx;               /* only while the dossier lends it */
  GPtrArray *candidates;   /* (owned) (element-type Candidate) */
} Reinvite;

void
ovs_reinvited_free (OvsReinvited *reinvited)
{
  if (reinvited == NULL)
    return;
  g_ptr_array_unref (reinvited->refused);
  g_free (reinvited);
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
reinvite_free (gpointer data)
{
  Reinvite *self = data;

  ovs_run_free (self->run);
  ovs_reinvited_free (self->reinvited);
  g_ptr_array_unref (self->candidates);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_free (self->employer_number);
  g_free (self->employee_number);
  g_free (self);
}

const char *
ovs_reinvite_find_objection (const OvsOutcomeRow *row, gboolean linked)
{
  gboolean expects = ovs_access_has_or_awaits (row->mijnloket) || row->mijnloket == OVS_ACCESS_INVITE_EXPIRED
                     || row->mijnloket == OVS_ACCESS_INVITE_FAILED || row->mijnloket == OVS_ACCESS_INVITE_CANCELLED;

  if (row->mijnloket == OVS_ACCESS_ACTIVE)
    return _ ("This employee is over already: there is an account at this client.");
  if (row->mijnloket == OVS_ACCESS_BLOCKED)
    return ovs_fallout_reason_title (OVS_FALLOUT_MIJNLOKET_BLOCKED);
  if (row->mijnloket == OVS_ACCESS_USER_BLOCKED)
    return ovs_fallout_reason_title (OVS_FALLOUT_ACCOUNT_BLOCKED);
  if (row->mijnloket == OVS_ACCESS_OTHER)
    return ovs_fallout_reason_title (OVS_FALLOUT_STATUS_UNKNOWN);
  if (row->standing.outcome == OVS_OUTCOME_UNKNOWN)
    return _ ("What became of the last invitation is not known yet. Follow first, then invite anew.");
  if (row->standing.outcome == OVS_OUTCOME_NOT_SUBMITTED && !row->was_fallout && !expects)
    return _ ("This employee was not invited before. The conversion does that.");
  return linked ? NULL : ovs_fallout_reason_title (OVS_FALLOUT_NOT_IN_LOKET);
}

/* Why somebody is not invited anew; NULL when he is. */
static const char *
find_objection (Reinvite *self, const OvsOutcomeRow *row)
{
  const char *objection = ovs_reinvite_find_objection (row, ovs_employees_is_linked (self->tx, row->employee));

  if (objection == NULL && !self->again && ovs_journal_last_invited (self->tx, row->employee) == ovs_tx_today (self->tx))
    return _ ("Invited today already. Ask first to look in the spam folder. With “--again” a second invitation goes out today.");
  return objection;
}

static void
consider (const OvsOutcomeRow *row, gpointer data)
{
  Reinvite *self = data;
  Candidate *candidate;
  const char *objection;

  if (self->wanted != NULL ? !g_hash_table_contains (self->wanted, &row->employee) : !ovs_outcome_list_has (OVS_OUTCOMES_FALLOUT, row))
    return;
  objection = find_objection (self, row);
  if (objection != NULL)
    {
      g_ptr_array_add (self->reinvited->refused, ovs_problem_new (row->employer_number, row->employee_number, objection));
      return;
    }
  candidate = g_new0 (Candidate, 1);
  candidate->employee = row->employee;
  candidate->employer_number = g_strdup (row->employer_number);
  candidate->employee_number = g_strdup (row->employee_number);
  g_ptr_array_add (self->candidates, candidate);
}

static void
want (Reinvite *self, const gint64 *employees, gsize n_employees)
{
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < n_employees; i++)
    g_hash_table_add (self->wanted, g_memdup2 (&employees[i], sizeof employees[i]));
}

static gboolean
find_wanted (OvsTx *tx, Reinvite *self, GError **error)
{
  g_auto (OvsEmployee) employee = { 0 };
  gint64 employer;

  if (self->employer_number == NULL)
    return TRUE;
  if (!ovs_employers_require (tx, self->employer_number, &employer, error)
      || !ovs_employees_require (tx, employer, self->employee_number, &employee, error))
    return FALSE;
  want (self, &employee.id, 1);
  return TRUE;
}

static gboolean
plan (OvsTx *tx, gpointer data, GError **error)
{
  Reinvite *self = data;
  gint64 sequence = ovs_trail_begin (tx);
  g_autofree char *detail = NULL;

  ovs_crash_point ("before-reinvite-plan");
  if (!find_wanted (tx, self, error))
    return FALSE;
  self->tx = tx;
  self->run->sequence = sequence;
  ovs_run_record (self->run, tx, sequence);
  ovs_journal_drop_planned (tx);
  ovs_outcomes_foreach (tx, ovs_tx_today (tx), consider, self);
  for (guint i = 0; i < self->candidates->len; i++)
    ovs_journal_plan (tx, ((Candidate *) g_ptr_array_index (self->candidates, i))->employee, OVS_INTENT_INVITE);
  self->run->total = self->candidates->len;
  self->run->id = ovs_runs_begin (tx, OVS_RUN_KIND_REINVITE, sequence, 0, self->candidates->len);
  self->tx = NULL;

  detail = g_strdup_printf ("{\"planned\": %u, \"refused\": %u}", self->candidates->len, self->reinvited->refused->len);
  ovs_trail_end (tx, sequence, "reinvite", detail, NULL);
  if (self->candidates->len > 0)
    ovs_undo_bar (tx, sequence);
  return TRUE;
}

static const char *
describe (OvsIntentState state, const char *reason, const char *message)
{
  if (state == OVS_INTENT_REFUSED)
    return message != NULL && *message != '\0' ? message : ovs_fallout_reason_title (reason);
  if (state == OVS_INTENT_PLANNED)
    return _ ("Nothing was sent. Try again later.");
  return _ ("Loket has not told what became of it. Follow later.");
}

static gboolean
look_up_results (OvsTx *tx, gpointer data, GError **error)
{
  Reinvite *self = data;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (self->candidates, i);
      g_autofree char *reason = NULL;
      g_autofree char *message = NULL;
      OvsIntentState state = ovs_journal_latest (tx, candidate->employee, OVS_INTENT_INVITE, &reason, &message);

      if (state == OVS_INTENT_CONFIRMED)
        self->reinvited->invited++;
      else
        g_ptr_array_add (self->reinvited->refused,
                         ovs_problem_new (candidate->employer_number, candidate->employee_number, describe (state, reason, message)));
    }
  ovs_runs_end (tx, self->run->id, ovs_run_get_ending (self->run, NULL));
  return TRUE;
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reinvite *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->reinvited), (GDestroyNotify) ovs_reinvited_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* After a failure; always ends with it. */
static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reinvite *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_run_end_finish (self->run, result, &error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reinvite *self = g_task_get_task_data (task);
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
  Reinvite *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  ovs_crash_point ("after-reinvite-plan");
  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    ovs_submission_async (self->run, cancellable, on_submitted, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reinvite *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_read_finish (self->run, result, &error))
    ovs_dossier_write_async (self->run->dossier, plan, self, NULL, on_planned, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reinvite *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_begin_finish (self->run, result, &error))
    ovs_run_read_async (self->run, cancellable, on_read, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GTask *
new_task (OvsDossier *dossier, gboolean again, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Reinvite *self = g_new0 (Reinvite, 1);

  self->run = ovs_run_new (dossier);
  self->again = again;
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  self->reinvited = g_new0 (OvsReinvited, 1);
  self->reinvited->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  g_task_set_source_tag (task, ovs_reinvite_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, reinvite_free);
  return task;
}

void
ovs_reinvite_async (OvsDossier *dossier,
                    const char *employer_number,
                    const char *employee_number,
                    gboolean again,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = new_task (dossier, again, cancellable, callback, user_data);
  Reinvite *self = g_task_get_task_data (task);

  self->employer_number = g_strdup (employer_number);
  self->employee_number = g_strdup (employee_number);
  ovs_run_begin_async (self->run, cancellable, on_begun, task);
}

void
ovs_reinvite_people_async (OvsDossier *dossier,
                           const gint64 *employees,
                           gsize n_employees,
                           gboolean again,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = new_task (dossier, again, cancellable, callback, user_data);
  Reinvite *self = g_task_get_task_data (task);

  want (self, employees, n_employees);
  ovs_run_begin_async (self->run, cancellable, on_begun, task);
}

OvsReinvited *
ovs_reinvite_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
