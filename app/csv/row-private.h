/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/mapping.h"
#include "csv/row.h"

G_BEGIN_DECLS

struct _OvsCsvRow
{
  const OvsRecord *record; /* (unowned) */
  guint64 line;
  const char *column; /* (unowned) (nullable) the header to blame */
  char *reason;       /* (owned) (nullable) of a refused row */
  guint64 told;       /* a bit for each field */
  const char *texts[OVS_N_FIELDS]; /* (unowned) of the record or of owned */
  OvsDay days[OVS_N_FIELDS];
  OvsCsvYesNo answers[OVS_N_FIELDS];
  GPtrArray *owned; /* (owned) (element-type utf8) */
  OvsRecord kept;       /* what ovs_csv_row_keep() took */
  GByteArray *kept_text; /* (owned) */
  GArray *kept_starts;  /* (owned) (element-type gsize) */
};

/**
 * How the cells of a file are to be read.
 * @serial: a bit for each field whose days are Excel's numbers
 * @masked: a bit for each field with a cell that has a number in it which is never stored
 * @strays: a bit for each field with a BSN among its numbers
 */
typedef struct
{
  OvsCsvKind kind;
  const OvsCsvMapping *mapping;
  guint64 serial;
  OvsDay today;
  guint64 masked;
  guint64 strays;
} OvsCsvReading;

/** An empty row. Returns: (transfer full). */
OvsCsvRow *ovs_csv_row_new  (void);

void       ovs_csv_row_free (OvsCsvRow *row);

/** A copy of @record in @row, for who reads on before the row is used. Returns: (transfer none): valid until the next. */
const OvsRecord *ovs_csv_row_keep (OvsCsvRow *row, const OvsRecord *record);

/** Fills @row with what @record means; it borrows the texts of @record. A fault refuses the row. */
void       ovs_csv_row_fill (OvsCsvRow *row, const OvsCsvReading *reading, const OvsRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvRow, ovs_csv_row_free)

G_END_DECLS
