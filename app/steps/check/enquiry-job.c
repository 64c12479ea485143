/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/enquiry-job.h"

#include <glib/gi18n.h>

#include "dossier/error.h"

/* What a thread works on; all its own. */
typedef struct
{
  OvsDossier *dossier; /* (owned) */
  OvsEnquiryWhom whom;
  GArray *employers; /* (owned) (nullable) */
  GArray *people;    /* (owned) (nullable) */
  char *handler;
  char *folder;
  OvsDay deadline;
  OvsEnquiryJobProgress *progress; /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dossier);
  g_clear_pointer (&job->employers, g_array_unref);
  g_clear_pointer (&job->people, g_array_unref);
  g_free (job->handler);
  g_free (job->folder);
  ovs_enquiry_job_progress_unref (job->progress);
  g_free (job);
}

OvsEnquiryJobProgress *
ovs_enquiry_job_progress_new (void)
{
  return g_atomic_rc_box_new0 (OvsEnquiryJobProgress);
}

void
ovs_enquiry_job_progress_unref (OvsEnquiryJobProgress *progress)
{
  g_atomic_rc_box_release (progress);
}

static void
on_progress (guint done, guint all, gpointer data)
{
  OvsEnquiryJobProgress *progress = data;

  g_atomic_int_set (&progress->all, (int) all);
  g_atomic_int_set (&progress->done, (int) done);
}

static gboolean
find_clients (OvsTx *tx, gpointer data, GError **error)
{
  Job *job = data;

  job->employers = ovs_enquiries_clients_of (tx, job->people);
  return TRUE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_auto (OvsEnquiryPosted) posted = { 0 };
  OvsEnquiryOrder order = {
    .whom = job->whom,
    .handler = job->handler,
    .folder = job->folder,
    .deadline = job->deadline,
    .progress = on_progress,
    .progress_data = job->progress,
  };
  g_autoptr (GError) error = NULL;
  gboolean done = job->people == NULL || ovs_dossier_read (job->dossier, find_clients, job, cancellable, &error);

  order.employers = job->employers;
  if (done && ovs_enquiry_post (job->dossier, &order, &posted, cancellable, &error))
    g_task_return_int (task, posted.clients);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_enquiry_job_async (OvsWorkspace *workspace,
                       OvsEnquiryWhom whom,
                       const GArray *employers,
                       const GArray *people,
                       const char *folder,
                       OvsDay deadline,
                       OvsEnquiryJobProgress *progress,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, ovs_enquiry_job_async);
  job->dossier = g_object_ref (ovs_workspace_get_dossier (workspace));
  job->whom = employers != NULL || people != NULL ? OVS_ENQUIRY_THESE : whom;
  job->employers = employers != NULL ? g_array_copy ((GArray *) employers) : NULL;
  job->people = people != NULL ? g_array_copy ((GArray *) people) : NULL;
  job->handler = g_strdup (ovs_workspace_get_filter (workspace));
  job->folder = g_strdup (folder);
  job->deadline = deadline;
  job->progress = g_atomic_rc_box_acquire (progress);
  g_task_set_task_data (task, job, job_free);
  if (ovs_workspace_get_read_only (workspace))
    g_task_return_new_error (task, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                             _ ("The dossier is opened to read only, so nobody can be asked in it. Open it again when it is free."));
  else
    g_task_run_in_thread (task, run);
}

int
ovs_enquiry_job_finish (OvsWorkspace *workspace, GAsyncResult *result, GError **error)
{
  int clients = (int) g_task_propagate_int (G_TASK (result), error);

  if (clients >= 0)
    ovs_workspace_refresh (workspace);
  return clients;
}
