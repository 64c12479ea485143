/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What writing costs at least: bare-loop DOSSIER FILE [last] writes the people of a file into a dossier without people, in the tables and
 * indexes of the program and with its settings, in one transaction. It knows the file: every cell is quoted, the columns are where they
 * are, and every value is good. With "last" the indexes are made afterwards.
 */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_CELLS 10
#define N_CLIENTS_FROM 9999

static void
run (sqlite3 *handle, const char *sql)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
}

static sqlite3_stmt *
prepare (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  return statement;
}

static void
step (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static void
bind (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text != NULL && *text != '\0' ? text : NULL, -1, SQLITE_STATIC);
}

/* dd-mm-yyyy to yyyy-mm-dd. */
static const char *
turn (const char *day, char *iso)
{
  if (*day != '\0')
    sprintf (iso, "%.4s-%.2s-%.2s", day + 6, day + 3, day);
  else
    *iso = '\0';
  return iso;
}

static void
lower (char *text)
{
  for (; *text != '\0'; text++)
    *text = g_ascii_tolower (*text);
}

static void
split (char *line, char **cells)
{
  for (int i = 0; i < N_CELLS; i++)
    {
      cells[i] = strchr (line, '"') + 1;
      line = strchr (cells[i], '"');
      *line++ = '\0';
    }
}

static void
write_person (sqlite3_stmt *employee, sqlite3_stmt *employment, gint64 id, char **cells)
{
  char born[16], start[16], end[16], key[300], base[300], sort[600], initial[2] = { g_ascii_tolower (cells[2][0]), '\0' };

  turn (cells[6], born);
  g_strlcpy (key, cells[7], sizeof key);
  snprintf (base, sizeof base, "%s|%s", cells[5], born);
  snprintf (sort, sizeof sort, "%s %s %s", cells[5], cells[2], cells[3]);
  lower (key);
  lower (base);
  lower (sort);

  sqlite3_bind_int64 (employee, 1, id);
  sqlite3_bind_int64 (employee, 2, atoi (cells[0]) - N_CLIENTS_FROM);
  bind (employee, 3, cells[1]);
  bind (employee, 4, cells[1] + strspn (cells[1], "0"));
  for (int i = 2; i <= 5; i++)
    bind (employee, i + 3, cells[i]);
  bind (employee, 9, born);
  bind (employee, 10, cells[7]);
  bind (employee, 11, *key != '\0' ? "ok" : "absent");
  bind (employee, 12, key);
  bind (employee, 13, *key != '\0' ? strchr (key, '@') + 1 : NULL);
  bind (employee, 14, base);
  bind (employee, 15, initial);
  bind (employee, 16, sort);
  step (employee);
  sqlite3_bind_int64 (employment, 1, id);
  bind (employment, 2, turn (cells[8], start));
  bind (employment, 3, turn (cells[9], end));
  step (employment);
}

static void
write_people (sqlite3 *handle, const char *path)
{
  sqlite3_stmt *employee = prepare (handle,
                                    "INSERT INTO employee (id, employer, number, number_key, initials, first_name, prefix, last_name, birth_date, "
                                    "email_as_read, email, email_kind, email_key, email_domain, person_base, person_initial, sort_key, first_seen, "
                                    "added_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
                                    "'2026-12-01T09:00:00Z', 1)");
  sqlite3_stmt *employment = prepare (handle, "INSERT INTO employment (employee, ordinal, start_date, end_date) VALUES (?1, 0, ?2, ?3)");
  FILE *file = fopen (path, "re");
  char line[1024];
  char *cells[N_CELLS];
  gint64 id = 0;

  if (file == NULL || fgets (line, sizeof line, file) == NULL)
    g_error ("no file");
  while (fgets (line, sizeof line, file) != NULL)
    {
      split (line, cells);
      write_person (employee, employment, ++id, cells);
    }
  fclose (file);
  sqlite3_finalize (employee);
  sqlite3_finalize (employment);
}

/* The indexes of the people, as they are now. */
static GPtrArray *
take_indexes (sqlite3 *handle)
{
  GPtrArray *indexes = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *drops = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = prepare (handle, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'employee' AND sql IS NOT NULL");

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_ptr_array_add (drops, g_strdup_printf ("DROP INDEX \"%s\"", sqlite3_column_text (statement, 0)));
      g_ptr_array_add (indexes, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  for (guint i = 0; i < drops->len; i++)
    run (handle, g_ptr_array_index (drops, i));
  g_ptr_array_unref (drops);
  return indexes;
}

int
main (int argc, char **argv)
{
  sqlite3 *handle = NULL;
  GPtrArray *indexes = NULL;

  if (argc < 3 || sqlite3_open_v2 (argv[1], &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    g_error ("bare-loop DOSSIER FILE [last]");
  run (handle, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -32768;"
               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN IMMEDIATE");
  if (argc > 3)
    indexes = take_indexes (handle);
  write_people (handle, argv[2]);
  for (guint i = 0; indexes != NULL && i < indexes->len; i++)
    run (handle, g_ptr_array_index (indexes, i));
  run (handle, "COMMIT");
  g_clear_pointer (&indexes, g_ptr_array_unref);
  sqlite3_close (handle);
  return 0;
}
