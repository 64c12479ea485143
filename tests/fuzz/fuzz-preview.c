/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/preview.h"

#include "fuzz/fuzz.h"

static void
check_columns (const OvsCsvPreview *preview)
{
  for (guint i = 0; i < preview->n_columns; i++)
    {
      const OvsCsvColumn *column = &preview->columns[i];

      g_assert (g_utf8_validate (column->header, -1, NULL));
      if (column->state == OVS_CSV_COLUMN_READ)
        g_assert (ovs_csv_preview_find (preview, column->field) == (int) i);
      if (column->state == OVS_CSV_COLUMN_DROPPED)
        g_assert (column->field == OVS_CSV_NO_FIELD);
    }
}

static void
check_rows (const OvsCsvPreview *preview)
{
  g_assert (preview->rows->len <= OVS_CSV_PREVIEW_ROWS);
  for (guint i = 0; i < preview->rows->len; i++)
    {
      const OvsCsvPreviewRow *row = g_ptr_array_index (preview->rows, i);

      g_assert (row->line > preview->header_line && row->cells->len == preview->n_columns);
      g_assert (row->blamed < (int) preview->n_columns && (row->blamed < 0 || row->reason != NULL));
      for (guint j = 0; j < preview->n_columns; j++)
        {
          const char *cell = g_ptr_array_index (row->cells, j);

          /* Nothing of a private column is shown. */
          if (preview->columns[j].state == OVS_CSV_COLUMN_DROPPED)
            g_assert (cell == NULL);
          g_assert (cell == NULL || g_utf8_validate (cell, -1, NULL));
        }
    }
}

/* The reader takes the file as the preview shows it, or refuses it for a reason that only the whole file gives. */
static void
check_reader (const OvsCsvPreview *preview, const char *path, const OvsCsvOptions *options)
{
  OvsCsvOptions found = *options;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvReader) reader = NULL;

  found.encoding = ovs_encoding_get_name (preview->encoding);
  found.delimiter = preview->delimiter;
  found.header_line = preview->header_line;
  reader = ovs_csv_reader_open (path, preview->kind, &found, NULL, &error);
  if (reader == NULL)
    return;
  g_assert (ovs_csv_reader_get_header_line (reader) == preview->header_line);
  g_assert (ovs_csv_reader_get_n_columns (reader) == preview->n_columns);
  g_assert (ovs_csv_reader_get_n_rows (reader) - ovs_csv_reader_get_n_skipped (reader) == preview->n_rows);
  for (guint i = 0; i < preview->n_columns; i++)
    g_assert (ovs_csv_reader_drops_column (reader, i) == (preview->columns[i].state == OVS_CSV_COLUMN_DROPPED));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  OvsCsvOptions options = { .today = ovs_day_from_ymd (2026, 11, 2) };
  OvsCsvKind kind = (OvsCsvKind) fuzz_choose (data, &size, OVS_CSV_ANY_KIND + 1);
  const char *path = fuzz_file (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvPreview) preview = ovs_csv_preview_open (path, kind, &options, NULL, &error);

  if (preview == NULL)
    {
      g_assert (error->domain == OVS_CSV_ERROR && g_str_has_suffix (error->message, "."));
      return 0;
    }
  g_assert (preview->kind < OVS_CSV_N_KINDS && preview->encoding < OVS_N_ENCODINGS);
  g_assert (ovs_csv_preview_count_open (preview) <= preview->questions->len);
  check_columns (preview);
  check_rows (preview);
  check_reader (preview, path, &options);
  return 0;
}
