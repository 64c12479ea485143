/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-dossier"

#include "config.h"

#include "dossier/dossier.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/test-limit.h"
#include "dossier/backup-copy.h"
#include "dossier/lease.h"
#include "dossier/migrations.h"
#include "dossier/purge-finish.h"
#include "dossier/purged.h"
#include "dossier/settings.h"
#include "dossier/stale.h"
#include "dossier/statement-journal.h"
#include "dossier/worker.h"

/* File systems on which shared memory between computers does not work, so that WAL would damage the file; see statfs(2). */
static const guint32 remote_file_systems[] = { 0x6969 /* NFS */, 0x517b /* SMB */, 0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */,
                                               0x65735546 /* FUSE */, 0x01021997 /* 9P */ };

/* How long a connection waits for a lock of another one before it gives up. */
#define BUSY_MILLISECONDS 5000

/* Who only reads has the pages of the system as well. */
#define CACHE_TO_READ "PRAGMA cache_size = -4096;"

struct _OvsDossier
{
  GObject parent_instance;

  char *path;
  OvsDossierMode mode;
  OvsClock *clock;
  OvsWorker *writer; /* (owned) (nullable) when opened to write */
  OvsWorker *reader; /* (owned) (nullable) */
  gboolean leased;   /* the lease is ours to give back */
};

G_DEFINE_FINAL_TYPE (OvsDossier, ovs_dossier, G_TYPE_OBJECT)

static void
ovs_dossier_finalize (GObject *object)
{
  OvsDossier *self = OVS_DOSSIER (object);

  ovs_dossier_close (self);
  g_free (self->path);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (ovs_dossier_parent_class)->finalize (object);
}

static void
ovs_dossier_class_init (OvsDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_dossier_finalize;
}

static void
ovs_dossier_init (OvsDossier *self)
{
  self->clock = ovs_clock_new ();
}

static gboolean
is_remote (const char *path)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (remote_file_systems); i++)
    if ((guint32) info.f_type == remote_file_systems[i])
      return TRUE;
  return FALSE;
}

static gboolean
prepare_connection (sqlite3 *handle, const char *path, gboolean write, GError **error)
{
  const char *journal = is_remote (path) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";
  guint most_pages = ovs_test_limit ("OVERSTAP_MOST_PAGES", 0);
  int code;

  code = sqlite3_exec (handle, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (handle, write ? OVS_DOSSIER_CACHE_TO_WRITE : CACHE_TO_READ, NULL, NULL, NULL);
  if (code == SQLITE_OK && write)
    code = sqlite3_exec (handle, journal, NULL, NULL, NULL);
  if (code == SQLITE_OK && write)
    code = sqlite3_exec (handle, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;", NULL, NULL, NULL);
  if (code == SQLITE_OK && write && most_pages > 0)
    {
      g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %u", most_pages);
      code = sqlite3_exec (handle, limit, NULL, NULL, NULL);
    }
  if (code == SQLITE_OK)
    return TRUE;
  g_propagate_error (error, ovs_dossier_error_from_sqlite (code, sqlite3_errmsg (handle)));
  return FALSE;
}

/* SQLite then keeps no count of its memory, for which every piece of it would take a lock. Where it is in use already, it stays as it is. */
static void
prepare_library (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

/* Opens the file and changes nothing in it: what it is, is found out next. */
static sqlite3 *
connect_file (const char *path, gboolean write, gboolean immutable, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=%s%s", escaped, write ? "rw" : "ro", immutable ? "&immutable=1" : "");
  sqlite3 *handle = NULL;

  prepare_library ();

  int code = sqlite3_open_v2 (uri, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, ovs_statement_journal_vfs ());

  if (code == SQLITE_OK)
    {
      sqlite3_extended_result_codes (handle, 1);
      sqlite3_busy_timeout (handle, BUSY_MILLISECONDS);
      return handle;
    }
  g_propagate_error (error, ovs_dossier_error_from_sqlite (code, sqlite3_errmsg (handle)));
  sqlite3_close (handle);
  return NULL;
}

static int
read_number (sqlite3 *handle, const char *pragma)
{
  sqlite3_stmt *statement = NULL;
  int number = -1;

  if (sqlite3_prepare_v2 (handle, pragma, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static gboolean
check_kind (sqlite3 *handle, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (read_number (handle, "PRAGMA application_id") != OVS_DOSSIER_APPLICATION_ID)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER,
                   _ ("“%s” is not a dossier of Overstap. Choose a file that ends in .overstap."), name);
      return FALSE;
    }
  if (ovs_migrations_version (handle) > OVS_SCHEMA_VERSION)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_TOO_NEW,
                   _ ("“%s” was made by a newer version of Overstap. Install that version to open it."), name);
      return FALSE;
    }
  return TRUE;
}

/*
 * What SQLite would say in its own words, said in ours before it is asked. The file is not opened for it: to close it again would
 * drop the locks of a dossier that this process has open already.
 */
static gboolean
check_file (const char *path, gboolean write, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER,
                   _ ("“%s” is a folder, not a dossier. Choose a file that ends in .overstap."), name);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_MISSING,
                   _ ("There is no dossier “%s”. Check the name, or make one with “overstap new”."), name);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER,
                   _ ("“%s” is not a dossier of Overstap. Choose a file that ends in .overstap."), name);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                   _ ("“%s” may not be read by you. Ask its owner, or choose another file."), name);
      return FALSE;
    }
  if (!write || g_access (path, W_OK) == 0)
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
               _ ("“%s” cannot be written in this place. Copy it to a folder of your own."), name);
  return FALSE;
}

static gboolean
take_lease (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_lease_take (tx, error);
}

static gboolean
watch_changes (OvsTx *tx, gpointer unused, GError **error)
{
  ovs_stale_watch (tx);
  return TRUE;
}

static gboolean
read_clock (OvsTx *tx, gpointer data, GError **error)
{
  OvsClock *clock = data;
  gint64 offset = ovs_settings_get_int (tx, OVS_SETTING_CLOCK_OFFSET);

  if (offset != 0)
    ovs_clock_set_now (clock, ovs_clock_now (clock) + offset - ovs_clock_get_offset (clock));
  return TRUE;
}

char *
ovs_dossier_backup (OvsDossier *self, const char *reason, GError **error)
{
  g_return_val_if_fail (self->writer != NULL, NULL);
  return ovs_backup_copy (self->writer, self->path, reason, error);
}

static gboolean
bring_up_to_date (OvsDossier *self, int version, GError **error)
{
  g_autofree char *reason = g_strdup_printf ("version-%d", version);
  g_autofree char *backup = NULL;

  if (version == OVS_SCHEMA_VERSION)
    return TRUE;
  backup = ovs_dossier_backup (self, reason, error);
  return backup != NULL && ovs_worker_run (self->writer, ovs_migrations_run, NULL, NULL, error);
}

void
ovs_dossier_run_bare (OvsDossier *self, void (*func) (sqlite3 *handle, gpointer data), gpointer data)
{
  g_return_if_fail (self->writer != NULL);
  ovs_worker_run_bare (self->writer, func, data);
}

/* What a purge left is the numbers as they were: nothing is to change them any more. */
static gboolean
check_may_write (OvsTx *tx, gpointer unused, GError **error)
{
  OvsDay purged = ovs_purged_day (tx);
  g_autofree char *day = NULL;

  if (!ovs_lease_check (tx, NULL, error))
    return FALSE;
  if (purged == OVS_NO_DAY || ovs_purged_is_begun (tx))
    return TRUE;
  day = ovs_day_to_dutch (purged);
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
               _ ("The personal data were removed from this dossier on %s. Its numbers and its trail can be read; nothing changes in it any more."), day);
  return FALSE;
}

gboolean
ovs_dossier_finish_purge (OvsDossier *self, guint *backups, GError **error)
{
  g_return_val_if_fail (self->writer != NULL, FALSE);
  return ovs_purge_finish_begun (self->writer, self->path, backups, error);
}

static gboolean
hold_lease (OvsDossier *self, GError **error)
{
  if (!self->leased)
    self->leased = ovs_worker_run (self->writer, take_lease, NULL, NULL, error);
  return self->leased;
}

static gboolean
start_writing (OvsDossier *self, gboolean fresh, GError **error)
{
  sqlite3 *handle = connect_file (self->path, TRUE, FALSE, error);
  int version;

  if (handle == NULL)
    return FALSE;
  if ((!fresh && !check_kind (handle, self->path, error)) || !prepare_connection (handle, self->path, TRUE, error))
    {
      sqlite3_close (handle);
      return FALSE;
    }
  version = ovs_migrations_version (handle);
  self->writer = ovs_worker_new (handle, self->clock, TRUE);
  /* Nobody's schema is changed beneath him; only a file without any has no lease to ask for yet. */
  if (version > 0 && !hold_lease (self, error))
    return FALSE;
  if (fresh ? !ovs_worker_run (self->writer, ovs_migrations_run, NULL, NULL, error) : !bring_up_to_date (self, version, error))
    return FALSE;
  if (!hold_lease (self, error) || !ovs_worker_run (self->writer, watch_changes, NULL, NULL, error))
    return FALSE;
  ovs_worker_set_gate (self->writer, check_may_write, NULL);
  ovs_worker_set_idle (self->writer, ovs_lease_beat, NULL, OVS_LEASE_HEARTBEAT);
  /* What was killed in the middle is finished before anybody works on. */
  return ovs_dossier_finish_purge (self, NULL, error) && ovs_worker_run (self->writer, check_may_write, NULL, NULL, error);
}

static OvsWorker *
start_reading (OvsDossier *self, GError **error)
{
  g_autoptr (GError) first = NULL;
  sqlite3 *handle = connect_file (self->path, FALSE, FALSE, &first);

  if (handle != NULL && read_number (handle, "PRAGMA schema_version") < 0)
    {
      /* A folder that cannot be written has no room for WAL's own files; nobody can be writing there either. */
      sqlite3_close (handle);
      handle = connect_file (self->path, FALSE, TRUE, &first);
    }
  if (handle == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return NULL;
    }
  if (!check_kind (handle, self->path, error) || !prepare_connection (handle, self->path, FALSE, error))
    {
      sqlite3_close (handle);
      return NULL;
    }
  return ovs_worker_new (handle, self->clock, FALSE);
}

static gboolean
mark_as_dossier (const char *path, GError **error)
{
  /* Twice SQLite's own page: a big list is then written in half as many pieces. */
  g_autofree char *mark = g_strdup_printf ("PRAGMA page_size = 8192; PRAGMA application_id = %d", OVS_DOSSIER_APPLICATION_ID);
  sqlite3 *handle = connect_file (path, TRUE, FALSE, error);
  int code;

  if (handle == NULL)
    return FALSE;
  code = sqlite3_exec (handle, mark, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    g_propagate_error (error, ovs_dossier_error_from_sqlite (code, sqlite3_errmsg (handle)));
  sqlite3_close (handle);
  return code == SQLITE_OK;
}

OvsDossier *
ovs_dossier_create (const char *path, GError **error)
{
  g_autoptr (OvsDossier) self = g_object_new (OVS_TYPE_DOSSIER, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0 && errno == EEXIST)
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_EXISTS,
                 _ ("“%s” exists already and is left as it is. Choose another name."), name);
  else if (fd < 0)
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                 _ ("“%s” cannot be made here: %s. Choose a folder of your own."), name, g_strerror (errno));
  if (fd < 0)
    return NULL;
  close (fd);

  self->path = g_strdup (path);
  self->mode = OVS_DOSSIER_TO_WRITE;
  if (mark_as_dossier (path, error) && start_writing (self, TRUE, error))
    return g_steal_pointer (&self);

  ovs_dossier_close (self);
  g_unlink (path);
  return NULL;
}

/* The schema of a file that is a dossier, 0 for anything else: what is wrong with it is found out where it is opened. */
static int
version_of (const char *path)
{
  sqlite3 *handle = connect_file (path, FALSE, FALSE, NULL);
  int version = 0;

  if (handle != NULL && read_number (handle, "PRAGMA application_id") == OVS_DOSSIER_APPLICATION_ID)
    version = ovs_migrations_version (handle);
  sqlite3_close (handle);
  return version;
}

/* The queries of this program need its own schema, also of who only reads. */
static gboolean
bring_up_to_date_to_read (const char *path, GError **error)
{
  g_autoptr (OvsDossier) writer = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  int version = version_of (path);

  if (version <= 0 || version >= OVS_SCHEMA_VERSION)
    return TRUE;
  writer = ovs_dossier_open (path, OVS_DOSSIER_TO_WRITE, &trouble);
  if (writer != NULL)
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, trouble->code,
               _ ("“%s” was made by an older version of Overstap, and has to be brought up to date before it can be read. %s"), name,
               trouble->message);
  return FALSE;
}

OvsDossier *
ovs_dossier_open (const char *path, OvsDossierMode mode, GError **error)
{
  g_autoptr (OvsDossier) self = g_object_new (OVS_TYPE_DOSSIER, NULL);

  self->path = g_strdup (path);
  self->mode = mode;
  if (!check_file (path, mode == OVS_DOSSIER_TO_WRITE, error))
    return NULL;
  if (mode == OVS_DOSSIER_TO_WRITE ? !start_writing (self, FALSE, error) : !bring_up_to_date_to_read (path, error))
    return NULL;
  self->reader = start_reading (self, error);
  if (self->reader == NULL || !ovs_worker_run (self->reader, read_clock, self->clock, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ovs_dossier_close (OvsDossier *self)
{
  g_clear_pointer (&self->reader, ovs_worker_free);
  if (self->leased)
    {
      g_autoptr (GError) ignored = NULL;
      /* Refused where somebody took over: then there is nothing to give back. */
      ovs_worker_set_gate (self->writer, NULL, NULL);
      ovs_worker_run (self->writer, ovs_lease_release, NULL, NULL, &ignored);
      self->leased = FALSE;
    }
  g_clear_pointer (&self->writer, ovs_worker_free);
}

const char *
ovs_dossier_get_path (OvsDossier *self)
{
  return self->path;
}

OvsClock *
ovs_dossier_get_clock (OvsDossier *self)
{
  return self->clock;
}

static gboolean
check_writable (OvsDossier *self, GError **error)
{
  if (self->writer != NULL)
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY, _ ("The dossier was opened to read only."));
  return FALSE;
}

gboolean
ovs_dossier_write (OvsDossier *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  return check_writable (self, error) && ovs_worker_run (self->writer, func, data, cancellable, error);
}

gboolean
ovs_dossier_read (OvsDossier *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  if (self->reader == NULL)
    self->reader = start_reading (self, error);
  return self->reader != NULL && ovs_worker_run (self->reader, func, data, cancellable, error);
}

void
ovs_dossier_write_async (OvsDossier *self,
                         OvsDossierFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, ovs_dossier_write_async);
  /* A write that was committed has happened, whatever was cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  if (!check_writable (self, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_worker_run_task (self->writer, func, data, FALSE, g_steal_pointer (&task));
}

void
ovs_dossier_write_beside_async (OvsDossier *self, OvsDossierFunc func, gpointer data, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, ovs_dossier_write_beside_async);
  if (!check_writable (self, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_worker_run_task (self->writer, func, data, TRUE, g_steal_pointer (&task));
}

gboolean
ovs_dossier_write_finish (OvsDossier *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ovs_dossier_read_async (OvsDossier *self,
                        OvsDossierFunc func,
                        gpointer data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, ovs_dossier_read_async);
  if (self->reader == NULL)
    self->reader = start_reading (self, &error);
  if (self->reader == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_worker_run_task (self->reader, func, data, FALSE, g_steal_pointer (&task));
}

gboolean
ovs_dossier_read_finish (OvsDossier *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
