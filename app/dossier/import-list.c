/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/import-list.h"

enum
{
  COLUMN_ID,
  COLUMN_AT,
  COLUMN_BY,
  COLUMN_KIND,
  COLUMN_FILE_NAME,
  COLUMN_SHA256,
  COLUMN_MAPPING,
  COLUMN_ENCODING,
  COLUMN_DELIMITER,
  COLUMN_HEADER_LINE,
  COLUMN_FILE_DAY,
  COLUMN_ROWS,
  COLUMN_ADDED,
  COLUMN_CHANGED,
  COLUMN_UNCHANGED,
  COLUMN_MISSING,
  COLUMN_SKIPPED,
  COLUMN_REFUSED,
  COLUMN_DID_SOMETHING,
  COLUMN_ROLLED_BACK_AT,
};

#define RECORD                                                                                                                        \
  "SELECT i.id, a.at, coalesce(who.text, ''), i.kind, i.file_name, i.sha256, i.mapping, i.encoding, i.delimiter, i.header_line, "     \
  "i.file_day, a.detail ->> 'rows', a.detail ->> 'added', a.detail ->> 'changed', a.detail ->> 'unchanged', a.detail ->> 'missing', "  \
  "a.detail ->> 'skipped', a.detail ->> 'refused', EXISTS (SELECT 1 FROM undo_step s WHERE s.audit = i.audit), back.at "               \
  "FROM import i JOIN audit a ON a.sequence = i.audit LEFT JOIN audit_text who ON who.reference = a.actor "                           \
  "LEFT JOIN audit back ON back.sequence = i.rolled_back "

static gint64
read_instant (OvsRows *rows, int column)
{
  const char *text = ovs_rows_text (rows, column);
  gint64 instant = 0;

  return text != NULL && ovs_clock_parse_iso (text, &instant) ? instant : 0;
}

static void
call_with_record (OvsRows *rows, OvsImportFunc func, gpointer data)
{
  OvsImportRecord record = {
    .id = ovs_rows_int (rows, COLUMN_ID),
    .at = read_instant (rows, COLUMN_AT),
    .by = ovs_rows_text (rows, COLUMN_BY),
    .kind = ovs_rows_text (rows, COLUMN_KIND),
    .file_name = ovs_rows_text (rows, COLUMN_FILE_NAME),
    .sha256 = ovs_rows_text (rows, COLUMN_SHA256),
    .mapping = ovs_rows_text (rows, COLUMN_MAPPING),
    .encoding = ovs_rows_text (rows, COLUMN_ENCODING),
    .delimiter = ovs_rows_text (rows, COLUMN_DELIMITER),
    .header_line = ovs_rows_int (rows, COLUMN_HEADER_LINE),
    .file_day = ovs_rows_day (rows, COLUMN_FILE_DAY),
    .rows = ovs_rows_int (rows, COLUMN_ROWS),
    .added = ovs_rows_int (rows, COLUMN_ADDED),
    .changed = ovs_rows_int (rows, COLUMN_CHANGED),
    .unchanged = ovs_rows_int (rows, COLUMN_UNCHANGED),
    .missing = ovs_rows_int (rows, COLUMN_MISSING),
    .skipped = ovs_rows_int (rows, COLUMN_SKIPPED),
    .refused = ovs_rows_int (rows, COLUMN_REFUSED),
    .did_something = ovs_rows_int (rows, COLUMN_DID_SOMETHING) != 0,
    .rolled_back_at = read_instant (rows, COLUMN_ROLLED_BACK_AT),
  };

  func (&record, data);
}

void
ovs_imports_foreach (OvsTx *tx, guint limit, OvsImportFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, RECORD "ORDER BY i.id DESC LIMIT ?1", "i", (gint64) limit);

  while (ovs_rows_next (&rows))
    call_with_record (&rows, func, data);
}

gboolean
ovs_imports_find_same (OvsTx *tx, const char *kind, const char *sha256, OvsImportFunc func, gpointer data)
{
  OvsRows rows =
      ovs_rows_open (tx, RECORD "WHERE i.sha256 = ?1 AND i.kind = ?2 AND i.rolled_back IS NULL ORDER BY i.id DESC LIMIT 1", "ss", sha256, kind);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    call_with_record (&rows, func, data);
  ovs_rows_close (&rows);
  return found;
}

OvsDay
ovs_imports_newest_day (OvsTx *tx, const char *kind, gint64 employer, gint64 before)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT max(i.file_day) FROM import_employer x JOIN import i ON i.id = x.import "
                                "WHERE x.employer = ?1 AND i.kind IN (?2, 'loket') AND i.rolled_back IS NULL AND i.id < ?3",
                                "isi", employer, kind, before);
  OvsDay day = ovs_rows_next (&rows) ? ovs_rows_day (&rows, 0) : OVS_NO_DAY;

  ovs_rows_close (&rows);
  return day;
}

void
ovs_imports_cover (OvsTx *tx, gint64 import, gint64 employer)
{
  ovs_tx_run (tx, "INSERT OR IGNORE INTO import_employer (import, employer) VALUES (?1, ?2)", "ii", import, employer);
}

gint64
ovs_imports_count_employers_before (OvsTx *tx, gint64 import)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, "SELECT count(*) FROM employer WHERE added_by < ?1", "i", import);
  return number;
}
