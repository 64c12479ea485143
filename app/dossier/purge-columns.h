/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsPurgeTable:
 * @kept: the columns that stay as they are, with a space between them: ids, days, codes and counts, and what is of the office itself
 * @gone: the columns that are emptied, likewise
 * @empty: the SQL that empties them; its parameter ?1 is the employee whom it is about, 0 for everybody; ?2 (where it has one) is today
 *
 * What becomes of a table when personal data are removed. Every column of the schema stands in exactly one of the two lists; a test sees to it.
 */
typedef struct
{
  const char *table;
  const char *kept;
  const char *gone;
  const char *empty; /* (nullable) */
} OvsPurgeTable;

/** All tables of the dossier. @n_tables: (out). */
const OvsPurgeTable *ovs_purge_tables (gsize *n_tables);

/** Empties all columns of personal data, of one employee (his id) or of everybody (0). */
void ovs_purge_columns_empty (OvsTx *tx, gint64 employee);

G_END_DECLS
