/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/apply.h"

#include "conversion/other-routes.h"
#include "conversion/run.h"
#include "conversion/settle.h"
#include "conversion/submission.h"
#include "dossier/access.h"
#include "dossier/employees.h"
#include "dossier/judgement.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/access.h"

typedef struct
{
  OvsRun *run;         /* (owned) */
  OvsApplied *applied; /* (owned) */
  gboolean dry_run;
  GArray *ready;       /* (owned) (element-type gint64) employees whom the rules let go over */
  guint planned;
} Apply;

void
ovs_applied_free (OvsApplied *applied)
{
  if (applied == NULL)
    return;
  g_ptr_array_unref (applied->requests);
  g_ptr_array_unref (applied->problems);
  g_free (applied);
}

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  ovs_run_free (apply->run);
  ovs_applied_free (apply->applied);
  g_array_unref (apply->ready);
  g_free (apply);
}

static void
collect_ready (const OvsJudged *judged, gpointer data)
{
  Apply *apply = data;
  gint64 employee = judged->employee;

  if (judged->verdict.disposition == OVS_DISPOSITION_READY)
    g_array_append_val (apply->ready, employee);
}

/* Who cannot be invited at all, and why; NULL for who can. */
static const char *
find_obstacle (OvsTx *tx, gint64 employee, OvsIntentState *state, char **message)
{
  g_autofree char *mijnloket = ovs_access_get (tx, employee, OVS_PORTAL_MIJNLOKET);

  *state = OVS_INTENT_REFUSED;
  *message = NULL;
  switch (ovs_access_from_word (mijnloket))
    {
    case OVS_ACCESS_BLOCKED:
      return OVS_FALLOUT_MIJNLOKET_BLOCKED;
    case OVS_ACCESS_USER_BLOCKED:
      return OVS_FALLOUT_ACCOUNT_BLOCKED;
    case OVS_ACCESS_OTHER:
      *state = OVS_INTENT_UNKNOWN;
      *message = g_steal_pointer (&mijnloket);
      return OVS_FALLOUT_STATUS_UNKNOWN;
    default:
      return ovs_employees_is_linked (tx, employee) ? NULL : OVS_FALLOUT_NOT_IN_LOKET;
    }
}

/* What this run has read of an employer; NULL where Loket refuses to tell: then nobody is submitted. */
static OvsReading *
find_reading (Apply *apply, gint64 employer)
{
  for (guint i = 0; i < apply->run->readings->len; i++)
    {
      OvsReading *reading = g_ptr_array_index (apply->run->readings, i);

      if (reading->employer == employer)
        return reading;
    }
  return NULL;
}

static void
plan_one (OvsTx *tx, Apply *apply, gint64 employee)
{
  g_autofree char *message = NULL;
  OvsReading *reading = find_reading (apply, ovs_employees_get_employer (tx, employee));
  OvsIntentState state;
  const char *obstacle;

  /* Who fell out is sent again only by a new invitation, see reinvite.h. */
  if (reading == NULL || ovs_journal_was_submitted (tx, employee) || ovs_other_routes_hold_back (apply->run, tx, reading))
    return;
  obstacle = find_obstacle (tx, employee, &state, &message);
  ovs_journal_plan (tx, employee, OVS_INTENT_INVITE);
  if (obstacle != NULL)
    ovs_journal_settle (tx, employee, OVS_INTENT_INVITE, state, obstacle, message);
  else
    {
      reading->invitations++;
      apply->planned++;
    }
}

static void
list_requests (OvsTx *tx, Apply *apply, const OvsReading *reading, OvsIntentKind kind)
{
  g_autoptr (GPtrArray) intents = ovs_journal_list (tx, reading->employer, kind, OVS_INTENT_PLANNED);

  for (guint i = 0; i < intents->len; i += OVS_SUBMISSION_CHUNK)
    {
      guint people = MIN (intents->len - i, OVS_SUBMISSION_CHUNK);
      OvsPlannedRequest *request = ovs_submission_describe (apply->run, reading, kind, intents, i, people);

      g_ptr_array_add (apply->applied->requests, request);
    }
}

/* In a dry run: the blocks that follow when every invitation comes about. */
static void
suppose_confirmed (OvsTx *tx, const OvsReading *reading)
{
  g_autoptr (GPtrArray) intents = ovs_journal_list (tx, reading->employer, OVS_INTENT_INVITE, OVS_INTENT_PLANNED);

  for (guint i = 0; i < intents->len; i++)
    {
      gint64 employee = ((OvsIntent *) g_ptr_array_index (intents, i))->employee;

      ovs_journal_send (tx, reading->employer, OVS_INTENT_INVITE, &employee, 1);
      ovs_journal_settle (tx, employee, OVS_INTENT_INVITE, OVS_INTENT_CONFIRMED, NULL, NULL);
      ovs_access_record (tx, employee, OVS_PORTAL_MIJNLOKET, ovs_access_to_word (OVS_ACCESS_INVITE_PENDING), OVS_ACCESS_FROM_LOKET,
                         ovs_tx_now_text (tx), 0);
    }
}

static void
list_all_requests (OvsTx *tx, Apply *apply)
{
  for (guint i = 0; i < apply->run->readings->len; i++)
    {
      const OvsReading *reading = g_ptr_array_index (apply->run->readings, i);

      list_requests (tx, apply, reading, OVS_INTENT_INVITE);
      suppose_confirmed (tx, reading);
      ovs_journal_plan_blocks (tx, reading->employer);
      list_requests (tx, apply, reading, OVS_INTENT_BLOCK);
    }
}

/* One transaction: what Loket says now, what an earlier run left open, the judgement of today, and the plan. */
static gboolean
plan (OvsTx *tx, gpointer data, GError **error)
{
  Apply *apply = data;
  OvsRun *run = apply->run;
  gint64 sequence = ovs_trail_begin (tx);
  g_autofree char *detail = NULL;

  run->sequence = sequence;
  ovs_run_record (run, tx, sequence);
  ovs_journal_drop_planned (tx);
  ovs_judgement_store (tx, ovs_tx_today (tx), collect_ready, apply);
  for (guint i = 0; i < apply->ready->len && !ovs_tx_failed (tx); i++)
    plan_one (tx, apply, g_array_index (apply->ready, gint64, i));
  for (guint i = 0; i < run->readings->len; i++)
    ovs_journal_plan_blocks (tx, ((OvsReading *) g_ptr_array_index (run->readings, i))->employer);

  run->total = apply->planned;
  if (apply->dry_run)
    {
      list_all_requests (tx, apply);
      ovs_tx_set_dry_run (tx);
      return TRUE;
    }
  detail = g_strdup_printf ("{\"employers\": %u, \"planned\": %u}", run->readings->len, apply->planned);
  ovs_trail_end (tx, sequence, "apply", detail, NULL);
  if (apply->planned > 0)
    ovs_undo_bar (tx, sequence);
  return TRUE;
}

static void
end (GTask *task)
{
  Apply *apply = g_task_get_task_data (task);

  g_ptr_array_extend_and_steal (apply->applied->problems, g_steal_pointer (&apply->run->problems));
  apply->run->problems = g_ptr_array_new ();
  apply->applied->stopped = !ovs_run_control_may_send (apply->run->control);
  g_task_return_pointer (task, g_steal_pointer (&apply->applied), (GDestroyNotify) ovs_applied_free);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_submission_finish (apply->run, result, &error))
    end (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Everybody who takes part is told at once, in the order in which they have their turn. */
static void
report_clients (Apply *apply)
{
  for (guint i = 0; i < apply->run->readings->len; i++)
    {
      const OvsReading *reading = g_ptr_array_index (apply->run->readings, i);
      OvsRunClient client = { reading->number, reading->name, OVS_RUN_STAGE_WAITING, 0, reading->invitations };

      if (reading->invitations > 0)
        ovs_run_control_report (apply->run->control, &client);
    }
  if (apply->run->progress != NULL)
    apply->run->progress (0, apply->run->total, apply->run->progress_data);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (apply->dry_run)
    end (task);
  else
    {
      report_clients (apply);
      ovs_submission_async (apply->run, cancellable, on_submitted, g_steal_pointer (&task));
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_read_finish (apply->run, result, &error))
    ovs_dossier_write_async (apply->run->dossier, plan, apply, NULL, on_planned, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_begin_finish (apply->run, result, &error))
    ovs_run_read_async (apply->run, cancellable, on_read, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_apply_async (OvsDossier *dossier,
                 gboolean dry_run,
                 OvsRunControl *control,
                 OvsProgressFunc progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Apply *apply = g_new0 (Apply, 1);

  apply->run = ovs_run_new (dossier);
  g_set_object (&apply->run->control, control);
  apply->run->progress = progress;
  apply->run->progress_data = progress_data;
  apply->dry_run = dry_run;
  apply->ready = g_array_new (FALSE, FALSE, sizeof (gint64));
  apply->applied = g_new0 (OvsApplied, 1);
  apply->applied->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_planned_request_free);
  apply->applied->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  g_task_set_source_tag (task, ovs_apply_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, apply, apply_free);
  ovs_run_begin_async (apply->run, cancellable, on_begun, task);
}

OvsApplied *
ovs_apply_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
