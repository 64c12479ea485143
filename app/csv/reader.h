/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/day.h"
#include "csv/error.h"
#include "csv/field.h"
#include "csv/personal.h"
#include "csv/row.h"

G_BEGIN_DECLS

/**
 * OvsCsvReader:
 *
 * Reads an office file into typed rows. Opening goes through the whole file: the encoding, the delimiter, the header and
 * everything that refuses the file as a whole (American dates, damaged numbers, a quote that is never closed) are known
 * before the first row is handed out. Rows are streamed; memory does not grow with the file. The file is opened once and
 * only for reading, so that a file put in its place meanwhile is not mixed in.
 *
 * A reader belongs to one thread at a time, whichever; it needs no main context.
 */
typedef struct _OvsCsvReader OvsCsvReader;

/**
 * OvsCsvOptions:
 * @encoding: (nullable): `utf-8`, `windows-1252`, `utf-16le`, `utf-16be`, `cp850` or `iso-8859-15`; NULL finds out
 * @delimiter: (nullable): `;`, `,`, `|`, a tab or the word `tab`; NULL finds out
 * @header_line: the line, from 1, on which the header stands; 0 finds out
 * @mapping: (nullable) (array zero-terminated=1): `FIELD=HEADER`, `FIELD=#3` (the third column) or `FIELD=#0` (no column), each
 *   field at most once
 * @repair_double: sets text right that was encoded twice (`RenÃ©e`); without it, it is read as it is
 * @ends_confirmed: somebody has said that the end dates are what they are called, see OvsCsvQuestion; a reader does not ask
 * @today: the day by which two-digit years of birth are understood
 */
typedef struct
{
  const char *encoding;
  const char *delimiter;
  const char *const *mapping;
  OvsDay today;
  guint64 header_line;
  gboolean repair_double;
  gboolean ends_confirmed;
} OvsCsvOptions;

/**
 * ovs_csv_reader_open:
 * @path: a file name in the encoding of the file system
 *
 * Opens and inspects the whole file. May take a second for a million rows: not on the main thread.
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR, or %G_IO_ERROR_CANCELLED.
 */
OvsCsvReader      *ovs_csv_reader_open              (const char *path,
                                                     OvsCsvKind kind,
                                                     const OvsCsvOptions *options,
                                                     GCancellable *cancellable,
                                                     GError **error);

void               ovs_csv_reader_free              (OvsCsvReader *reader);

/**
 * The next row, good or refused; blank lines, totals and repeated headers are passed over and counted.
 * Returns: (transfer none) (nullable): valid until the next call; NULL at the end, or with @error set.
 */
const OvsCsvRow   *ovs_csv_reader_next              (OvsCsvReader *reader, GCancellable *cancellable, GError **error);

OvsCsvKind         ovs_csv_reader_get_kind          (OvsCsvReader *reader);

/** The encoding in which the file was read, by its name in OvsCsvOptions. Returns: (transfer none). */
const char        *ovs_csv_reader_get_encoding      (OvsCsvReader *reader);

/** The delimiter itself, a string of one character; a tab is "\t". Returns: (transfer none). */
const char        *ovs_csv_reader_get_delimiter     (OvsCsvReader *reader);

/** The SHA-256 of the file's bytes in hexadecimal digits. Returns: (transfer none). */
const char        *ovs_csv_reader_get_sha256        (OvsCsvReader *reader);

/** When the file was last changed, in microseconds since 1970. */
gint64             ovs_csv_reader_get_modified      (OvsCsvReader *reader);

/** The line (from 1) on which the header stands. */
guint64            ovs_csv_reader_get_header_line   (OvsCsvReader *reader);

/**
 * The header, as written in the file, of the column that means @field.
 * Returns: (transfer none) (nullable): NULL when no column does.
 */
const char        *ovs_csv_reader_get_header        (OvsCsvReader *reader, OvsField field);

/** How many columns the header has. */
guint              ovs_csv_reader_get_n_columns     (OvsCsvReader *reader);

/** The header of a column, from 0; perhaps empty. Returns: (transfer none). */
const char        *ovs_csv_reader_get_column        (OvsCsvReader *reader, guint column);

/** Whether a column is dropped for privacy. */
gboolean           ovs_csv_reader_drops_column      (OvsCsvReader *reader, guint column);

/** The cell of @row in @column as it may be shown and saved: without what is never stored. Returns: (transfer full). */
char              *ovs_csv_reader_show_cell         (OvsCsvReader *reader, const OvsCsvRow *row, guint column);

/**
 * Fields of this kind that no column means, in the order of the enumeration. `name` and the parts of a name stand in for
 * one another. Returns: (transfer none) (array length=n_fields).
 */
const OvsField    *ovs_csv_reader_get_missing       (OvsCsvReader *reader, guint *n_fields);

/** Headers of columns that mean nothing here, in file order; also the private ones. Returns: (transfer none). */
const char *const *ovs_csv_reader_get_ignored       (OvsCsvReader *reader);

/** Those of the ignored columns that are dropped for privacy (BSN, IBAN, salary, address). Returns: (transfer none). */
const char *const *ovs_csv_reader_get_private       (OvsCsvReader *reader);

/** What each of the private columns holds. Returns: (transfer none): as many as there are private columns. */
const OvsPersonal *ovs_csv_reader_get_private_kinds (OvsCsvReader *reader);

/**
 * What a user should know of this file, as finished sentences in his language: years of two digits, Excel's day numbers,
 * text encoded twice, end dates that mean "no end". They tell no personal data. Returns: (transfer none).
 */
const char *const *ovs_csv_reader_get_notes         (OvsCsvReader *reader);

/** All data rows of the file: those handed out, refused ones included, and those passed over. Known from the start. */
guint64            ovs_csv_reader_get_n_rows        (OvsCsvReader *reader);

/** How many of these are blank lines, totals and repeated headers. Known from the start. */
guint64            ovs_csv_reader_get_n_skipped     (OvsCsvReader *reader);

/** The bytes of the file that ovs_csv_reader_next() has gone through, and all there are. */
guint64            ovs_csv_reader_get_position      (OvsCsvReader *reader);
guint64            ovs_csv_reader_get_size          (OvsCsvReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvReader, ovs_csv_reader_free)

G_END_DECLS
