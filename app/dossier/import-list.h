/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsImportRecord:
 * @at: when it was read in
 * @by: who did; "" where names were removed
 * @mapping: a JSON object, field → header
 * @header_line: 0 for a file that was read in by an older version
 * @file_day: of which day the file was; %OVS_NO_DAY for unknown
 * @did_something: something in the dossier changed by it
 * @rolled_back_at: when it was taken back; 0 for never
 *
 * What the dossier remembers of a file that was read in. Texts are borrowed, valid during the callback.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  const char *by;
  const char *kind;
  const char *file_name;
  const char *sha256;
  const char *mapping;
  const char *encoding;
  const char *delimiter;
  gint64 header_line;
  OvsDay file_day;
  gint64 rows;
  gint64 added;
  gint64 changed;
  gint64 unchanged;
  gint64 missing;
  gint64 skipped;
  gint64 refused;
  gboolean did_something;
  gint64 rolled_back_at;
} OvsImportRecord;

typedef void (*OvsImportFunc) (const OvsImportRecord *record, gpointer data);

/** Calls @func for the latest @limit imports, newest first. */
void   ovs_imports_foreach      (OvsTx *tx, guint limit, OvsImportFunc func, gpointer data);

/** Calls @func for the latest import of these very bytes as this kind that was not taken back. FALSE for none. */
gboolean ovs_imports_find_same  (OvsTx *tx, const char *kind, const char *sha256, OvsImportFunc func, gpointer data);

/**
 * The newest day of a file of this kind, or of a fetch from Loket, that told all there is of a client, before the import @before; %OVS_NO_DAY for none. What was
 * taken back does not count.
 */
OvsDay ovs_imports_newest_day   (OvsTx *tx, const char *kind, gint64 employer, gint64 before);

/** Writes down that the import tells all there is of this client. */
void   ovs_imports_cover        (OvsTx *tx, gint64 import, gint64 employer);

/** How many clients there were before the import @import. */
gint64 ovs_imports_count_employers_before (OvsTx *tx, gint64 import);

G_END_DECLS
