/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a transaction that is undone leaves what was there before, however many pages it had changed. */
#include <glib.h>
#include <glib/gstdio.h>

#include "dossier/statement-journal.h"

#define PAGE 4096

static void
run (sqlite3 *handle, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static gint64
read_number (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static void
fill (sqlite3 *handle, guint rows)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n < 9), pad BLOB);"
                                          "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %u) "
                                          "INSERT INTO t SELECT i, 1, zeroblob (%d) FROM c;",
                                          rows, PAGE / 2);

  run (handle, sql);
}

/* Both ways in which SQLite goes back: to a savepoint, and of a statement that fails in its last row. */
static void
check_undone (gconstpointer data)
{
  guint rows = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("overstap-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *fails = g_strdup_printf ("UPDATE t SET n = CASE id WHEN %u THEN 9 ELSE 3 END", rows);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, ovs_statement_journal_vfs ()), ==, SQLITE_OK);
  fill (handle, rows);

  run (handle, "BEGIN; SAVEPOINT part; UPDATE t SET n = 2, pad = zeroblob (10); INSERT INTO t VALUES (0, 5, NULL); ROLLBACK TO part; RELEASE part;");
  g_assert_cmpint (read_number (handle, "SELECT sum(n) FROM t"), ==, rows);

  g_assert_cmpint (sqlite3_exec (handle, fails, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (read_number (handle, "SELECT sum(n) FROM t"), ==, rows);
  run (handle, "UPDATE t SET n = 2 WHERE id = 1; COMMIT");
  g_assert_cmpint (read_number (handle, "SELECT sum(n) FROM t"), ==, rows + 1);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM t WHERE length(pad) = 2048"), ==, rows);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), ==, 1);

  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/dossier/statement-journal/few", GUINT_TO_POINTER (5), check_undone);
  g_test_add_data_func ("/dossier/statement-journal/in-memory", GUINT_TO_POINTER (500), check_undone);
  g_test_add_data_func ("/dossier/statement-journal/in-a-file", GUINT_TO_POINTER (5000), check_undone);
  return g_test_run ();
}
