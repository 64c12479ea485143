/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsCsvError:
 * @OVS_CSV_ERROR_USAGE: a wrong option: an unknown field, encoding or delimiter (a command exits with 2)
 * @OVS_CSV_ERROR_NOT_FOUND: there is no such file
 * @OVS_CSV_ERROR_NOT_A_FILE: a folder, or something else that is no ordinary file
 * @OVS_CSV_ERROR_UNREADABLE: no permission, or the disk failed
 * @OVS_CSV_ERROR_EMPTY: nothing in it
 * @OVS_CSV_ERROR_NOT_TEXT: a picture, a workbook, a program: no text
 * @OVS_CSV_ERROR_ENCODING: not in the encoding that was asked for
 * @OVS_CSV_ERROR_DAMAGED: a quote that is never closed, a cell or a row of an impossible size
 * @OVS_CSV_ERROR_NO_COLUMNS: no known column in it
 * @OVS_CSV_ERROR_MISSING_COLUMN: a column that is needed is not there
 * @OVS_CSV_ERROR_UNKNOWN_HEADER: a mapping names a column that the file does not have
 * @OVS_CSV_ERROR_AMBIGUOUS: two columns with one meaning; the sentence names the mapping to give
 * @OVS_CSV_ERROR_PRIVATE: a mapping names a column that is never stored
 * @OVS_CSV_ERROR_NEVER: a mapping names a column that means something else, whatever it looks like
 * @OVS_CSV_ERROR_AMERICAN: the dates have the month first
 * @OVS_CSV_ERROR_NUMBERS: a spreadsheet has changed numbers into exponents or dates
 * @OVS_CSV_ERROR_CHANGED: the file was changed while it was read
 * @OVS_CSV_ERROR_NO_SPACE: the disk is full
 * @OVS_CSV_ERROR_READ_ONLY: the folder cannot be written in
 * @OVS_CSV_ERROR_WRITE: writing failed otherwise
 *
 * Why a file is refused. The message is one finished sentence or two in the user's language; it may hold the names of the
 * file and of its columns, so it is shown and never logged. Cancelling is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  OVS_CSV_ERROR_USAGE,
  OVS_CSV_ERROR_NOT_FOUND,
  OVS_CSV_ERROR_NOT_A_FILE,
  OVS_CSV_ERROR_UNREADABLE,
  OVS_CSV_ERROR_EMPTY,
  OVS_CSV_ERROR_NOT_TEXT,
  OVS_CSV_ERROR_ENCODING,
  OVS_CSV_ERROR_DAMAGED,
  OVS_CSV_ERROR_NO_COLUMNS,
  OVS_CSV_ERROR_MISSING_COLUMN,
  OVS_CSV_ERROR_UNKNOWN_HEADER,
  OVS_CSV_ERROR_AMBIGUOUS,
  OVS_CSV_ERROR_PRIVATE,
  OVS_CSV_ERROR_NEVER,
  OVS_CSV_ERROR_AMERICAN,
  OVS_CSV_ERROR_NUMBERS,
  OVS_CSV_ERROR_CHANGED,
  OVS_CSV_ERROR_NO_SPACE,
  OVS_CSV_ERROR_READ_ONLY,
  OVS_CSV_ERROR_WRITE,
} OvsCsvError;

#define OVS_CSV_ERROR (ovs_csv_error_quark ())

GQuark ovs_csv_error_quark (void);

G_END_DECLS
