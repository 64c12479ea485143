/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "csv/field.h"

G_BEGIN_DECLS

/**
 * OvsCsvRow:
 *
 * One data row of an office file, with typed values: a good one, or one that is refused because a cell of it cannot be
 * read. It belongs to its reader and is valid until the next one is read.
 */
typedef struct _OvsCsvRow OvsCsvRow;

/** The line of the file (from 1) on which the row begins. */
guint64     ovs_csv_row_get_line   (const OvsCsvRow *row);

/** The cells of the row as they are in the file; empty beyond its end. They may be private: see ovs_csv_reader_show_cell(). */
guint       ovs_csv_row_get_n_cells (const OvsCsvRow *row);
const char *ovs_csv_row_get_cell    (const OvsCsvRow *row, guint column);

/** Whether the row is refused; it has no values then but the numbers, as far as they can be read. */
gboolean    ovs_csv_row_is_refused (const OvsCsvRow *row);

/**
 * The header of the column for which the row is refused.
 * Returns: (transfer none): empty when no single column is to blame.
 */
const char *ovs_csv_row_get_column (const OvsCsvRow *row);

/** Why the row is refused, a finished sentence in the user's language. Returns: (transfer none) (nullable). */
const char *ovs_csv_row_get_reason (const OvsCsvRow *row);

/**
 * Whether the file tells @field at all: it has the column, or, for the parts of a name, a column with the whole name. A
 * field that it does not tell leaves what is known; one that it tells as empty clears it.
 */
gboolean    ovs_csv_row_has        (const OvsCsvRow *row, OvsField field);

/** The text of any field but days and yes/no. Returns: (transfer none): never NULL, empty when nothing is told. */
const char *ovs_csv_row_get_text   (const OvsCsvRow *row, OvsField field);

/** The day of a field that is one; %OVS_NO_DAY when none is told. */
OvsDay      ovs_csv_row_get_day    (const OvsCsvRow *row, OvsField field);

/** The answer of a field that is one. */
OvsCsvYesNo ovs_csv_row_get_yes_no (const OvsCsvRow *row, OvsField field);

G_END_DECLS
