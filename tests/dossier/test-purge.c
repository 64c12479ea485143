/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/purge-columns.h"

/* Every column of the schema is said to stay or to go when personal data are removed: a new one cannot be forgotten. */

static void
note (GHashTable *said, const char *table, const char *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && !g_hash_table_add (said, g_strdup_printf ("%s.%s", table, names[i])))
      g_error ("%s.%s is named twice", table, names[i]);
}

static gboolean
compare (OvsTx *tx, gpointer data, GError **error)
{
  GHashTable *said = data;
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_info (m.name) c "
                                "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'",
                                "");

  while (ovs_rows_next (&rows))
    if (!g_hash_table_remove (said, ovs_rows_text (&rows, 0)))
      g_error ("nothing says whether %s is personal: see dossier/purge-columns.c", ovs_rows_text (&rows, 0));
  return TRUE;
}

static void
test_every_column (void)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  gsize n_tables;
  const OvsPurgeTable *tables = ovs_purge_tables (&n_tables);
  Fixture fixture;

  for (gsize i = 0; i < n_tables; i++)
    {
      note (said, tables[i].table, tables[i].kept);
      note (said, tables[i].table, tables[i].gone);
      g_assert_true ((*tables[i].gone == '\0') == (tables[i].empty == NULL));
    }
  fixture_set_up (&fixture, NULL);
  ovs_dossier_read (fixture.dossier, compare, said, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (said), ==, 0);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/purge/every-column", test_every_column);
  return g_test_run ();
}
