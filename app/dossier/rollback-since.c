/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/rollback-since.h"

#include <string.h>

#include "dossier/error.h"

static const char make_tables[] = "CREATE TEMP TABLE IF NOT EXISTS touched_person (employee INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE IF NOT EXISTS touched_client (employer INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE IF NOT EXISTS never_happened (audit INTEGER PRIMARY KEY);"
                                  "DELETE FROM touched_person; DELETE FROM touched_client; DELETE FROM never_happened;"
                                  "INSERT OR IGNORE INTO temp.never_happened SELECT audit FROM undo_step WHERE undone IS NOT NULL;"
                                  "INSERT OR IGNORE INTO temp.never_happened SELECT audit FROM import WHERE rolled_back IS NOT NULL;"
                                  "INSERT OR IGNORE INTO temp.never_happened SELECT sequence FROM audit WHERE operation = 'undo-import';";

/* Which tables of a step tell of whom, and in which column; the key of each is its first. */
static void
touch (OvsTx *tx, const char *table, gint64 id)
{
  if (strcmp (table, "employee") == 0 || strcmp (table, "acceptance") == 0)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.touched_person (employee) VALUES (?1)", "i", id);
  else if (strcmp (table, "employer") == 0)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.touched_client (employer) VALUES (?1)", "i", id);
}

static void
collect_from (OvsTx *tx, const void *changeset, int length)
{
  sqlite3_changeset_iter *iterator = NULL;

  if (sqlite3changeset_start (&iterator, length, (void *) changeset) != SQLITE_OK)
    return;
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, change;
      sqlite3_value *key = NULL;

      sqlite3changeset_op (iterator, &table, &n_columns, &change, NULL);
      if (change == SQLITE_INSERT)
        sqlite3changeset_new (iterator, 0, &key);
      else
        sqlite3changeset_old (iterator, 0, &key);
      if (key != NULL)
        touch (tx, table, sqlite3_value_int64 (key));
    }
  sqlite3changeset_finalize (iterator);
}

static void
collect_from_steps (OvsTx *tx, gint64 sequence)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT changeset FROM undo_step WHERE audit > ?1 AND undone IS NULL AND changeset IS NOT NULL", "i", sequence);

  while (ovs_rows_next (&rows))
    collect_from (tx, sqlite3_column_blob (rows.statement, 0), sqlite3_column_bytes (rows.statement, 0));
}

void
ovs_since_collect_touched (OvsTx *tx, gint64 sequence)
{
  ovs_tx_exec (tx, make_tables);
  collect_from_steps (tx, sequence);
  ovs_tx_run (tx,
              "INSERT OR IGNORE INTO temp.touched_person SELECT b.employee FROM temp.back_person b WHERE EXISTS (SELECT 1 FROM history h "
              "WHERE h.employee = b.employee AND h.audit > ?1 AND h.field <> 'missing' "
              "AND h.audit NOT IN (SELECT audit FROM temp.never_happened))",
              "i", sequence);
  ovs_tx_run (tx,
              "INSERT OR IGNORE INTO temp.touched_client SELECT b.employer FROM temp.back_client b WHERE EXISTS (SELECT 1 FROM history h "
              "WHERE h.employer = b.employer AND h.employee IS NULL AND h.audit > ?1 "
              "AND h.audit NOT IN (SELECT audit FROM temp.never_happened))",
              "i", sequence);
}

static GPtrArray *
find_referring (OvsTx *tx, const char *parent)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT m.name, f.\"from\" FROM sqlite_schema m JOIN pragma_foreign_key_list (m.name) f "
                                "WHERE m.type = 'table' AND f.\"table\" = ?1",
                                "s", parent);

  while (ovs_rows_next (&rows))
    {
      g_ptr_array_add (found, g_strdup (ovs_rows_text (&rows, 0)));
      g_ptr_array_add (found, g_strdup (ovs_rows_text (&rows, 1)));
    }
  return found;
}

void
ovs_since_mark_referred (OvsTx *tx, const char *parent, const char *table, const char *key, int result, const char *const *own)
{
  g_autoptr (GPtrArray) referring = find_referring (tx, parent);

  for (guint i = 0; i + 1 < referring->len; i += 2)
    {
      const char *name = g_ptr_array_index (referring, i);
      char *script;

      if (g_strv_contains (own, name))
        continue;
      /* Names of the schema, not of a user. */
      script = sqlite3_mprintf ("UPDATE temp.\"%w\" SET result = %d WHERE result IS NULL AND added AND EXISTS "
                                "(SELECT 1 FROM main.\"%w\" r WHERE r.\"%w\" = \"%w\".\"%w\")",
                                table, result, name, (char *) g_ptr_array_index (referring, i + 1), table, key);
      ovs_tx_exec (tx, script);
      sqlite3_free (script);
    }
}
