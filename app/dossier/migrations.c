/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-dossier"

#include "dossier/migrations.h"

int
ovs_migrations_version (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

static gboolean
run_one (OvsTx *tx, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/nl/overstap/Overstap/schema/%03d.sql", version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (script == NULL)
    return FALSE;
  /* Resource data end with a NUL that is not counted. */
  return ovs_tx_exec (tx, g_bytes_get_data (script, NULL)) && ovs_tx_exec (tx, mark);
}

gboolean
ovs_migrations_run (OvsTx *tx, gpointer unused, GError **error)
{
  for (int version = ovs_migrations_version (ovs_tx_handle (tx)) + 1; version <= OVS_SCHEMA_VERSION; version++)
    {
      g_debug ("migrating to version %d", version);
      if (!run_one (tx, version, error))
        return FALSE;
    }
  return TRUE;
}
