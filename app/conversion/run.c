/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/run.h"

#include <glib/gi18n.h>

#include "base/memory.h"
#include "conversion/announced.h"
#include "conversion/connect.h"
#include "conversion/crew.h"
#include "conversion/other-routes.h"
#include "conversion/reading-pack.h"
#include "conversion/settle.h"
#include "dossier/aside.h"
#include "dossier/employers.h"
#include "dossier/end-task.h"
#include "dossier/file-results.h"
#include "dossier/tally.h"
#include "dossier/waves.h"

typedef struct
{
  OvsRun *run;          /* (unowned) */
  GPtrArray *employers; /* (owned) (nullable) of Loket */
} Begin;

OvsRun *
ovs_run_new (OvsDossier *dossier)
{
  OvsRun *run = g_new0 (OvsRun, 1);

  run->dossier = g_object_ref (dossier);
  run->what = OVS_READ_ALL;
  g_queue_init (&run->to_send);
  run->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_reading_free);
  run->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  run->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  return run;
}

void
ovs_run_free (OvsRun *run)
{
  if (run == NULL)
    return;
  g_clear_pointer (&run->watch, ovs_action_watch_free);
  g_clear_object (&run->loket);
  g_clear_object (&run->dossier);
  g_clear_object (&run->control);
  g_ptr_array_unref (run->readings);
  g_ptr_array_unref (run->problems);
  g_ptr_array_unref (run->warnings);
  g_free (run);
}

gboolean
ovs_run_is_local (const GError *error)
{
  return g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_FORBIDDEN)
         || g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND)
         || g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BAD_REQUEST);
}

static void
begin_free (gpointer data)
{
  Begin *begin = data;

  g_clear_pointer (&begin->employers, g_ptr_array_unref);
  g_free (begin);
}

static void
add_employer (gint64 id, const char *number, const char *name, const char *loket_id, gboolean selected, gpointer data)
{
  OvsRun *run = data;

  if (loket_id != NULL)
    {
      OvsReading *reading = ovs_reading_new (id, number, name, loket_id);

      reading->selected = selected;
      g_ptr_array_add (run->readings, reading);
    }
  else if (selected)
    g_ptr_array_add (run->problems,
                     ovs_problem_new (number, NULL, _ ("This user does not see this client in Loket. Check the rights in Loket, and the number.")));
}

/* Of a client whose turn it is not, only what an earlier run left is settled. */
static gboolean
has_to_be_read (OvsTx *tx, const OvsRun *run, const OvsReading *reading)
{
  return reading->selected || reading->has_open || (run->wave == 0 && ovs_waves_is_submitted (tx, reading->employer));
}

static void
keep_to_rounds (OvsTx *tx, OvsRun *run)
{
  for (guint i = run->readings->len; i > 0; i--)
    {
      OvsReading *reading = g_ptr_array_index (run->readings, i - 1);

      if (reading->selected && run->wave == 0)
        ovs_other_routes_tell (run->problems, tx, reading->employer, reading->number);
      reading->selected = reading->selected && ovs_waves_may_apply (tx, reading->employer, run->wave);
      if (!has_to_be_read (tx, run, reading))
        g_ptr_array_remove_index (run->readings, i - 1);
    }
}

static gboolean
list_employers (OvsTx *tx, gpointer data, GError **error)
{
  Begin *begin = data;
  OvsRun *run = begin->run;

  ovs_aside_keep_few_pages (tx, TRUE);
  for (guint i = 0; i < begin->employers->len; i++)
    {
      const OvsLoketEmployer *employer = g_ptr_array_index (begin->employers, i);
      ovs_employers_link (tx, employer->number, employer->id);
    }
  ovs_employers_in_conversion (tx, add_employer, run);
  for (guint i = 0; i < run->readings->len; i++)
    {
      OvsReading *reading = g_ptr_array_index (run->readings, i);

      reading->has_open = ovs_journal_has_open (tx, reading->employer);
      reading->open_actions = ovs_journal_open_actions (tx, reading->employer);
    }
  if (run->by_round)
    keep_to_rounds (tx, run);
  return TRUE;
}

static void
on_employers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Begin *begin = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  begin->employers = ovs_loket_read_employers_finish (OVS_LOKET (source), result, &error);
  if (begin->employers == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_dossier_write_async (begin->run->dossier, list_employers, begin, NULL, ovs_dossier_end_task, g_steal_pointer (&task));
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Begin *begin = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  OvsRun *run = begin->run;
  g_autoptr (GError) error = NULL;

  run->loket = ovs_sign_in_finish (OVS_DOSSIER (source), result, &error);
  if (run->loket == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  run->watch = ovs_action_watch_new (run->loket);
  ovs_loket_read_employers_async (run->loket, cancellable, on_employers, g_steal_pointer (&task));
}

void
ovs_run_begin_async (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Begin *begin = g_new0 (Begin, 1);

  begin->run = run;
  g_task_set_source_tag (task, ovs_run_begin_async);
  g_task_set_task_data (task, begin, begin_free);
  ovs_sign_in_async (run->dossier, cancellable, on_signed_in, task);
}

gboolean
ovs_run_begin_finish (OvsRun *run, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ovs_run_keep_only (OvsRun *run, GHashTable *employers)
{
  for (guint i = run->readings->len; i > 0 && employers != NULL; i--)
    if (!g_hash_table_contains (employers, &((OvsReading *) g_ptr_array_index (run->readings, i - 1))->employer))
      g_ptr_array_remove_index (run->readings, i - 1);
}

typedef struct
{
  OvsRun *run;         /* (unowned) */
  OvsReading *reading; /* (unowned) */
  GBytes *content;     /* (owned) (nullable) */
} Member;

static void
member_free (gpointer data)
{
  Member *member = data;

  g_clear_pointer (&member->content, g_bytes_unref);
  g_free (member);
}

static gboolean
put_aside (OvsTx *tx, gpointer data, GError **error)
{
  Member *member = data;

  ovs_aside_put (tx, member->run, member->reading->employer, member->content);
  return TRUE;
}

static void
on_reading (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Member *member = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_reading_read_finish (member->reading, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  member->content = ovs_reading_pack (member->reading);
  ovs_reading_forget (member->reading);
  ovs_dossier_write_beside_async (member->run->dossier, put_aside, member, ovs_dossier_end_task, g_steal_pointer (&task));
}

static void
start_reading (gpointer item, gpointer data, GCancellable *cancellable, GAsyncReadyCallback done, gpointer done_data)
{
  OvsRun *run = data;
  GTask *task = g_task_new (NULL, cancellable, done, done_data);
  Member *member = g_new0 (Member, 1);

  member->run = run;
  member->reading = item;
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, member, member_free);
  ovs_reading_read_async (item, run->loket, run->watch, run->what, cancellable, on_reading, task);
}

static gboolean
finish_reading (gpointer item, gpointer data, GAsyncResult *result, GError **error)
{
  OvsReading *reading = item;
  OvsRun *run = data;
  g_autoptr (GError) failure = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &failure))
    return TRUE;
  if (!ovs_run_is_local (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (run->problems, ovs_problem_new (reading->number, NULL, failure->message));
  reading->unreadable = TRUE;
  return TRUE;
}

static void
on_all_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  OvsRun *run = g_task_get_task_data (task);

  if (!ovs_crew_finish (result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = run->readings->len; i > 0; i--)
    if (((OvsReading *) g_ptr_array_index (run->readings, i - 1))->unreadable)
      g_ptr_array_remove_index (run->readings, i - 1);
  g_task_return_boolean (task, TRUE);
}

void
ovs_run_read_async (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_run_read_async);
  g_task_set_task_data (task, run, NULL);
  ovs_crew_async (run->readings, OVS_RUN_AT_ONCE, start_reading, finish_reading, run, cancellable, on_all_read, task);
}

gboolean
ovs_run_read_finish (OvsRun *run, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
record (OvsRun *run, OvsTx *tx, OvsReading *reading, gint64 sequence)
{
  ovs_reading_record (reading, tx, sequence);
  if (reading->has_open)
    {
      ovs_settle_employer (reading, tx, OVS_INTENT_INVITE, OVS_SETTLE_LATER);
      ovs_settle_employer (reading, tx, OVS_INTENT_BLOCK, OVS_SETTLE_LATER);
      ovs_settle_employer (reading, tx, OVS_INTENT_REINSTATE, OVS_SETTLE_LATER);
    }
  g_ptr_array_set_size (reading->items, 0);
}

void
ovs_run_record_each (OvsRun *run, OvsTx *tx, gint64 sequence, OvsReadingFunc before, OvsReadingFunc after, gpointer data)
{
  ovs_announced_note (tx, run->loket);
  for (guint i = 0; i < run->readings->len && !ovs_tx_failed (tx); i++)
    {
      OvsReading *reading = g_ptr_array_index (run->readings, i);
      g_autoptr (GBytes) content = ovs_aside_get (tx, run, reading->employer);

      if (content != NULL)
        ovs_reading_unpack (reading, content);
      if (before != NULL)
        before (tx, reading, data);
      record (run, tx, reading, sequence);
      if (after != NULL)
        after (tx, reading, data);
      ovs_reading_forget (reading);
    }
  ovs_file_results_settle (tx, sequence);
  ovs_aside_clear (tx, run);
  ovs_file_results_settle (tx, sequence);
}

void
ovs_run_record (OvsRun *run, OvsTx *tx, gint64 sequence)
{
  ovs_run_record_each (run, tx, sequence, NULL, NULL, NULL);
}

/* --- its end --- */

OvsRunEnding
ovs_run_get_ending (OvsRun *run, const GError *failure)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return OVS_RUN_ENDING_STOPPED;
  if (failure != NULL || run->stopped)
    return OVS_RUN_ENDING_FAILED;
  return ovs_run_control_may_send (run->control) ? OVS_RUN_ENDING_DONE : OVS_RUN_ENDING_STOPPED;
}

void
ovs_run_count (OvsRun *run, OvsTx *tx)
{
  g_autoptr (GArray) employers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < run->readings->len; i++)
    g_array_append_val (employers, ((OvsReading *) g_ptr_array_index (run->readings, i))->employer);
  ovs_tally_make_outcomes (tx, ovs_tx_today (tx), employers);
}

typedef struct
{
  OvsRun *run;     /* (unowned) */
  GError *failure; /* (owned) (nullable) */
} End;

static void
end_free (gpointer data)
{
  End *end = data;

  g_clear_error (&end->failure);
  g_free (end);
}

static gboolean
write_end (OvsTx *tx, gpointer data, GError **error)
{
  End *end = data;

  ovs_aside_keep_few_pages (tx, FALSE);
  ovs_announced_keep_prefixes (tx, end->run->loket);
  ovs_run_count (end->run, tx);
  ovs_runs_end (tx, end->run->id, ovs_run_get_ending (end->run, end->failure));
  return TRUE;
}

static void
on_end_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  End *end = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean written = ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error);

  ovs_memory_trim ();
  /* What ended the run is told rather than what came of it. */
  if (end->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&end->failure));
  else if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The error tells of the one request that met it, and not of what went before. */
static void
tell_what_was_sent (GError *failure)
{
  g_autofree char *cause = g_steal_pointer (&failure->message);

  failure->message = g_strdup_printf ("%s %s", cause, _ ("What was sent already is written down and does not go out twice. Do the same again to go on."));
}

void
ovs_run_end_async (OvsRun *run, const GError *failure, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  End *end = g_new0 (End, 1);

  end->run = run;
  end->failure = failure != NULL ? g_error_copy (failure) : NULL;
  if (run->sent && ovs_run_get_ending (run, failure) == OVS_RUN_ENDING_FAILED && failure != NULL)
    tell_what_was_sent (end->failure);
  g_task_set_source_tag (task, ovs_run_end_async);
  g_task_set_task_data (task, end, end_free);
  ovs_dossier_write_async (run->dossier, write_end, end, NULL, on_end_written, task);
}

gboolean
ovs_run_end_finish (OvsRun *run, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
