/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/import-people.h"

#include "dossier/sorted-ids.h"

#define PEOPLE                                                                                                                        \
  "SELECT e.id, CASE ?3 WHEN 1 THEN e.sort_key WHEN 2 THEN e.email_key ELSE printf('%4d', length(c.number_key)) || c.number_key || ' ' " \
  "|| e.sort_key END FROM employee e JOIN employer c ON c.id = e.employer "                                                            \
  "WHERE (?2 IS NULL OR instr(e.sort_key, ?2) OR instr(e.email_key, ?2) OR instr(e.number, ?2)) AND "

static const char added[] = PEOPLE "e.added_by = ?1";

static const char changed[] = PEOPLE "e.id IN (SELECT h.employee FROM history h JOIN import i ON i.audit = h.audit "
                                     "WHERE i.id = ?1 AND h.employee IS NOT NULL AND h.field <> 'missing')";

static const char missing[] = PEOPLE "e.missing_since <= ?1 AND e.employer IN (SELECT employer FROM import_employer WHERE import = ?1)";

static const char all_missing[] = PEOPLE "e.missing_since IS NOT NULL AND ?1 IS NOT NULL";

GArray *
ovs_imports_find_people (OvsTx *tx, OvsImportPeople people, gint64 import, const char *search, OvsImportPeopleSort sort, gboolean descending)
{
  const char *const queries[] = {
    [OVS_IMPORT_ADDED] = added,
    [OVS_IMPORT_CHANGED] = changed,
    [OVS_IMPORT_MISSING] = missing,
    [OVS_ALL_MISSING] = all_missing,
  };
  OvsRows rows = ovs_rows_open (tx, queries[people], "isi", import, search, (gint64) sort);

  return ovs_sorted_ids (&rows, descending);
}

gint64
ovs_imports_count_missing (OvsTx *tx)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, "SELECT count(*) FROM employee WHERE missing_since IS NOT NULL", "");
  return number;
}

OvsDay
ovs_imports_missing_since (OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at FROM employee e JOIN import i ON i.id = e.missing_since JOIN audit a ON a.sequence = i.audit "
                                "WHERE e.id = ?1",
                                "i", employee);
  OvsDay day = OVS_NO_DAY;
  gint64 at;

  if (ovs_rows_next (&rows) && ovs_clock_parse_iso (ovs_rows_text (&rows, 0), &at))
    day = ovs_clock_day_of (at);
  ovs_rows_close (&rows);
  return day;
}
