/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/selection.h"

gboolean
ovs_selection_find_overview (OvsTx *tx, const char *sha256, OvsSelectionOverview *overview)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT encoding, delimiter, json_extract (mapping, '$.\"employer-number\"'), sha256 = ?1 FROM import "
                                "WHERE kind = 'employers' ORDER BY sha256 = ?1 DESC, id DESC LIMIT 1",
                                "s", sha256);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    *overview = (OvsSelectionOverview){
      .encoding = g_strdup (ovs_rows_text (&rows, 0)),
      .delimiter = g_strdup (ovs_rows_text (&rows, 1)),
      .number_header = g_strdup (ovs_rows_text (&rows, 2)),
      .same = ovs_rows_int (&rows, 3) != 0,
    };
  ovs_rows_close (&rows);
  return found;
}

void
ovs_selection_overview_clear (OvsSelectionOverview *overview)
{
  g_clear_pointer (&overview->encoding, g_free);
  g_clear_pointer (&overview->delimiter, g_free);
  g_clear_pointer (&overview->number_header, g_free);
}

GHashTable *
ovs_selection_read (OvsTx *tx)
{
  GHashTable *clients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OvsRows rows = ovs_rows_open (tx, "SELECT number_key, selected AND excluded_reason IS NULL FROM employer", "");

  while (ovs_rows_next (&rows))
    g_hash_table_insert (clients, g_strdup (ovs_rows_text (&rows, 0)), GINT_TO_POINTER (ovs_rows_int (&rows, 1) != 0));
  return clients;
}
