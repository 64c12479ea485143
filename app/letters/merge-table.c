/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/merge-table.h"

#include "csv/writer.h"
#include "letters/fields.h"

static gboolean
write_head (OvsCsvWriter *writer, GError **error)
{
  gsize n_fields;
  const OvsLetterField *fields = ovs_letter_fields_all (&n_fields);

  ovs_csv_writer_add_text (writer, "e-mailadres");
  for (gsize i = 0; i < n_fields; i++)
    ovs_csv_writer_add_text (writer, fields[i].name);
  ovs_csv_writer_add_text (writer, "onderwerp");
  ovs_csv_writer_add_text (writer, "tekst");
  return ovs_csv_writer_end_row (writer, error);
}

static gboolean
write_letter (OvsCsvWriter *writer, const OvsLetter *letter, GError **error)
{
  gsize n_fields;
  const OvsLetterField *fields = ovs_letter_fields_all (&n_fields);

  ovs_csv_writer_add_text (writer, letter->recipient);
  for (gsize i = 0; i < n_fields; i++)
    ovs_csv_writer_add_text (writer, ovs_field_values_lookup (fields[i].name, letter->values));
  ovs_csv_writer_add_text (writer, letter->subject);
  ovs_csv_writer_add_text (writer, letter->text);
  return ovs_csv_writer_end_row (writer, error);
}

gboolean
ovs_merge_table_save (const GPtrArray *letters, const char *path, GError **error)
{
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);

  if (writer == NULL || !write_head (writer, error))
    return FALSE;
  for (guint i = 0; i < letters->len; i++)
    if (!write_letter (writer, g_ptr_array_index (letters, i), error))
      return FALSE;
  return ovs_csv_writer_close (writer, error);
}
