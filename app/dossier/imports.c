/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/imports.h"

#include "dossier/trail.h"

gint64
ovs_imports_begin (OvsTx *tx,
                   const char *kind,
                   const char *file_name,
                   const char *sha256,
                   const char *mapping,
                   const char *encoding,
                   const char *delimiter,
                   gint64 *sequence)
{
  *sequence = ovs_trail_begin (tx);
  ovs_tx_run (tx,
              "INSERT INTO import (audit, kind, file_name, sha256, mapping, encoding, delimiter) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
              "issssss", *sequence, kind, file_name, sha256, mapping, encoding, delimiter);
  return ovs_tx_last_id (tx);
}

int
ovs_imports_store_fallout (OvsTx *tx,
                           gint64 import,
                           gint64 employee,
                           const char *employer_number,
                           const char *employee_number,
                           const char *name,
                           const char *reason)
{
  g_autofree char *known
      = ovs_tx_get_text (tx, "SELECT reason FROM fallout_entry WHERE employer_number = ?1 AND employee_number = ?2 AND name = ?3",
                         "sss", employer_number, employee_number, name);

  if (known != NULL && g_strcmp0 (known, reason) == 0)
    return 0;
  ovs_tx_run (tx,
              "INSERT INTO fallout_entry (import, employee, employer_number, employee_number, name, reason) "
              "VALUES (?1, nullif(?2, 0), ?3, ?4, ?5, ?6) "
              "ON CONFLICT (employer_number, employee_number, name) DO UPDATE SET import = excluded.import, reason = excluded.reason",
              "iissss", import, employee, employer_number, employee_number, name, reason);
  return known == NULL ? 1 : 2;
}
