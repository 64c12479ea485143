/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/inform/piece-keeper.h"

#include "letters/piece-text.h"

typedef struct _Job Job;

struct _Job
{
  OvsPiece piece;
  char *language; /* (nullable) */
  char *source;   /* (nullable) */
  char *expected; /* (nullable) */
  GFile *file;    /* (owned) (nullable) */
  void (*work) (GTask *task, const Job *job);
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->language);
  g_free (job->source);
  g_free (job->expected);
  g_clear_object (&job->file);
  g_free (job);
}

void
ovs_piece_kept_free (OvsPieceKept *kept)
{
  g_free (kept->source);
  g_free (kept->original);
  g_free (kept->draft);
  g_free (kept->previous);
  g_free (kept->toolkit_file);
  g_free (kept->trouble);
  g_free (kept);
}

/* --- one after the other ------------------------------------------------------------------------------------------------- */

static void
run (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);

  job->work (task, job);
}

static void
start (const Job *job, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  static GThreadPool *pool = NULL;
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Job *copy = g_new0 (Job, 1);

  if (pool == NULL)
    pool = g_thread_pool_new (run, NULL, 1, FALSE, NULL);
  *copy = (Job){ job->piece, g_strdup (job->language), g_strdup (job->source), g_strdup (job->expected), NULL, job->work };
  g_set_object (&copy->file, job->file);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, copy, job_free);
  g_thread_pool_push (pool, task, NULL);
}

/* @error: (transfer full) (nullable) */
static void
finish (GTask *task, GError *error)
{
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- loading ------------------------------------------------------------------------------------------------------------- */

static char *
unless_same (char *text, const char *other)
{
  if (g_strcmp0 (text, other) == 0)
    g_clear_pointer (&text, g_free);
  return text;
}

static void
load (GTask *task, const Job *job)
{
  OvsPieceKept *kept = g_new0 (OvsPieceKept, 1);
  g_autoptr (GError) error = NULL;

  kept->source = ovs_piece_store_read (job->piece, job->language, NULL, &error);
  kept->original = ovs_piece_store_original (job->piece, job->language);
  kept->draft = unless_same (ovs_piece_store_read_draft (job->piece, job->language), kept->source);
  kept->previous = unless_same (ovs_piece_store_read_previous (job->piece, job->language), kept->source);
  kept->trouble = error != NULL ? g_strdup (error->message) : NULL;
  kept->toolkit_file = job->language == NULL ? ovs_piece_text_find_toolkit_file (job->piece) : NULL;
  g_task_return_pointer (task, kept, (GDestroyNotify) ovs_piece_kept_free);
}

void
ovs_piece_keeper_load_async (OvsPiece piece, const char *language, GAsyncReadyCallback callback, gpointer user_data)
{
  start (&(Job){ .piece = piece, .language = (char *) language, .work = load }, ovs_piece_keeper_load_async, callback, user_data);
}

OvsPieceKept *
ovs_piece_keeper_load_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* --- keeping ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_as_expected (const Job *job)
{
  g_autofree char *there = ovs_piece_store_read (job->piece, job->language, NULL, NULL);

  return job->expected == NULL || g_strcmp0 (there, job->expected) == 0;
}

static void
save (GTask *task, const Job *job)
{
  GError *error = NULL;

  if (!is_as_expected (job))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "The text was changed elsewhere");
      return;
    }
  if (ovs_piece_text_save (job->piece, job->language, job->source, &error))
    ovs_piece_store_keep_draft (job->piece, job->language, NULL, &error);
  finish (task, error);
}

void
ovs_piece_keeper_save_async (OvsPiece piece,
                             const char *language,
                             const char *source,
                             const char *expected,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  start (&(Job){ .piece = piece, .language = (char *) language, .source = (char *) source, .expected = (char *) expected, .work = save },
         ovs_piece_keeper_save_async, callback, user_data);
}

gboolean
ovs_piece_keeper_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
keep_draft (GTask *task, const Job *job)
{
  GError *error = NULL;

  ovs_piece_store_keep_draft (job->piece, job->language, job->source, &error);
  finish (task, error);
}

void
ovs_piece_keeper_draft_async (OvsPiece piece, const char *language, const char *source, GAsyncReadyCallback callback, gpointer user_data)
{
  start (&(Job){ .piece = piece, .language = (char *) language, .source = (char *) source, .work = keep_draft }, ovs_piece_keeper_draft_async,
         callback, user_data);
}

gboolean
ovs_piece_keeper_draft_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
restore (GTask *task, const Job *job)
{
  GError *error = NULL;

  ovs_piece_store_restore (job->piece, job->language, &error);
  finish (task, error);
}

void
ovs_piece_keeper_restore_async (OvsPiece piece, const char *language, GAsyncReadyCallback callback, gpointer user_data)
{
  start (&(Job){ .piece = piece, .language = (char *) language, .work = restore }, ovs_piece_keeper_restore_async, callback, user_data);
}

static void
keep_file (GTask *task, const Job *job)
{
  GError *error = NULL;

  ovs_piece_text_set_toolkit_file (job->piece, job->file, &error);
  finish (task, error);
}

void
ovs_piece_keeper_file_async (OvsPiece piece, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  start (&(Job){ .piece = piece, .file = file, .work = keep_file }, ovs_piece_keeper_file_async, callback, user_data);
}
