/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-practice-database"

#include "config.h"

#include "practice/database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <string.h>

struct _OvsPracticeDb
{
  sqlite3 *handle;  /* (owned) */
  GHashTable *idle; /* (owned) SQL text to a statement that nobody uses */
  GError *failure;  /* (owned) (nullable) the first one of this transaction */
};

struct _OvsPracticeRows
{
  OvsPracticeDb *db;
  sqlite3_stmt *statement; /* (owned) (nullable) NULL after a failure */
  gboolean once;           /* its SQL was put together for one question: not worth keeping */
};

static void
fail (OvsPracticeDb *db)
{
  if (db->failure != NULL)
    return;
  g_debug ("SQLite: %s", sqlite3_errmsg (db->handle));
  db->failure = g_error_new (
      G_IO_ERROR, G_IO_ERROR_FAILED,
      _ ("The file of the practice Loket cannot be read or written (%s). Check the free space and the "
         "rights of its folder, then start it again."),
      sqlite3_errstr (sqlite3_extended_errcode (db->handle)));
}

static sqlite3_stmt *
take_statement (OvsPracticeDb *db, const char *sql)
{
  gpointer key, statement;

  if (db->failure != NULL)
    return NULL;
  if (g_hash_table_steal_extended (db->idle, sql, &key, &statement))
    return statement;
  statement = NULL;
  if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, (sqlite3_stmt **) &statement,
                          NULL) != SQLITE_OK)
    fail (db);
  return statement;
}

static void
give_back (OvsPracticeDb *db, sqlite3_stmt *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  /* The key is the statement's own text; a twin that was in use twice goes. */
  g_hash_table_replace (db->idle, (gpointer) sqlite3_sql (statement), statement);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
bind_arguments (sqlite3_stmt *statement, const char *letters, va_list arguments)
{
  for (int i = 0; letters[i] != '\0'; i++)
    {
      int at = i + 1;

      switch (letters[i])
        {
        case 'i':
          sqlite3_bind_int (statement, at, va_arg (arguments, int));
          break;
        case 'l':
          sqlite3_bind_int64 (statement, at, va_arg (arguments, gint64));
          break;
        case 't':
          sqlite3_bind_text (statement, at, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'd':
          {
            OvsDay day = va_arg (arguments, OvsDay);
            if (day != OVS_NO_DAY)
              sqlite3_bind_int (statement, at, day);
            break;
          }
        default:
          g_assert_not_reached ();
        }
    }
}

static gboolean
prepare_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0 || fchmod (fd, 0600) != 0)
    {
      int number = errno;
      if (fd >= 0)
        g_close (fd, NULL);
      g_set_error (
          error, G_IO_ERROR, g_io_error_from_errno (number),
          _ ("The practice Loket cannot keep its file in %s: %s. Choose another folder with --data."), path,
          g_strerror (number));
      return FALSE;
    }
  return g_close (fd, error);
}

OvsPracticeDb *
ovs_practice_db_open (const char *path, GError **error)
{
  g_autoptr (OvsPracticeDb) db = NULL;
  /* It need not survive the machine, only the process. */
  static const char *pragmas =
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;"
      "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
      /* A big office's leap of the clock touches pages all over the file: kept at hand, and copied home seldom. */
      "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4096;";

  if (path != NULL && !prepare_file (path, error))
    return NULL;

  db = g_new0 (OvsPracticeDb, 1);
  db->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  /* SQLite removes a file without a name by itself. */
  if (sqlite3_open_v2 (path != NULL ? path : "", &db->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
      sqlite3_exec (db->handle, pragmas, NULL, NULL, NULL) != SQLITE_OK)
    {
      fail (db);
      g_propagate_error (error, g_steal_pointer (&db->failure));
      return NULL;
    }
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return g_steal_pointer (&db);
}

void
ovs_practice_db_close (OvsPracticeDb *db)
{
  g_hash_table_unref (db->idle);
  sqlite3_close (db->handle);
  g_clear_error (&db->failure);
  g_free (db);
}

void
ovs_practice_db_begin (OvsPracticeDb *db)
{
  g_clear_error (&db->failure);
  ovs_practice_db_run (db, "BEGIN IMMEDIATE", "");
}

void
ovs_practice_db_begin_reading (OvsPracticeDb *db)
{
  g_clear_error (&db->failure);
  ovs_practice_db_run (db, "BEGIN", "");
}

void
ovs_practice_db_undo (OvsPracticeDb *db)
{
  g_clear_error (&db->failure);
  if (!sqlite3_get_autocommit (db->handle))
    ovs_practice_db_run (db, "ROLLBACK", "");
  g_clear_error (&db->failure);
}

gboolean
ovs_practice_db_end (OvsPracticeDb *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  ovs_practice_db_run (db, "COMMIT", "");
  if (db->failure == NULL)
    return TRUE;
  failure = g_steal_pointer (&db->failure);
  ovs_practice_db_undo (db);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

int
ovs_practice_db_run (OvsPracticeDb *db, const char *sql, const char *letters, ...)
{
  sqlite3_stmt *statement = take_statement (db, sql);
  int result;
  va_list arguments;

  if (statement == NULL)
    return 0;
  va_start (arguments, letters);
  bind_arguments (statement, letters, arguments);
  va_end (arguments);
  do
    result = sqlite3_step (statement);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    fail (db);
  give_back (db, statement);
  return db->failure == NULL ? sqlite3_changes (db->handle) : 0;
}

gint64
ovs_practice_db_version (OvsPracticeDb *db)
{
  gint64 others = ovs_practice_db_number (db, 0, "PRAGMA data_version", "");

  return others << 32 | (guint) sqlite3_total_changes (db->handle);
}

gint64
ovs_practice_db_last_id (OvsPracticeDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

static OvsPracticeRows *
rows_new (OvsPracticeDb *db, const char *sql)
{
  OvsPracticeRows *rows = g_new0 (OvsPracticeRows, 1);

  rows->db = db;
  rows->statement = take_statement (db, sql);
  return rows;
}

OvsPracticeRows *
ovs_practice_db_query (OvsPracticeDb *db, const char *sql, const char *letters, ...)
{
  OvsPracticeRows *rows = rows_new (db, sql);
  va_list arguments;

  if (rows->statement == NULL)
    return rows;
  va_start (arguments, letters);
  bind_arguments (rows->statement, letters, arguments);
  va_end (arguments);
  return rows;
}

OvsPracticeRows *
ovs_practice_db_query_array (OvsPracticeDb *db, const char *sql, GArray *values, gboolean again)
{
  OvsPracticeRows *rows = rows_new (db, sql);

  rows->once = !again;
  for (guint i = 0; rows->statement != NULL && i < values->len; i++)
    {
      const OvsPracticeValue *value = &g_array_index (values, OvsPracticeValue, i);

      if (value->kind == OVS_PRACTICE_VALUE_INT)
        sqlite3_bind_int64 (rows->statement, i + 1, value->number);
      else if (value->kind == OVS_PRACTICE_VALUE_TEXT)
        sqlite3_bind_text (rows->statement, i + 1, value->text, -1, SQLITE_TRANSIENT);
    }
  return rows;
}

gint64
ovs_practice_db_number (OvsPracticeDb *db, gint64 otherwise, const char *sql, const char *letters, ...)
{
  g_autoptr (OvsPracticeRows) rows = rows_new (db, sql);
  va_list arguments;

  if (rows->statement == NULL)
    return otherwise;
  va_start (arguments, letters);
  bind_arguments (rows->statement, letters, arguments);
  va_end (arguments);
  return ovs_practice_rows_next (rows) ? ovs_practice_rows_number (rows, 0) : otherwise;
}

static void
clear_value (gpointer data)
{
  g_clear_pointer (&((OvsPracticeValue *) data)->text, g_free);
}

GArray *
ovs_practice_values_new (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (OvsPracticeValue));

  g_array_set_clear_func (values, clear_value);
  return values;
}

void
ovs_practice_values_add_number (GArray *values, gint64 number)
{
  OvsPracticeValue value = { .kind = OVS_PRACTICE_VALUE_INT, .number = number };

  g_array_append_val (values, value);
}

void
ovs_practice_values_add_text (GArray *values, const char *text)
{
  OvsPracticeValue value = { .kind = text != NULL ? OVS_PRACTICE_VALUE_TEXT : OVS_PRACTICE_VALUE_NULL,
                             .text = g_strdup (text) };

  g_array_append_val (values, value);
}

gboolean
ovs_practice_rows_next (OvsPracticeRows *rows)
{
  int result;

  if (rows->statement == NULL || rows->db->failure != NULL)
    return FALSE;
  result = sqlite3_step (rows->statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    fail (rows->db);
  return FALSE;
}

void
ovs_practice_rows_free (OvsPracticeRows *rows)
{
  if (rows->once)
    sqlite3_finalize (rows->statement);
  else
    give_back (rows->db, rows->statement);
  g_free (rows);
}

const char *
ovs_practice_rows_text (OvsPracticeRows *rows, int column)
{
  return (const char *) sqlite3_column_text (rows->statement, column);
}

gint64
ovs_practice_rows_number (OvsPracticeRows *rows, int column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

gboolean
ovs_practice_rows_is_null (OvsPracticeRows *rows, int column)
{
  return sqlite3_column_type (rows->statement, column) == SQLITE_NULL;
}

OvsDay
ovs_practice_rows_day (OvsPracticeRows *rows, int column)
{
  return sqlite3_column_int (rows->statement, column);
}
