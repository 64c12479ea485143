/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/input.h"

G_BEGIN_DECLS

/** The largest cell, in bytes: four times what a cell of Excel can hold. */
#define OVS_TOKENISER_CELL_MAX (128 * 1024)

/** The largest row, in bytes. */
#define OVS_TOKENISER_RECORD_MAX (1024 * 1024)

/**
 * OvsTokeniser:
 *
 * Splits the text of an input into records of cells: cells in quotes may hold delimiters, line breaks and doubled
 * quotes; a record ends with CR, LF or both. It reuses one buffer for every record.
 */
typedef struct _OvsTokeniser OvsTokeniser;

/**
 * OvsRecord:
 * @line: the line of the file, from 1, on which it begins
 * @n_cells: at least 1; a blank line is a record of one empty cell
 */
typedef struct
{
  guint64 line;
  guint n_cells;
  /*< private >*/
  const char *text;
  const gsize *starts;
} OvsRecord;

/** @input: (transfer none): must live longer, and be at its beginning. Returns: (transfer full). */
OvsTokeniser    *ovs_tokeniser_new  (OvsCsvInput *input, char delimiter);

void             ovs_tokeniser_free (OvsTokeniser *tokeniser);

/**
 * The next record. Returns: (transfer none) (nullable): valid until the next call; NULL at the end, or with @error set
 * (%OVS_CSV_ERROR_DAMAGED for a quote that is never closed or a cell beyond the limit).
 */
const OvsRecord *ovs_tokeniser_next (OvsTokeniser *tokeniser, GCancellable *cancellable, GError **error);

/** Cell @i of @record, empty where the record is shorter. Returns: (transfer none). */
static inline const char *
ovs_record_get (const OvsRecord *record, guint i)
{
  return i < record->n_cells ? record->text + record->starts[i] : "";
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTokeniser, ovs_tokeniser_free)

G_END_DECLS
