/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-dossier"

#include "dossier/transaction.h"

#include "dossier/error.h"

/* How many steps of SQLite's machine pass between two looks at the cancellable. */
#define PROGRESS_STEPS 2000

struct _OvsTx
{
  sqlite3 *handle;        /* (unowned) */
  OvsClock *clock;        /* (owned) */
  GHashTable *statements; /* (owned) SQL constant -> sqlite3_stmt */
  GCancellable *cancellable; /* (owned) (nullable) of the running transaction */
  GError *error;          /* (owned) (nullable) the first failure */
  gint64 now;
  char *now_text;
  gboolean dry_run;
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static int
check_cancelled (gpointer data)
{
  OvsTx *tx = data;

  return tx->cancellable != NULL && g_cancellable_is_cancelled (tx->cancellable);
}

OvsTx *
ovs_tx_new (sqlite3 *handle, OvsClock *clock)
{
  OvsTx *tx = g_new0 (OvsTx, 1);

  tx->handle = handle;
  tx->clock = g_object_ref (clock);
  tx->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);
  sqlite3_progress_handler (handle, PROGRESS_STEPS, check_cancelled, tx);
  return tx;
}

void
ovs_tx_free (OvsTx *tx)
{
  if (tx == NULL)
    return;
  sqlite3_progress_handler (tx->handle, 0, NULL, NULL);
  g_hash_table_unref (tx->statements);
  g_clear_object (&tx->clock);
  g_clear_object (&tx->cancellable);
  g_clear_error (&tx->error);
  g_free (tx->now_text);
  g_free (tx);
}

void
ovs_tx_fail (OvsTx *tx, GError *error)
{
  if (tx->error == NULL)
    tx->error = error;
  else
    g_error_free (error);
}

static void
fail_with_code (OvsTx *tx, int code)
{
  ovs_tx_fail (tx, ovs_dossier_error_from_sqlite (code, sqlite3_errmsg (tx->handle)));
}

gboolean
ovs_tx_failed (OvsTx *tx)
{
  return tx->error != NULL;
}

void
ovs_tx_set_dry_run (OvsTx *tx)
{
  tx->dry_run = TRUE;
}

gint64
ovs_tx_now (OvsTx *tx)
{
  return tx->now;
}

const char *
ovs_tx_now_text (OvsTx *tx)
{
  return tx->now_text;
}

OvsDay
ovs_tx_today (OvsTx *tx)
{
  return ovs_clock_day_of (tx->now);
}

sqlite3 *
ovs_tx_handle (OvsTx *tx)
{
  return tx->handle;
}

void
ovs_tx_begin (OvsTx *tx, gboolean write, GCancellable *cancellable)
{
  g_clear_error (&tx->error);
  g_set_object (&tx->cancellable, cancellable);
  tx->now = ovs_clock_now (tx->clock);
  g_free (tx->now_text);
  tx->now_text = ovs_clock_to_iso (tx->now);
  tx->dry_run = FALSE;
  /* IMMEDIATE: a writer learns at once that it cannot write, not in the middle. */
  ovs_tx_exec (tx, write ? "BEGIN IMMEDIATE" : "BEGIN");
}

gboolean
ovs_tx_end (OvsTx *tx, gboolean commit, GError **error)
{
  g_clear_object (&tx->cancellable);

  if (commit && !tx->dry_run && tx->error == NULL)
    ovs_tx_exec (tx, "COMMIT");
  if (!sqlite3_get_autocommit (tx->handle))
    sqlite3_exec (tx->handle, "ROLLBACK", NULL, NULL, NULL);

  if (tx->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&tx->error));
  return FALSE;
}

void
ovs_tx_undo_part (OvsTx *tx, GError **error)
{
  g_autoptr (GError) failure = g_steal_pointer (&tx->error);

  /* Where SQLite has given up the whole transaction, nobody's part can stand. */
  if (sqlite3_get_autocommit (tx->handle))
    tx->error = failure != NULL ? g_error_copy (failure) : ovs_dossier_error_from_sqlite (SQLITE_ABORT, "gone");
  else
    ovs_tx_exec (tx, "ROLLBACK TO part; RELEASE part");
  if (failure != NULL && error != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
}

static sqlite3_stmt *
get_statement (OvsTx *tx, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (tx->statements, sql);

  if (tx->error != NULL)
    return NULL;
  if (statement != NULL && !sqlite3_stmt_busy (statement))
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  g_return_val_if_fail (statement == NULL, NULL);

  int code = sqlite3_prepare_v3 (tx->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      g_debug ("cannot prepare: %s", sqlite3_errmsg (tx->handle));
      fail_with_code (tx, code);
      return NULL;
    }
  g_hash_table_insert (tx->statements, (gpointer) sql, statement);
  return statement;
}

static int
bind_day (sqlite3_stmt *statement, int index, OvsDay day)
{
  char text[OVS_DAY_ISO_SIZE];

  return day == OVS_NO_DAY ? sqlite3_bind_null (statement, index)
                           : sqlite3_bind_text (statement, index, ovs_day_write_iso (day, text), OVS_DAY_ISO_SIZE - 1, SQLITE_TRANSIENT);
}

/* @keep: SQLITE_STATIC where what is bound lives as long as the statement runs, else SQLITE_TRANSIENT. */
static void
bind_all (sqlite3_stmt *statement, sqlite3_destructor_type keep, const char *types, va_list args)
{
  for (int index = 1; *types != '\0'; types++, index++)
    switch (*types)
      {
      case 'i':
        sqlite3_bind_int64 (statement, index, va_arg (args, gint64));
        break;
      case 'b':
        sqlite3_bind_int (statement, index, va_arg (args, gboolean));
        break;
      case 's':
        sqlite3_bind_text (statement, index, va_arg (args, const char *), -1, keep);
        break;
      case 'd':
        bind_day (statement, index, va_arg (args, OvsDay));
        break;
      case 'x':
        {
          gconstpointer bytes = va_arg (args, gconstpointer);
          gsize length = va_arg (args, gsize);
          if (bytes == NULL)
            sqlite3_bind_null (statement, index);
          else
            sqlite3_bind_blob64 (statement, index, bytes, length, keep);
          break;
        }
      default:
        g_assert_not_reached ();
      }
}

static OvsRows
open_rows (OvsTx *tx, const char *sql, sqlite3_destructor_type keep, const char *types, va_list args)
{
  OvsRows rows = { tx, get_statement (tx, sql) };

  if (rows.statement != NULL)
    bind_all (rows.statement, keep, types, args);
  return rows;
}

OvsRows
ovs_rows_open (OvsTx *tx, const char *sql, const char *types, ...)
{
  va_list args;

  va_start (args, types);
  OvsRows rows = open_rows (tx, sql, SQLITE_TRANSIENT, types, args);
  va_end (args);
  return rows;
}

gboolean
ovs_rows_next (OvsRows *rows)
{
  if (rows->statement == NULL)
    return FALSE;

  int code = sqlite3_step (rows->statement);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    {
      g_debug ("cannot step: %s", sqlite3_errmsg (rows->tx->handle));
      fail_with_code (rows->tx, code);
    }
  ovs_rows_close (rows);
  return FALSE;
}

void
ovs_rows_close (OvsRows *rows)
{
  if (rows->statement != NULL)
    sqlite3_reset (rows->statement);
  rows->statement = NULL;
}

gint64
ovs_rows_int (OvsRows *rows, int column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

const char *
ovs_rows_text (OvsRows *rows, int column)
{
  return (const char *) sqlite3_column_text (rows->statement, column);
}

GBytes *
ovs_rows_bytes (OvsRows *rows, int column)
{
  gconstpointer data = sqlite3_column_blob (rows->statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (rows->statement, column));
}

OvsDay
ovs_rows_day (OvsRows *rows, int column)
{
  OvsDay day;

  ovs_day_parse_iso (ovs_rows_text (rows, column), &day);
  return day;
}

OvsDay
ovs_rows_day_of (OvsRows *rows, int column)
{
  gint64 instant;

  return ovs_clock_parse_iso (ovs_rows_text (rows, column), &instant) ? ovs_clock_day_of (instant) : OVS_NO_DAY;
}

gboolean
ovs_tx_run (OvsTx *tx, const char *sql, const char *types, ...)
{
  va_list args;

  va_start (args, types);
  OvsRows rows = open_rows (tx, sql, SQLITE_STATIC, types, args);
  va_end (args);
  while (ovs_rows_next (&rows))
    ;
  return tx->error == NULL;
}

gboolean
ovs_tx_exec (OvsTx *tx, const char *script)
{
  if (tx->error != NULL)
    return FALSE;

  int code = sqlite3_exec (tx->handle, script, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    fail_with_code (tx, code);
  return tx->error == NULL;
}

gint64
ovs_tx_last_id (OvsTx *tx)
{
  return sqlite3_last_insert_rowid (tx->handle);
}

int
ovs_tx_changes (OvsTx *tx)
{
  return sqlite3_changes (tx->handle);
}

gboolean
ovs_tx_get_int (OvsTx *tx, gint64 *value, const char *sql, const char *types, ...)
{
  va_list args;
  gboolean found;

  va_start (args, types);
  OvsRows rows = open_rows (tx, sql, SQLITE_STATIC, types, args);
  va_end (args);
  found = ovs_rows_next (&rows);
  *value = found ? ovs_rows_int (&rows, 0) : 0;
  ovs_rows_close (&rows);
  return found;
}

char *
ovs_tx_get_text (OvsTx *tx, const char *sql, const char *types, ...)
{
  va_list args;
  char *text = NULL;

  va_start (args, types);
  OvsRows rows = open_rows (tx, sql, SQLITE_STATIC, types, args);
  va_end (args);
  if (ovs_rows_next (&rows))
    text = g_strdup (ovs_rows_text (&rows, 0));
  ovs_rows_close (&rows);
  return text;
}
