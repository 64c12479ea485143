/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/row-private.h"

#include "csv/cell.h"
#include "csv/name.h"
#include "csv/value.h"

#include <glib/gi18n.h>
#include <string.h>

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

OvsCsvRow *
ovs_csv_row_new (void)
{
  OvsCsvRow *row = g_new0 (OvsCsvRow, 1);

  row->owned = g_ptr_array_new_with_free_func (g_free);
  row->kept_text = g_byte_array_new ();
  row->kept_starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return row;
}

void
ovs_csv_row_free (OvsCsvRow *row)
{
  g_ptr_array_unref (row->owned);
  g_byte_array_unref (row->kept_text);
  g_array_unref (row->kept_starts);
  g_free (row->reason);
  g_free (row);
}

/* What is not told is not looked at. */
static void
clear (OvsCsvRow *row)
{
  if (row->owned->len > 0)
    g_ptr_array_set_size (row->owned, 0);
  g_clear_pointer (&row->reason, g_free);
  row->column = NULL;
  row->told = 0;
}

const OvsRecord *
ovs_csv_row_keep (OvsCsvRow *row, const OvsRecord *record)
{
  gsize last = record->starts[record->n_cells - 1];
  gsize size = last + strlen (record->text + last) + 1;

  g_byte_array_set_size (row->kept_text, 0);
  g_byte_array_append (row->kept_text, (const guint8 *) record->text, (guint) size);
  g_array_set_size (row->kept_starts, 0);
  g_array_append_vals (row->kept_starts, record->starts, record->n_cells);
  row->kept = (OvsRecord){
    .line = record->line,
    .n_cells = record->n_cells,
    .text = (const char *) row->kept_text->data,
    .starts = (const gsize *) (gpointer) row->kept_starts->data,
  };
  return &row->kept;
}

static void
set_text (OvsCsvRow *row, OvsField field, const char *text)
{
  row->texts[field] = text;
  row->told |= BIT (field);
}

/* Returns: (nullable): why the cell cannot be read. */
static const char *
read_text (OvsCsvRow *row, OvsField field, OvsCsvKind kind, const char *cell, const char *text)
{
  const char *payroll;

  switch (ovs_field_get_value_type (field))
    {
    case OVS_VALUE_NUMBER:
      if (text[0] == '\0' && ovs_field_is_required (field, kind))
        return _ ("The number is missing. Fill it in and import the row again.");
      break;
    case OVS_VALUE_EMAIL:
      text = ovs_cell_disarm (cell);
      break;
    case OVS_VALUE_PAYROLL:
      payroll = ovs_value_parse_payroll (text);
      if (payroll == NULL)
        return _ ("This is no payroll period. Write maand, 4 weken or week.");
      text = payroll;
      break;
    case OVS_VALUE_STATUS:
      break;
    default:
      if (ovs_cell_is_empty_word (text))
        text = "";
      break;
    }
  set_text (row, field, text);
  return NULL;
}

/* What is never stored is taken out of a text. Returns: (nullable): why the cell cannot be read: a number has nothing else in it. */
static const char *
hide_personal (OvsCsvRow *row, const OvsCsvReading *reading, OvsField field)
{
  gboolean is_number = ovs_field_get_value_type (field) == OVS_VALUE_NUMBER;
  gboolean keep_numbers = is_number ? (reading->strays & BIT (field)) == 0 : !ovs_field_hides_numbers (field);
  char *masked = ovs_personal_mask (row->texts[field], keep_numbers);

  if (masked == NULL)
    return NULL;
  g_ptr_array_add (row->owned, masked);
  set_text (row, field, masked);
  return is_number ? _ ("This looks like a BSN or another number that Overstap never stores. Write the right number here and import the row again.")
                   : NULL;
}

static const char *
read_cell (OvsCsvRow *row, const OvsCsvReading *reading, OvsField field, const char *cell)
{
  OvsValueType type = ovs_field_get_value_type (field);
  const char *text = ovs_cell_clean (cell, row->owned);
  const char *reason;

  if (ovs_cell_is_sheet_error (text))
    return _ (
        "The spreadsheet shows an error instead of a value here. Mend the cell and export the file again.");
  if (ovs_field_is_day (field))
    {
      if (!ovs_value_parse_day (text, type, (reading->serial & BIT (field)) != 0, reading->today,
                                &row->days[field]))
        return _ ("This is no day that exists. Write the day as dd-mm-yyyy and import the row again.");
      row->told |= BIT (field);
      return NULL;
    }
  if (type == OVS_VALUE_YES_NO)
    {
      if (!ovs_value_parse_yes_no (text, &row->answers[field]))
        return _ ("This is neither yes nor no. Write J or N.");
      row->told |= BIT (field);
      return NULL;
    }
  reason = read_text (row, field, reading->kind, cell, text);
  if (reason == NULL && ((reading->masked | reading->strays) & BIT (field)) != 0)
    reason = hide_personal (row, reading, field);
  return reason;
}

static gboolean
has_surplus (const OvsCsvMapping *mapping, const OvsRecord *record)
{
  for (guint i = mapping->n_columns; i < record->n_cells; i++)
    if (!ovs_cell_is_blank (ovs_record_get (record, i)))
      return TRUE;
  return FALSE;
}

static void
set_part (OvsCsvRow *row, OvsField field, char **part)
{
  if ((row->told & BIT (field)) != 0)
    return;
  set_text (row, field, *part);
  g_ptr_array_add (row->owned, g_steal_pointer (part));
}

/* The whole name in one column stands in for its parts. */
static void
split_name (OvsCsvRow *row)
{
  g_auto (OvsNameParts) parts = { 0 };

  ovs_name_split (row->texts[OVS_FIELD_NAME], &parts);
  set_part (row, OVS_FIELD_INITIALS, &parts.initials);
  set_part (row, OVS_FIELD_PREFIX, &parts.prefix);
  set_part (row, OVS_FIELD_LAST_NAME, &parts.last_name);
}

/* Whom it is about, the row tells all the same, where its numbers were read before the fault. */
static void
refuse (OvsCsvRow *row, const char *column, const char *reason)
{
  row->told &= BIT (OVS_FIELD_EMPLOYER_NUMBER) | BIT (OVS_FIELD_EMPLOYEE_NUMBER);
  row->column = column;
  row->reason = g_strdup (reason);
}

void
ovs_csv_row_fill (OvsCsvRow *row, const OvsCsvReading *reading, const OvsRecord *record)
{
  const OvsCsvMapping *mapping = reading->mapping;

  clear (row);
  row->record = record;
  row->line = record->line;
  if (has_surplus (mapping, record))
    {
      refuse (row, NULL,
              _ ("The row has more cells than there are headers. Put a text with the delimiter in it between "
                 "quotation marks."));
      return;
    }
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      OvsField field = (OvsField) i;
      const char *cell = ovs_csv_mapping_cell (mapping, record, field);
      const char *reason = cell != NULL ? read_cell (row, reading, field, cell) : NULL;

      if (reason != NULL)
        {
          refuse (row, mapping->headers[mapping->columns[field]], reason);
          return;
        }
    }
  if (reading->kind == OVS_CSV_EMPLOYEES && ovs_csv_row_has (row, OVS_FIELD_NAME) &&
      !ovs_csv_row_has (row, OVS_FIELD_LAST_NAME))
    split_name (row);
}

guint64
ovs_csv_row_get_line (const OvsCsvRow *row)
{
  return row->line;
}

guint
ovs_csv_row_get_n_cells (const OvsCsvRow *row)
{
  return row->record->n_cells;
}

const char *
ovs_csv_row_get_cell (const OvsCsvRow *row, guint column)
{
  return ovs_record_get (row->record, column);
}

gboolean
ovs_csv_row_is_refused (const OvsCsvRow *row)
{
  return row->reason != NULL;
}

const char *
ovs_csv_row_get_column (const OvsCsvRow *row)
{
  return row->column != NULL ? row->column : "";
}

const char *
ovs_csv_row_get_reason (const OvsCsvRow *row)
{
  return row->reason;
}

gboolean
ovs_csv_row_has (const OvsCsvRow *row, OvsField field)
{
  return (row->told & BIT (field)) != 0;
}

const char *
ovs_csv_row_get_text (const OvsCsvRow *row, OvsField field)
{
  return ovs_csv_row_has (row, field) && row->texts[field] != NULL ? row->texts[field] : "";
}

OvsDay
ovs_csv_row_get_day (const OvsCsvRow *row, OvsField field)
{
  return ovs_csv_row_has (row, field) ? row->days[field] : OVS_NO_DAY;
}

OvsCsvYesNo
ovs_csv_row_get_yes_no (const OvsCsvRow *row, OvsField field)
{
  return ovs_csv_row_has (row, field) ? row->answers[field] : OVS_CSV_NOT_SAID;
}
