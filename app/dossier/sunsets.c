/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/sunsets.h"

void
ovs_sunsets_note (OvsTx *tx, const char *resource, OvsDay on)
{
  ovs_tx_run (tx,
              "INSERT INTO sunset (resource, stops_on, noted, program) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE "
              "SET shown = shown AND stops_on = excluded.stops_on AND program = excluded.program, stops_on = excluded.stops_on, "
              "noted = excluded.noted, program = excluded.program",
              "sdss", resource, on, ovs_tx_now_text (tx), OVS_VERSION);
}

void
ovs_sunsets_foreach (OvsTx *tx, OvsSunsetFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT resource, stops_on, shown FROM sunset WHERE program = ?1 ORDER BY stops_on, resource", "s", OVS_VERSION);

  while (ovs_rows_next (&rows))
    func (ovs_rows_text (&rows, 0), ovs_rows_day (&rows, 1), ovs_rows_int (&rows, 2) != 0, data);
}

OvsDay
ovs_sunsets_first (OvsTx *tx)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT min(stops_on) FROM sunset WHERE program = ?1", "s", OVS_VERSION);
  OvsDay first = ovs_rows_next (&rows) ? ovs_rows_day (&rows, 0) : OVS_NO_DAY;

  ovs_rows_close (&rows);
  return first;
}

gboolean
ovs_sunsets_show (OvsTx *tx)
{
  ovs_tx_run (tx, "UPDATE sunset SET shown = 1 WHERE NOT shown", "");
  return ovs_tx_changes (tx) > 0;
}
