/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/day.h"
#include "csv/error.h"

G_BEGIN_DECLS

/**
 * OvsCsvWriter:
 *
 * Writes an office file as Excel in the Netherlands reads it: `;`, UTF-8 with a byte order mark, CRLF, days as
 * dd-mm-jjjj. A cell that a spreadsheet would run (beginning with = + - @, a tab or a return) gets an apostrophe before it, which
 * OvsCsvReader takes away again.
 *
 * The rows go to a temporary file beside the target that takes its place when the writer is closed, readable by its owner
 * only: there is never a half file. A writer belongs to one thread at a time.
 */
typedef struct _OvsCsvWriter OvsCsvWriter;

/**
 * Begins the file @path. An existing file stays as it is until the writer is closed.
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR.
 */
OvsCsvWriter *ovs_csv_writer_new        (const char *path, GError **error);

/** Without ovs_csv_writer_close() nothing remains of what was written. */
void          ovs_csv_writer_free       (OvsCsvWriter *writer);

/** Adds a cell to the row. @text: (nullable): UTF-8; NULL is an empty cell. */
void          ovs_csv_writer_add_text   (OvsCsvWriter *writer, const char *text);

/** Adds a cell with a count. */
void          ovs_csv_writer_add_count  (OvsCsvWriter *writer, gint64 count);

/** Adds a cell with a day; empty for %OVS_NO_DAY. */
void          ovs_csv_writer_add_day    (OvsCsvWriter *writer, OvsDay day);

/** Ends the row. FALSE with an %OVS_CSV_ERROR when it could not be written; then close fails too. */
gboolean      ovs_csv_writer_end_row    (OvsCsvWriter *writer, GError **error);

/** Writes and ends a row of texts. @texts: (array zero-terminated=1). */
gboolean      ovs_csv_writer_add_row    (OvsCsvWriter *writer, const char *const *texts, GError **error);

/** Makes the file safe on the disk and puts it in its place. The writer takes nothing more after it. */
gboolean      ovs_csv_writer_close      (OvsCsvWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvWriter, ovs_csv_writer_free)

G_END_DECLS
