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

void
ovs_imports_describe (OvsTx *tx, gint64 import, guint64 header_line, OvsDay file_day)
{
  ovs_tx_run (tx, "UPDATE import SET header_line = ?2, file_day = ?3 WHERE id = ?1", "iid", import, (gint64) header_line, file_day);
}

/* Without an employee, numbers that differ only in leading zeros are still one. */
static OvsRows
open_fallout (OvsTx *tx, const OvsFalloutEntry *entry, gboolean by_person)
{
  if (by_person)
    return ovs_rows_open (tx, "SELECT id, reason FROM fallout_entry WHERE employee = ?1 ORDER BY id LIMIT 1", "i", entry->employee);
  return ovs_rows_open (tx,
                        "SELECT id, reason FROM fallout_entry WHERE employer_number = ?1 "
                        "AND ltrim(lower(employee_number), '0') = ltrim(lower(?2), '0') AND name = ?3 AND employee IS NULL "
                        "ORDER BY id LIMIT 1",
                        "sss", entry->employer_number, entry->employee_number, entry->name);
}

static char *
take_fallout (OvsTx *tx, OvsFalloutEntry *entry, gboolean by_person)
{
  OvsRows rows = open_fallout (tx, entry, by_person);
  char *reason = NULL;

  if (ovs_rows_next (&rows))
    {
      entry->id = ovs_rows_int (&rows, 0);
      reason = g_strdup (ovs_rows_text (&rows, 1));
    }
  ovs_rows_close (&rows);
  return reason;
}

static gboolean
was_submitted_since (OvsTx *tx, gint64 entry)
{
  gint64 since;

  ovs_tx_get_int (tx, &since,
                  "SELECT EXISTS (SELECT 1 FROM fallout_entry f JOIN import m ON m.id = f.import JOIN intent i ON i.employee = f.employee "
                  "JOIN request r ON r.id = i.request WHERE f.id = ?1 AND r.audit > m.audit)",
                  "i", entry);
  return since != 0;
}

char *
ovs_imports_find_fallout (OvsTx *tx, OvsFalloutEntry *entry)
{
  char *reason = NULL;

  entry->id = 0;
  entry->apart = entry->again = FALSE;
  if (entry->employee != 0)
    reason = take_fallout (tx, entry, TRUE);
  if (reason != NULL)
    {
      entry->again = was_submitted_since (tx, entry->id);
      return reason;
    }
  reason = take_fallout (tx, entry, FALSE);
  entry->apart = reason != NULL && entry->employee != 0;
  return reason;
}

void
ovs_imports_store_fallout (OvsTx *tx, gint64 import, OvsFalloutEntry *entry, const char *reason)
{
  if (entry->id != 0)
    {
      /* What an import wrote itself, or replaced before, is no older state. */
      ovs_tx_run (tx,
                  "INSERT OR IGNORE INTO fallout_before (entry, replaced, import, employee, reason) "
                  "SELECT id, ?2, import, employee, reason FROM fallout_entry WHERE id = ?1 AND import <> ?2",
                  "ii", entry->id, import);
      ovs_tx_run (tx, "UPDATE fallout_entry SET import = ?2, employee = nullif(?3, 0), reason = ?4 WHERE id = ?1", "iiis", entry->id,
                  import, entry->employee, reason);
      return;
    }
  ovs_tx_run (tx,
              "INSERT INTO fallout_entry (import, employee, employer_number, employee_number, name, reason) "
              "VALUES (?1, nullif(?2, 0), ?3, ?4, ?5, ?6)",
              "iissss", import, entry->employee, entry->employer_number, entry->employee_number, entry->name, reason);
  entry->id = ovs_tx_last_id (tx);
}

gboolean
ovs_imports_anything_asked (OvsTx *tx)
{
  gint64 found = 0;

  return ovs_tx_get_int (tx, &found, "SELECT EXISTS (SELECT 1 FROM request WHERE kind = 'invite')", "") && found != 0;
}

gboolean
ovs_imports_was_asked (OvsTx *tx, gint64 employer)
{
  gint64 found = 0;

  return ovs_tx_get_int (tx, &found, "SELECT EXISTS (SELECT 1 FROM request WHERE employer = ?1 AND kind = 'invite')", "i", employer) && found != 0;
}
