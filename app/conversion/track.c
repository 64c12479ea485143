/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/track.h"

#include "conversion/run.h"
#include "dossier/aside.h"
#include "dossier/end-task.h"
#include "dossier/follow-list.h"
#include "dossier/runs.h"
#include "dossier/trail.h"

typedef struct
{
  OvsRun *run;           /* (owned) */
  GHashTable *employers; /* (owned) (nullable) (element-type gint64) of whom is read; NULL for all */
  gboolean changed;
  guint read;
  gint64 as_of;
} Track;

static void
track_free (gpointer data)
{
  Track *track = data;

  ovs_run_free (track->run);
  g_clear_pointer (&track->employers, g_hash_table_unref);
  g_free (track);
}

static gboolean
record (OvsTx *tx, gpointer data, GError **error)
{
  Track *track = data;
  gint64 sequence = ovs_trail_begin (tx);
  gint64 mark = ovs_follow_mark (tx);
  g_autofree char *detail = g_strdup_printf ("{\"employers\": %u}", track->run->readings->len);

  ovs_run_record (track->run, tx, sequence);
  /* What was planned and not sent stays: a run that was broken off goes on with it. */
  ovs_runs_break_off (tx);
  ovs_trail_end (tx, sequence, "track", detail, NULL);
  ovs_aside_keep_few_pages (tx, FALSE);
  ovs_run_count (track->run, tx);
  track->as_of = ovs_tx_now (tx);
  track->read = track->run->readings->len;
  track->changed = ovs_follow_changed (tx, mark);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Track *track = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_read_finish (track->run, result, &error))
    ovs_dossier_write_async (track->run->dossier, record, track, NULL, ovs_dossier_end_task, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Track *track = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_begin_finish (track->run, result, &error))
    {
      ovs_run_keep_only (track->run, track->employers);
      ovs_run_read_async (track->run, cancellable, on_read, g_steal_pointer (&task));
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GTask *
new_task (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Track *track = g_new0 (Track, 1);

  track->run = ovs_run_new (dossier);
  g_task_set_source_tag (task, ovs_track_async);
  g_task_set_task_data (task, track, track_free);
  return task;
}

static gboolean
find_all (OvsTx *tx, gpointer data, GError **error)
{
  Track *track = data;

  track->employers = ovs_follow_all (tx, ovs_tx_today (tx));
  return TRUE;
}

/* Signs in first: what day it is at a practice Loket is known from then on. */
static void
on_all_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Track *track = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ovs_run_keep_only (track->run, track->employers);
  ovs_run_read_async (track->run, cancellable, on_read, g_steal_pointer (&task));
}

static void
on_begun_all (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Track *track = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_run_begin_finish (track->run, result, &error))
    ovs_dossier_read_async (track->run->dossier, find_all, track, cancellable, on_all_found, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_track_async (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (dossier, cancellable, callback, user_data);
  Track *track = g_task_get_task_data (task);

  ovs_run_begin_async (track->run, cancellable, on_begun_all, task);
}

gint64
ovs_track_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  Track *track = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? track->as_of : 0;
}

/* --- only what can have changed --- */

static gboolean
find_employers (OvsTx *tx, gpointer data, GError **error)
{
  Track *track = data;

  track->employers = ovs_follow_list (tx, ovs_tx_today (tx));
  track->as_of = ovs_tx_now (tx);
  return TRUE;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Track *track = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (g_hash_table_size (track->employers) == 0)
    g_task_return_boolean (task, TRUE);
  else
    ovs_run_begin_async (track->run, cancellable, on_begun, g_steal_pointer (&task));
}

void
ovs_track_changes_async (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (dossier, cancellable, callback, user_data);
  Track *track = g_task_get_task_data (task);

  track->run->what = OVS_READ_WERKNEMERLOKET | OVS_READ_MIJNLOKET;
  ovs_dossier_read_async (dossier, find_employers, track, cancellable, on_found, task);
}

gboolean
ovs_track_changes_finish (OvsDossier *dossier, GAsyncResult *result, gboolean *changed, guint *read, GError **error)
{
  Track *track = g_task_get_task_data (G_TASK (result));

  *changed = track->changed;
  *read = track->read;
  return g_task_propagate_boolean (G_TASK (result), error);
}
