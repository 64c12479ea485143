/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/select/import-job.h"

#include "intake/intake.h"
#include "intake/refused.h"

/* What a thread works on; all its own. */
typedef struct
{
  OvsDossier *dossier; /* (owned) (nullable) */
  OvsImportChoice *choice;
  gboolean dry_run;
  char **despite; /* (owned) (nullable) */
  OvsDay today;
  OvsImportProgress *progress; /* (owned) (nullable) */
  OvsIntakeResult *result;     /* (owned) (nullable) */
  char *target;                /* (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->dossier);
  ovs_import_choice_free (job->choice);
  g_clear_pointer (&job->progress, ovs_import_progress_unref);
  g_clear_pointer (&job->result, ovs_intake_result_unref);
  g_free (job->target);
  g_strfreev (job->despite);
  g_free (job);
}

OvsImportProgress *
ovs_import_progress_new (void)
{
  return g_atomic_rc_box_new0 (OvsImportProgress);
}

OvsImportProgress *
ovs_import_progress_ref (OvsImportProgress *progress)
{
  return g_atomic_rc_box_acquire (progress);
}

void
ovs_import_progress_unref (OvsImportProgress *progress)
{
  g_atomic_rc_box_release (progress);
}

int
ovs_import_progress_get (OvsImportProgress *progress)
{
  return g_atomic_int_get (&progress->thousandths);
}

static void
on_progress (guint64 position, guint64 size, gpointer data)
{
  OvsImportProgress *progress = data;

  g_atomic_int_set (&progress->thousandths, size > 0 ? (int) (position * 1000 / size) : 0);
}

static Job *
job_new (OvsWorkspace *workspace, const OvsImportChoice *choice)
{
  Job *job = g_new0 (Job, 1);

  job->choice = ovs_import_choice_copy (choice);
  if (workspace == NULL)
    return job;
  job->dossier = g_object_ref (ovs_workspace_get_dossier (workspace));
  job->today = ovs_clock_today (ovs_dossier_get_clock (job->dossier));
  return job;
}

static OvsCsvPreview *
open_preview (Job *job, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) mapping = ovs_import_choice_get_mapping (job->choice);
  OvsIntakeRequest request = ovs_import_choice_get_request (job->choice, mapping);
  OvsCsvOptions options = {
    .encoding = request.encoding,
    .delimiter = request.delimiter,
    .mapping = request.mapping,
    .today = job->today,
    .header_line = request.header_line,
    .repair_double = request.repair_double,
    .ends_confirmed = job->choice->ends_confirmed,
  };

  return ovs_csv_preview_open (request.path, request.kind, &options, cancellable, error);
}

static OvsCsvProfile *
find_profile (const char *key)
{
  g_autofree char *path = ovs_csv_profiles_get_path ();
  g_autoptr (OvsCsvProfiles) profiles = ovs_csv_profiles_load (path);
  const OvsCsvProfile *found = ovs_csv_profiles_find (profiles, key);

  return found != NULL ? ovs_csv_profile_copy (found) : NULL;
}

/* With what was chosen for such a file before, if the file can be looked at so. */
static OvsCsvPreview *
recognise (Job *job, OvsCsvPreview *preview, GCancellable *cancellable)
{
  g_autofree char *key = ovs_csv_profile_key (preview);
  OvsCsvPreview *again;

  ovs_import_choice_recognise (job->choice, key, find_profile (key));
  if (!job->choice->uses_profile)
    return preview;
  again = open_preview (job, cancellable, NULL);
  if (again == NULL)
    {
      ovs_import_choice_use_profile (job->choice, FALSE);
      return preview;
    }
  ovs_csv_preview_free (preview);
  return again;
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  OvsCsvPreview *preview = open_preview (job, cancellable, &error);

  if (preview != NULL && job->choice->key == NULL)
    preview = recognise (job, preview, cancellable);
  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) ovs_csv_preview_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_import_look_async (OvsWorkspace *workspace,
                       const OvsImportChoice *choice,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_import_look_async);
  g_task_set_task_data (task, job_new (workspace, choice), job_free);
  g_task_run_in_thread (task, look);
}

OvsCsvPreview *
ovs_import_look_finish (GAsyncResult *result, OvsImportChoice *choice, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  OvsCsvPreview *preview = g_task_propagate_pointer (G_TASK (result), error);

  if (preview == NULL || choice->key != NULL || job->choice->key == NULL)
    return preview;
  ovs_import_choice_recognise (choice, job->choice->key, job->choice->profile != NULL ? ovs_csv_profile_copy (job->choice->profile) : NULL);
  if (choice->uses_profile && !job->choice->uses_profile)
    ovs_import_choice_use_profile (choice, FALSE);
  return preview;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_auto (GStrv) mapping = ovs_import_choice_get_mapping (job->choice);
  OvsIntakeRequest request = ovs_import_choice_get_request (job->choice, mapping);
  g_autoptr (GError) error = NULL;
  OvsIntakeResult *result;

  request.dry_run = job->dry_run;
  request.brakes = TRUE;
  request.despite = (const char *const *) job->despite;
  request.progress = job->progress != NULL ? on_progress : NULL;
  request.progress_data = job->progress;
  result = ovs_intake_run (job->dossier, &request, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ovs_intake_result_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_import_run_async (OvsWorkspace *workspace,
                      const OvsImportChoice *choice,
                      gboolean dry_run,
                      const char *const *despite,
                      OvsImportProgress *progress,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = job_new (workspace, choice);

  job->dry_run = dry_run;
  job->despite = g_strdupv ((char **) despite);
  job->progress = progress != NULL ? ovs_import_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, ovs_import_run_async);
  /* What was read in is told, even when somebody wanted to stop it a moment too late. */
  g_task_set_check_cancellable (task, dry_run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

OvsIntakeResult *
ovs_import_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_auto (GStrv) mapping = ovs_import_choice_get_mapping (job->choice);
  OvsIntakeRequest request = ovs_import_choice_get_request (job->choice, mapping);
  g_autoptr (GError) error = NULL;

  if (ovs_intake_save_refused (&request, job->result, job->target, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_import_save_async (gpointer source,
                       const OvsImportChoice *choice,
                       OvsIntakeResult *result,
                       const char *target,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Job *job = job_new (NULL, choice);

  job->result = ovs_intake_result_ref (result);
  job->target = g_strdup (target);
  g_task_set_source_tag (task, ovs_import_save_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save);
}

gboolean
ovs_import_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
