/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/apply.h"

#include "base/crash-point.h"
#include "conversion/other-routes.h"
#include "conversion/run-rights.h"
#include "conversion/settle.h"
#include "conversion/submission.h"
#include "dossier/access.h"
#include "dossier/actor.h"
#include "dossier/approvers.h"
#include "dossier/backup-job.h"
#include "dossier/backups.h"
#include "dossier/candidates.h"
#include "dossier/employees.h"
#include "dossier/judgement.h"
#include "dossier/plan-list.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "dossier/waves.h"
#include "rules/access.h"

typedef struct
{
  OvsRun *run;         /* (owned) */
  OvsApplied *applied; /* (owned) */
  gboolean dry_run;
  gboolean resume;
  gboolean nobody_else;
  OvsApproval approval;  /* its sets are owned */
  char *code;            /* (owned) (nullable) of the approval */
  char *second_person;   /* (owned) (nullable) */
  char *early_reason;    /* (owned) (nullable) */
  guint preparing;       /* what is not done yet before the plan: reading at Loket, judging in the dossier */
  GError *unread;        /* (owned) (nullable) what went wrong in reading */
  GArray *wanted;        /* (owned) (element-type gint64) whom this run takes */
  guint planned;         /* how many of them are invited; the others cannot be */
} Apply;

/* One reading's part of the plan. */
typedef struct
{
  OvsTx *tx;
  Apply *apply;
  OvsReading *reading;
  GHashTable *held;      /* id → OvsDifference, both unowned */
  GHashTable *only;      /* (nullable) ids, of whom else is left alone */
  gboolean asked;        /* somebody is ready there, so that the route matters */
  gboolean elsewhere;    /* the client goes by another route */
} Part;

void
ovs_applied_free (OvsApplied *applied)
{
  if (applied == NULL)
    return;
  g_ptr_array_unref (applied->requests);
  g_ptr_array_unref (applied->problems);
  g_ptr_array_unref (applied->differences);
  g_ptr_array_unref (applied->warnings);
  g_free (applied);
}

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  ovs_run_free (apply->run);
  ovs_applied_free (apply->applied);
  g_clear_error (&apply->unread);
  g_array_unref (apply->wanted);
  g_clear_pointer (&apply->approval.employees, g_hash_table_unref);
  g_clear_pointer (&apply->approval.seen, g_hash_table_unref);
  g_clear_pointer (&apply->approval.agreed, g_hash_table_unref);
  g_free (apply->code);
  g_free (apply->second_person);
  g_free (apply->early_reason);
  g_free (apply);
}

/* Who cannot be invited at all, and why; NULL for who can. */
static const char *
find_obstacle (const OvsCandidate *candidate, OvsIntentState *state, const char **message)
{
  *state = OVS_INTENT_REFUSED;
  *message = NULL;
  switch (ovs_access_from_word (candidate->mijnloket))
    {
    case OVS_ACCESS_BLOCKED:
      return OVS_FALLOUT_MIJNLOKET_BLOCKED;
    case OVS_ACCESS_USER_BLOCKED:
      return OVS_FALLOUT_ACCOUNT_BLOCKED;
    case OVS_ACCESS_OTHER:
      *state = OVS_INTENT_UNKNOWN;
      *message = candidate->mijnloket;
      return OVS_FALLOUT_STATUS_UNKNOWN;
    default:
      return candidate->loket_id != NULL ? NULL : OVS_FALLOUT_NOT_IN_LOKET;
    }
}

static gboolean
goes_elsewhere (Part *part)
{
  if (!part->asked)
    part->elsewhere = ovs_other_routes_hold_back (part->apply->run->problems, part->tx, part->reading->employer, part->reading->number);
  part->asked = TRUE;
  return part->elsewhere;
}

static void
hold_back (OvsTx *tx, OvsDifference *difference)
{
  g_autoptr (OvsPlanPerson) person = ovs_plan_person_get (tx, difference->employee);

  difference->held = TRUE;
  difference->name = person != NULL ? g_strdup (person->name) : NULL;
}

static void
plan_one (const OvsCandidate *candidate, gpointer data)
{
  Part *part = data;
  Apply *apply = part->apply;
  OvsDifference *difference = g_hash_table_lookup (part->held, &candidate->employee);
  const char *message;
  OvsIntentState state;
  const char *obstacle;

  if (difference == NULL && part->only != NULL && !g_hash_table_contains (part->only, &candidate->employee))
    return;
  if (goes_elsewhere (part))
    return;
  if (difference != NULL)
    {
      hold_back (part->tx, difference);
      return;
    }
  g_array_append_val (apply->wanted, candidate->employee);
  obstacle = find_obstacle (candidate, &state, &message);
  ovs_journal_plan (part->tx, candidate->employee, OVS_INTENT_INVITE);
  if (obstacle != NULL)
    ovs_journal_settle (part->tx, candidate->employee, OVS_INTENT_INVITE, state, obstacle, message);
  else
    {
      part->reading->invitations++;
      apply->planned++;
    }
}

/* Whom an earlier run planned to invite, and certainly did not send. */
static GHashTable *
find_left (OvsTx *tx, const Apply *apply)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < apply->run->readings->len; i++)
    {
      const OvsReading *reading = g_ptr_array_index (apply->run->readings, i);
      g_autoptr (GPtrArray) intents = ovs_journal_list (tx, reading->employer, OVS_INTENT_INVITE, OVS_INTENT_PLANNED);

      for (guint j = 0; j < intents->len; j++)
        g_array_append_val (left, ((OvsIntent *) g_ptr_array_index (intents, j))->employee);
    }
  return ovs_approval_set_of ((const gint64 *) (gpointer) left->data, left->len);
}

/* Whom this run is about, where it is not about everybody; NULL for everybody. */
static GHashTable *
find_only (OvsTx *tx, const Apply *apply)
{
  if (apply->resume)
    return find_left (tx, apply);
  return apply->nobody_else && apply->approval.employees != NULL ? g_hash_table_ref (apply->approval.employees) : NULL;
}

/* Who fell out is no candidate: he is sent again only by a new invitation, see reinvite.h. Nor is he of whom Loket did not let us read: nobody
 * there is submitted. */
static void
plan_invitations (OvsTx *tx, Apply *apply)
{
  g_autoptr (GHashTable) only = find_only (tx, apply);
  g_autoptr (GHashTable) held = NULL;

  ovs_journal_drop_planned (tx);
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  held = ovs_differences_hold (tx, ovs_tx_today (tx), apply->applied->differences, apply->approval.agreed);
  for (guint i = 0; i < apply->run->readings->len; i++)
    {
      Part part = { tx, apply, g_ptr_array_index (apply->run->readings, i), held, only };

      /* Once something was planned it is gone on with, whoever's turn it is. */
      if (part.reading->selected || apply->resume)
        ovs_candidates_foreach (tx, part.reading->employer, plan_one, &part);
    }
}

static void
compare (OvsTx *tx, OvsReading *reading, gpointer data)
{
  Apply *apply = data;

  if (reading->selected || apply->resume)
    ovs_differences_find (tx, reading, apply->applied->differences);
}

static void
find_new (OvsTx *tx, OvsReading *reading, gpointer data)
{
  Apply *apply = data;

  if (reading->selected)
    ovs_differences_find_new (tx, reading, apply->applied->differences);
}

/* What was judged is compared before the statuses of today are written over it. */
static void
compare_and_record (OvsTx *tx, Apply *apply, gint64 sequence)
{
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  ovs_run_record_each (apply->run, tx, sequence, compare, find_new, apply);
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

      ovs_submission_list (apply->run, tx, reading, OVS_INTENT_INVITE, apply->applied->requests);
      suppose_confirmed (tx, reading);
      ovs_journal_plan_blocks (tx, reading->employer);
      ovs_submission_list (apply->run, tx, reading, OVS_INTENT_BLOCK, apply->applied->requests);
    }
}

static gboolean
check_approval (OvsTx *tx, Apply *apply, GError **error)
{
  g_autofree char *first = ovs_actor_get ();

  return ovs_approval_check (&apply->approval, apply->wanted, apply->planned, apply->applied->differences, error)
         && ovs_approval_check_second (apply->planned, ovs_approvers_get_above (tx), first, apply->second_person, error);
}

static void
begin_run (OvsTx *tx, Apply *apply, gint64 sequence)
{
  OvsRun *run = apply->run;
  g_autofree char *detail = g_strdup_printf ("{\"employers\": %u, \"planned\": %u, \"differences\": %u}", run->readings->len, apply->planned,
                                             apply->applied->differences->len);

  run->id = ovs_runs_begin (tx, OVS_RUN_KIND_APPLY, sequence, MAX (run->wave, 0), apply->approval.people);
  ovs_trail_end (tx, sequence, "apply", detail, apply->second_person);
  if (apply->planned > 0)
    ovs_undo_bar (tx, sequence);
  ovs_crash_point ("in-plan");
}

/* One transaction: what Loket says now, what an earlier run left open, the judgement of today, and the plan. */
static gboolean
plan (OvsTx *tx, gpointer data, GError **error)
{
  Apply *apply = data;
  OvsRun *run = apply->run;
  gint64 sequence;

  ovs_crash_point ("before-plan");
  if (!apply->resume)
    ovs_waves_begin (tx, run->wave, apply->early_reason);
  run->sequence = sequence = ovs_trail_begin (tx);
  compare_and_record (tx, apply, sequence);
  if (!ovs_approval_read_code (&apply->approval, apply->applied->differences, error))
    return FALSE;
  plan_invitations (tx, apply);
  for (guint i = 0; i < run->readings->len; i++)
    ovs_journal_plan_blocks (tx, ((OvsReading *) g_ptr_array_index (run->readings, i))->employer);

  run->total = apply->planned;
  if (apply->dry_run)
    {
      list_all_requests (tx, apply);
      ovs_tx_set_dry_run (tx);
      return TRUE;
    }
  if (!check_approval (tx, apply, error))
    return FALSE;
  ovs_differences_note (tx, apply->applied->differences, apply->approval.agreed);
  begin_run (tx, apply, sequence);
  return TRUE;
}

static void
end (GTask *task)
{
  Apply *apply = g_task_get_task_data (task);

  g_ptr_array_extend_and_steal (apply->applied->problems, g_steal_pointer (&apply->run->problems));
  apply->run->problems = g_ptr_array_new ();
  apply->applied->without_rights = apply->run->without_rights;
  apply->applied->stopped = !ovs_run_control_may_send (apply->run->control);
  g_task_return_pointer (task, g_steal_pointer (&apply->applied), (GDestroyNotify) ovs_applied_free);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_end_finish (apply->run, result, &error))
    end (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ovs_submission_finish (apply->run, result, &error);
  ovs_crash_point ("before-end");
  ovs_run_end_async (apply->run, error, on_ended, g_steal_pointer (&task));
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
      ovs_crash_point ("after-plan");
      report_clients (apply);
      ovs_submission_async (apply->run, cancellable, on_submitted, g_steal_pointer (&task));
    }
}

static void
one_thing_prepared (GTask *task)
{
  Apply *apply = g_task_get_task_data (task);

  if (--apply->preparing > 0)
    return;
  if (apply->unread != NULL)
    g_task_return_error (task, g_steal_pointer (&apply->unread));
  else
    ovs_dossier_write_async (apply->run->dossier, plan, apply, NULL, on_planned, g_object_ref (task));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);

  ovs_run_read_finish (apply->run, result, apply->unread == NULL ? &apply->unread : NULL);
  one_thing_prepared (task);
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  return TRUE;
}

/* Where it did not come about, the plan judges. */
static void
on_judged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  ovs_dossier_write_finish (OVS_DOSSIER (source), result, NULL);
  one_thing_prepared (task);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);

  ovs_backup_job_finish (OVS_DOSSIER (source), result, apply->unread == NULL ? &apply->unread : NULL);
  one_thing_prepared (task);
}

/* What is compared with Loket's lists is judged, and the dossier is backed up as it was, while they are read. A dry run writes nothing, not even a
 * judgement. */
static void
prepare (GTask *task)
{
  Apply *apply = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  apply->preparing = apply->dry_run ? 1 : 3;
  if (!apply->dry_run)
    {
      ovs_backup_job_async (apply->run->dossier, OVS_BACKUP_APPLY, OVS_BACKUPS_KEPT, on_backed_up, g_object_ref (task));
      ovs_dossier_write_async (apply->run->dossier, judge, NULL, cancellable, on_judged, g_object_ref (task));
    }
  ovs_run_read_async (apply->run, cancellable, on_read, g_object_ref (task));
}

static void
on_rights (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Apply *apply = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_check_rights_finish (apply->run, result, &error))
    prepare (task);
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
    ovs_run_check_rights_async (apply->run, !apply->dry_run, cancellable, on_rights, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GHashTable *
ref_set (GHashTable *set)
{
  return set != NULL ? g_hash_table_ref (set) : NULL;
}

static Apply *
apply_new (OvsDossier *dossier, const OvsApplyOptions *options)
{
  Apply *apply = g_new0 (Apply, 1);

  apply->run = ovs_run_new (dossier);
  g_set_object (&apply->run->control, options->control);
  apply->run->progress = options->progress;
  apply->run->progress_data = options->progress_data;
  apply->dry_run = options->dry_run;
  apply->resume = options->resume;
  apply->nobody_else = options->nobody_else;
  apply->run->by_round = !options->resume;
  apply->run->wave = options->wave;
  apply->early_reason = g_strdup (options->early_reason);
  apply->approval.people = options->approval.people;
  apply->approval.employees = ref_set (options->approval.employees);
  apply->approval.seen = ref_set (options->approval.seen);
  apply->approval.agreed = ref_set (options->approval.agreed);
  apply->code = g_strdup (options->approval.code);
  apply->approval.code = apply->code;
  apply->second_person = g_strdup (options->second_person);
  apply->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  apply->applied = g_new0 (OvsApplied, 1);
  apply->applied->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_planned_request_free);
  apply->applied->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  apply->applied->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_difference_free);
  apply->applied->warnings = g_ptr_array_ref (apply->run->warnings);
  return apply;
}

void
ovs_apply_async (OvsDossier *dossier,
                 const OvsApplyOptions *options,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Apply *apply = apply_new (dossier, options);

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

void
ovs_apply_get_brake (GAsyncResult *result, const GArray **wanted, const GPtrArray **differences)
{
  Apply *apply = g_task_get_task_data (G_TASK (result));

  *wanted = apply->wanted;
  *differences = apply->applied->differences;
}
