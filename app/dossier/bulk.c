/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/bulk.h"

#include "dossier/stale.h"

/* The indexes as the schema has them, whatever version made them. */
static const char note_indexes[]
    = "CREATE TEMP TABLE IF NOT EXISTS bulk_index (name TEXT PRIMARY KEY, sql TEXT NOT NULL) WITHOUT ROWID;"
      "DELETE FROM temp.bulk_index;"
      "INSERT INTO temp.bulk_index SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'employee' AND sql IS NOT NULL;";

static GStrv
list (OvsTx *tx, const char *sql)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsRows rows = ovs_rows_open (tx, sql, "");

  while (ovs_rows_next (&rows))
    g_strv_builder_add (builder, ovs_rows_text (&rows, 0));
  return g_strv_builder_end (builder);
}

/* One by one, and not while they are listed: a table does not change beneath its own SELECT. */
static void
run_each (OvsTx *tx, const char *sql)
{
  g_auto (GStrv) statements = list (tx, sql);

  for (gsize i = 0; statements[i] != NULL; i++)
    ovs_tx_exec (tx, statements[i]);
}

gboolean
ovs_bulk_begin (OvsTx *tx)
{
  gint64 any;

  ovs_tx_get_int (tx, &any, "SELECT EXISTS (SELECT 1 FROM employee)", "");
  if (any != 0)
    return FALSE;
  ovs_tx_exec (tx, note_indexes);
  run_each (tx, "SELECT 'DROP INDEX main.\"' || name || '\"' FROM temp.bulk_index");
  ovs_stale_unwatch (tx);
  return TRUE;
}

void
ovs_bulk_end (OvsTx *tx)
{
  run_each (tx, "SELECT sql FROM temp.bulk_index");
  ovs_stale_watch (tx);
}
