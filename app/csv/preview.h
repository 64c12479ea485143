/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/encoding.h"
#include "csv/personal.h"
#include "csv/reader.h"

G_BEGIN_DECLS

/** So many rows are shown. */
#define OVS_CSV_PREVIEW_ROWS 8

/** Instead of a kind: find out. */
#define OVS_CSV_ANY_KIND OVS_CSV_N_KINDS

/** Instead of a field: none. */
#define OVS_CSV_NO_FIELD OVS_N_FIELDS

/** What becomes of a column. */
typedef enum
{
  OVS_CSV_COLUMN_IGNORED,  /* it means nothing here */
  OVS_CSV_COLUMN_READ,     /* it means its field */
  OVS_CSV_COLUMN_IN_DOUBT, /* another column means its field just as much: somebody has to choose */
  OVS_CSV_COLUMN_DROPPED,  /* never read, for privacy */
} OvsCsvColumnState;

/**
 * OvsCsvColumn:
 * @header: as the file has it; perhaps empty
 * @key: the same by ovs_text_header_key()
 * @field: what it means, or may mean; else %OVS_CSV_NO_FIELD
 * @personal: what it holds that is never stored, by its header or by its cells
 * @choosable: whether a user may give it another meaning
 */
typedef struct
{
  char *header;
  char *key;
  OvsCsvColumnState state;
  OvsField field;
  OvsPersonal personal;
  gboolean choosable;
} OvsCsvColumn;

/**
 * OvsCsvQuestion:
 * @field: what it is about
 * @columns: (array length=n_columns): those that mean it alike; none where it is needed and no column is known to mean it; a single
 *   one where it is doubted whether that column means it
 * @answered: whether a wish has settled it
 * @column: the answer: a column, or -1 for none of them
 * @n_doubted: for a single column: so many people would leave on the last day of a month to come,
 * @day: most of them on this day
 *
 * What is never guessed. A question stays, with its answer, for as long as the file gives rise to it.
 */
typedef struct
{
  OvsField field;
  guint *columns;
  guint n_columns;
  gboolean answered;
  int column;
  guint n_doubted;
  OvsDay day;
} OvsCsvQuestion;

/**
 * OvsCsvPreviewRow:
 * @line: of the file, from 1
 * @cells: (element-type utf8): per column as it will be read; NULL for a column that is dropped
 * @blamed: the column for which the row is refused, -1 where no single one is
 * @reason: (nullable): why the row is refused, a finished sentence
 */
typedef struct
{
  guint64 line;
  GPtrArray *cells;
  int blamed;
  char *reason;
} OvsCsvPreviewRow;

/** What some names of the file look like in an encoding. @samples: (array zero-terminated=1). */
typedef struct
{
  OvsEncoding encoding;
  char **samples;
} OvsCsvEncodingChoice;

/** A text of the file as it is, and as it would be once it is repaired. */
typedef struct
{
  char *before;
  char *after;
} OvsCsvRepair;

/**
 * OvsCsvPreview:
 * @kind: of the file: as asked for, or as found out
 * @delimiter: found or asked for; a tab is "\t"
 * @encoding_certain: whether the bytes themselves tell it
 * @header_line: on which the header stands, from 1
 * @repaired: whether text that was encoded twice is set right, as was asked for
 * @n_rows: data rows of the whole file, without blank lines, totals and repeated headers; 0 where it could not be gone through
 *
 * An office file as somebody sees it before he has it read in: what its columns mean, what is in doubt and its first rows. Nothing
 * of a private column is in it but the header.
 */
typedef struct
{
  OvsCsvKind kind;
  OvsEncoding encoding;
  gboolean encoding_certain;
  char delimiter[2];
  guint64 header_line;
  gboolean repaired;
  guint64 n_rows;
  guint n_columns;
  OvsCsvColumn *columns;
  GPtrArray *rows;      /* (element-type OvsCsvPreviewRow) */
  GPtrArray *questions; /* (element-type OvsCsvQuestion) */
  GPtrArray *repairs;   /* (element-type OvsCsvRepair) some texts that were encoded twice, repaired or not */
  GPtrArray *encodings; /* (element-type OvsCsvEncodingChoice) empty where there is no doubt, else the present one is among them */
} OvsCsvPreview;

/**
 * ovs_csv_preview_open:
 * @kind: or %OVS_CSV_ANY_KIND
 * @options: as for the reader, which reads the file just so when it is given the encoding, delimiter and header line found here
 *
 * Looks at a file and demands nothing of it but text. Goes through the whole file: not on the main thread.
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR, or %G_IO_ERROR_CANCELLED.
 */
OvsCsvPreview *ovs_csv_preview_open     (const char *path,
                                         OvsCsvKind kind,
                                         const OvsCsvOptions *options,
                                         GCancellable *cancellable,
                                         GError **error);

void           ovs_csv_preview_free     (OvsCsvPreview *preview);

/** Whether a user may say that @column means @field. */
gboolean       ovs_csv_preview_allows   (const OvsCsvPreview *preview, guint column, OvsField field);

/** The column that means @field, or -1. */
int            ovs_csv_preview_find     (const OvsCsvPreview *preview, OvsField field);

/** How many questions wait for an answer. */
guint          ovs_csv_preview_count_open (const OvsCsvPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvPreview, ovs_csv_preview_free)

G_END_DECLS
