/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/unknown-fields.h"

void
ovs_unknown_fields_note (OvsTx *tx, const char *resource, const char *field)
{
  ovs_tx_run (tx,
              "INSERT INTO unknown_field (resource, field, noted, program) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE "
              "SET shown = 0, noted = excluded.noted, program = excluded.program WHERE program <> excluded.program",
              "ssss", resource, field, ovs_tx_now_text (tx), OVS_VERSION);
}

void
ovs_unknown_fields_foreach (OvsTx *tx, OvsUnknownFieldFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT resource, field, shown FROM unknown_field WHERE program = ?1 ORDER BY resource, field", "s", OVS_VERSION);

  while (ovs_rows_next (&rows))
    func (ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_int (&rows, 2) != 0, data);
}

gboolean
ovs_unknown_fields_show (OvsTx *tx)
{
  ovs_tx_run (tx, "UPDATE unknown_field SET shown = 1 WHERE NOT shown", "");
  return ovs_tx_changes (tx) > 0;
}
