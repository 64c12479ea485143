/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/told-differences.h"

OvsTold
ovs_told_differences_look (OvsTx *tx, gint64 employee, const char *basis)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT agreed FROM told_difference WHERE employee = ?1 AND basis = ?2", "is", employee, basis);
  OvsTold told = OVS_TOLD_NEVER;

  if (ovs_rows_next (&rows))
    told = ovs_rows_int (&rows, 0) != 0 ? OVS_TOLD_AGREED : OVS_TOLD;
  ovs_rows_close (&rows);
  return told;
}

void
ovs_told_differences_note (OvsTx *tx, gint64 employee, const char *basis, gboolean agreed)
{
  ovs_tx_run (tx,
              "INSERT INTO told_difference (employee, basis, agreed, at) VALUES (?1, ?2, ?3, ?4) "
              "ON CONFLICT DO UPDATE SET agreed = excluded.agreed OR (agreed AND basis = excluded.basis), basis = excluded.basis, at = excluded.at",
              "isis", employee, basis, (gint64) agreed, ovs_tx_now_text (tx));
}
