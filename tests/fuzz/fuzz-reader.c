/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "csv/reader.h"

#include <string.h>

#include "fuzz/fuzz.h"

/* Between the mappings, a line each, and the file. */
#define BORDER "\n----\n"

static void
check_row (const OvsCsvRow *row)
{
  g_assert (ovs_csv_row_get_line (row) > 0);
  g_assert (ovs_csv_row_is_refused (row) == (ovs_csv_row_get_reason (row) != NULL));
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      OvsField field = (OvsField) i;
      int year = 1;

      if (ovs_field_is_day (field))
        {
          if (ovs_csv_row_get_day (row, field) != OVS_NO_DAY)
            ovs_day_to_ymd (ovs_csv_row_get_day (row, field), &year, NULL, NULL);
          g_assert (year >= OVS_DAY_FIRST_YEAR && year <= OVS_DAY_LAST_YEAR);
        }
      else if (ovs_field_get_value_type (field) == OVS_VALUE_YES_NO)
        g_assert (ovs_csv_row_get_yes_no (row, field) <= OVS_CSV_YES);
      else
        g_assert (g_utf8_validate (ovs_csv_row_get_text (row, field), -1, NULL));
    }
}

static void
check_texts (const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    g_assert (g_utf8_validate (texts[i], -1, NULL));
}

/* All rows are accounted for; whatever refuses the file was said when it was opened. */
static void
read_rows (OvsCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  const OvsCsvRow *row;
  guint64 n_rows = 0;

  while ((row = ovs_csv_reader_next (reader, NULL, &error)) != NULL)
    {
      check_row (row);
      n_rows++;
    }
  g_assert (error == NULL);
  g_assert (n_rows + ovs_csv_reader_get_n_skipped (reader) == ovs_csv_reader_get_n_rows (reader));
  g_assert (ovs_csv_reader_get_position (reader) == ovs_csv_reader_get_size (reader));
  check_texts (ovs_csv_reader_get_notes (reader));
  check_texts (ovs_csv_reader_get_ignored (reader));
  check_texts (ovs_csv_reader_get_private (reader));
}

static char **
take_mapping (const guint8 **data, gsize *size)
{
  const guint8 *border = *size > 0 ? memmem (*data, *size, BORDER, strlen (BORDER)) : NULL;
  g_autofree char *text = NULL;

  if (border == NULL)
    return NULL;
  text = fuzz_valid_text (*data, (gsize) (border - *data));
  *size -= (gsize) (border - *data) + strlen (BORDER);
  *data = border + strlen (BORDER);
  return g_strsplit (text, "\n", 20);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const delimiters[] = { NULL, NULL, NULL, ";", ",", "tab", "|" };
  static const char *const encodings[] = { NULL, NULL, NULL, "utf-8", "windows-1252", "utf-16le", "cp850" };
  OvsCsvOptions options = { .today = ovs_day_from_ymd (2026, 11, 2) };
  OvsCsvKind kind = (OvsCsvKind) fuzz_choose (data, &size, OVS_CSV_N_KINDS);
  g_auto (GStrv) mapping = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvReader) reader = NULL;

  options.delimiter = delimiters[fuzz_choose (data, &size, G_N_ELEMENTS (delimiters))];
  options.encoding = encodings[fuzz_choose (data, &size, G_N_ELEMENTS (encodings))];
  options.header_line = (fuzz_choose (data, &size, 8) + 2) / 8;
  options.repair_double = fuzz_choose (data, &size, 2) == 1;
  mapping = take_mapping (&data, &size);
  options.mapping = (const char *const *) mapping;

  fuzz_read_in_pieces ((guint32) size, size % 3 == 0 ? 30 : 0);
  reader = ovs_csv_reader_open (fuzz_file (data, size), kind, &options, NULL, &error);
  if (reader != NULL)
    read_rows (reader);
  else
    g_assert (error->domain == OVS_CSV_ERROR && g_str_has_suffix (error->message, "."));
  return 0;
}
