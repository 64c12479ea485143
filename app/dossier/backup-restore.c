/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/backup-restore.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/crash-point.h"
#include "dossier/backup-pages.h"
#include "dossier/backups.h"
#include "dossier/trail.h"
#include "dossier/verify.h"

/* --- the bench: a copy of the backup, made ready beside the dossier ----------------------------------------------- */

/* The copy holds personal data, so the file is made for its owner only before anything is in it. */
static sqlite3 *
make_bench (const char *bench, GError **error)
{
  int fd = g_open (bench, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  sqlite3 *handle = NULL;

  if (fd < 0)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                   _ ("No copy of the dossier can be made beside it: %s. Nothing was changed."), g_strerror (errno));
      return NULL;
    }
  g_close (fd, NULL);
  sqlite3_open_v2 (bench, &handle, SQLITE_OPEN_READWRITE, NULL);
  return handle;
}

/* Whoever held the backup's dossier when it was made, does not hold this copy. */
static gboolean
copy_to_bench (const char *backup, const char *bench, GError **error)
{
  sqlite3 *from = ovs_backup_pages_open (backup, error);
  sqlite3 *to = from != NULL ? make_bench (bench, error) : NULL;
  int code = SQLITE_OK;

  if (to != NULL)
    {
      code = ovs_backup_pages_copy (from, to);
      if (code == SQLITE_DONE)
        code = sqlite3_exec (to, "DELETE FROM lease", NULL, NULL, NULL);
      if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
        ovs_backup_pages_refuse (backup, error);
      else if (code != SQLITE_OK)
        g_propagate_error (error, ovs_dossier_error_from_sqlite (code, sqlite3_errstr (code)));
    }
  sqlite3_close (from);
  sqlite3_close (to);
  return to != NULL && code == SQLITE_OK;
}

typedef struct
{
  const char *backup;
  OvsBackupSince since;
} Note;

/* Nobody works on in what somebody tampered with. */
static gboolean
try_and_note (OvsTx *tx, gpointer data, GError **error)
{
  Note *note = data;
  g_auto (OvsVerified) verified = { 0 };
  g_autofree char *detail = g_strdup_printf ("{\"entries\": %" G_GINT64_FORMAT ", \"runs\": %" G_GINT64_FORMAT ", \"letters\": %" G_GINT64_FORMAT "}",
                                             note->since.entries, note->since.runs, note->since.letters);
  gint64 sequence;

  ovs_verify_run (tx, &verified);
  if (!ovs_verified_intact (&verified))
    return ovs_backup_pages_refuse (note->backup, error);
  sequence = ovs_trail_begin (tx);
  ovs_trail_end (tx, sequence, "restore", detail, NULL);
  return TRUE;
}

/* Brings the copy to this version too, while the dossier is still what it was. */
static gboolean
make_ready (const char *path, const char *bench, Note *note, GError **error)
{
  g_autoptr (OvsDossier) copy = NULL;

  if (!ovs_backups_clear_bench (path, error) || !copy_to_bench (note->backup, bench, error))
    return FALSE;
  copy = ovs_dossier_open (bench, OVS_DOSSIER_TO_WRITE, error);
  return copy != NULL && ovs_dossier_write (copy, try_and_note, note, NULL, error);
}

/* --- in its place ----------------------------------------------------------------------------------------------- */

typedef struct
{
  sqlite3 *bench;
  int code;
} Move;

static void
move_in (sqlite3 *handle, gpointer data)
{
  Move *move = data;

  move->code = ovs_backup_pages_copy (move->bench, handle);
}

/* SQLite does it as one transaction, also beside somebody who reads. */
static gboolean
replace_content (OvsDossier *dossier, const char *bench, GError **error)
{
  Move move = { ovs_backup_pages_open (bench, error), SQLITE_ERROR };

  if (move.bench == NULL)
    return FALSE;
  ovs_crash_point ("restore-ready");
  ovs_dossier_run_bare (dossier, move_in, &move);
  ovs_crash_point ("restore-moved");
  sqlite3_close (move.bench);
  if (move.code == SQLITE_DONE)
    return TRUE;
  g_propagate_error (error, ovs_dossier_error_from_sqlite (move.code, sqlite3_errstr (move.code)));
  return FALSE;
}

static gboolean
move_file (const char *from, const char *to, const char *beside, GError **error)
{
  g_autofree char *source = g_strconcat (from, beside, NULL);
  g_autofree char *target = g_strconcat (to, beside, NULL);
  g_autofree char *shown = g_filename_display_basename (source);

  if (g_rename (source, target) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY, _ ("“%s” cannot be put in its place: %s. Nothing was lost; try again."), shown,
               g_strerror (errno));
  return FALSE;
}

/* What SQLite cannot read is kept as it is, with its log: somebody may still save something from it. */
static gboolean
replace_file (const char *path, const char *bench, char **kept, GError **error)
{
  g_autofree char *aside = ovs_backups_name (path, OVS_BACKUP_DAMAGED);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    *kept = g_strdup (aside);
  return move_file (path, aside, "-wal", error) && move_file (path, aside, "-shm", error) && move_file (path, aside, "", error)
         && move_file (bench, path, "", error);
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER)
         || g_error_matches (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_MISSING);
}

/* What is there now, kept as a backup. Returns: (transfer full) (nullable). */
static char *
keep (OvsDossier *dossier, Note *note, GError **error)
{
  if (dossier == NULL || !ovs_backup_compare (dossier, note->backup, &note->since, error))
    return NULL;
  return ovs_dossier_backup (dossier, OVS_BACKUP_RESTORE, error);
}

static gboolean
put_in_place (OvsDossier *dossier, const char *path, Note *note, char **kept, GError **error)
{
  g_autofree char *bench = ovs_backups_bench (path);

  if (!make_ready (path, bench, note, error))
    return FALSE;
  return dossier != NULL ? replace_content (dossier, bench, error) : replace_file (path, bench, kept, error);
}

gboolean
ovs_backup_restore (const char *path, const char *backup, char **kept, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (OvsDossier) dossier = ovs_dossier_open (path, OVS_DOSSIER_TO_WRITE, &trouble);
  Note note = { .backup = backup };
  g_autofree char *aside = trouble == NULL ? keep (dossier, &note, &trouble) : NULL;
  gboolean done;

  if (trouble != NULL && !is_damage (trouble))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  /* Not beside the file that takes its place: SQLite would clear away the log of that one with its own. */
  if (aside == NULL)
    g_clear_object (&dossier);
  done = put_in_place (dossier, path, &note, &aside, error);
  g_clear_object (&dossier);
  ovs_backups_clear_bench (path, NULL);
  ovs_backups_prune (path, OVS_BACKUP_RESTORE, OVS_BACKUPS_KEPT);
  if (done && kept != NULL)
    *kept = g_steal_pointer (&aside);
  return done;
}

/* --- without waiting --------------------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *backup;
  char *kept;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->backup);
  g_free (job->kept);
  g_free (job);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (ovs_backup_restore (job->path, job->backup, &job->kept, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_backup_restore_async (const char *path, const char *backup, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->backup = g_strdup (backup);
  g_task_set_source_tag (task, ovs_backup_restore_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

gboolean
ovs_backup_restore_finish (GAsyncResult *result, char **kept, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (kept != NULL)
    *kept = g_steal_pointer (&job->kept);
  return g_task_propagate_boolean (G_TASK (result), error);
}
