/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/refused.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "csv/reader.h"
#include "csv/writer.h"

/* Headers of files are Dutch, in every language. The second where the file has the first for something of its own. */
#define REASON_HEADER       "Reden"
#define OTHER_REASON_HEADER "Reden van weigering"

typedef struct
{
  OvsCsvReader *reader; /* (unowned) */
  OvsCsvWriter *writer; /* (unowned) */
  gboolean *dropped;    /* (owned) per column */
} Saving;

static gboolean
is_called (OvsCsvReader *reader, guint column, const char *header)
{
  g_autofree char *key = ovs_text_header_key (ovs_csv_reader_get_column (reader, column));
  g_autofree char *wanted = ovs_text_header_key (header);

  return g_str_equal (key, wanted);
}

/* The reason of the time before is replaced; one that the office wrote itself stays. */
static gboolean
is_old_reason (OvsCsvReader *reader, guint column)
{
  if (is_called (reader, column, OTHER_REASON_HEADER))
    return TRUE;
  return ovs_csv_reader_get_kind (reader) != OVS_CSV_FALLOUT && is_called (reader, column, REASON_HEADER) &&
         column + 1 == ovs_csv_reader_get_n_columns (reader);
}

int
ovs_intake_find_reason_column (OvsCsvReader *reader)
{
  for (guint i = ovs_csv_reader_get_n_columns (reader); i > 0; i--)
    if (is_old_reason (reader, i - 1))
      return (int) i - 1;
  return -1;
}

static const char *
choose_header (const Saving *saving)
{
  for (guint i = 0; i < ovs_csv_reader_get_n_columns (saving->reader); i++)
    if (!saving->dropped[i] && is_called (saving->reader, i, REASON_HEADER))
      return OTHER_REASON_HEADER;
  return REASON_HEADER;
}

static void
choose_columns (Saving *saving)
{
  guint n_columns = ovs_csv_reader_get_n_columns (saving->reader);

  saving->dropped = g_new0 (gboolean, n_columns);
  for (guint i = 0; i < n_columns; i++)
    saving->dropped[i] = ovs_csv_reader_drops_column (saving->reader, i) || is_old_reason (saving->reader, i);
}

/* In a row with too many cells everything from a private column on may have moved up to @surplus places to the right. */
static gboolean
may_be_private (const Saving *saving, guint cell, guint surplus)
{
  for (guint i = surplus < cell ? cell - surplus : 0; i <= cell; i++)
    if (i < ovs_csv_reader_get_n_columns (saving->reader) && ovs_csv_reader_drops_column (saving->reader, i))
      return TRUE;
  return FALSE;
}

static gboolean
write_header (const Saving *saving, GError **error)
{
  for (guint i = 0; i < ovs_csv_reader_get_n_columns (saving->reader); i++)
    if (!saving->dropped[i])
      ovs_csv_writer_add_text (saving->writer, ovs_csv_reader_get_column (saving->reader, i));
  ovs_csv_writer_add_text (saving->writer, choose_header (saving));
  return ovs_csv_writer_end_row (saving->writer, error);
}

static gboolean
write_row (const Saving *saving, const OvsCsvRow *row, const char *reason, GError **error)
{
  guint n_columns = ovs_csv_reader_get_n_columns (saving->reader);
  guint n_cells = MAX (ovs_csv_row_get_n_cells (row), n_columns);

  for (guint i = 0; i < n_cells; i++)
    {
      gboolean private = may_be_private (saving, i, n_cells - n_columns);
      g_autofree char *cell = private ? NULL : ovs_csv_reader_show_cell (saving->reader, row, i);

      if (i >= n_columns || !saving->dropped[i])
        ovs_csv_writer_add_text (saving->writer, cell);
    }
  ovs_csv_writer_add_text (saving->writer, reason);
  return ovs_csv_writer_end_row (saving->writer, error);
}

static gboolean
write_rows (const Saving *saving, GPtrArray *refused, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const OvsCsvRow *row;
  guint next = 0;

  while (next < refused->len && (row = ovs_csv_reader_next (saving->reader, cancellable, &failure)) != NULL)
    {
      const OvsIntakeRefusal *refusal = g_ptr_array_index (refused, next);

      if (ovs_csv_row_get_line (row) != refusal->line)
        continue;
      if (!write_row (saving, row, refusal->reason, error))
        return FALSE;
      next++;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static OvsCsvReader *
open_again (const OvsIntakeRequest *request,
            const OvsIntakeResult *result,
            GCancellable *cancellable,
            GError **error)
{
  OvsCsvOptions options = {
    .encoding = request->encoding,
    .delimiter = request->delimiter,
    .header_line = request->header_line,
    .mapping = request->mapping,
    .repair_double = request->repair_double,
  };
  g_autoptr (OvsCsvReader) reader =
      ovs_csv_reader_open (request->path, request->kind, &options, cancellable, error);

  if (reader == NULL || g_str_equal (ovs_csv_reader_get_sha256 (reader), result->sha256))
    return g_steal_pointer (&reader);
  g_set_error_literal (error, OVS_CSV_ERROR, OVS_CSV_ERROR_CHANGED,
                       _ ("The file was changed after it was read, so its refused rows can no longer be told. Read it again."));
  return NULL;
}

gboolean
ovs_intake_save_refused (const OvsIntakeRequest *request,
                         const OvsIntakeResult *result,
                         const char *target,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (OvsCsvReader) reader = open_again (request, result, cancellable, error);
  g_autoptr (OvsCsvWriter) writer = NULL;
  g_autofree gboolean *dropped = NULL;
  Saving saving = { .reader = reader };

  if (reader == NULL || (writer = ovs_csv_writer_new (target, error)) == NULL)
    return FALSE;
  saving.writer = writer;
  choose_columns (&saving);
  dropped = saving.dropped;
  return write_header (&saving, error) && write_rows (&saving, result->refused, cancellable, error) &&
         ovs_csv_writer_close (writer, error);
}
