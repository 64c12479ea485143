/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/row-build.h"

#include "csv/row-private.h"

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

OvsCsvRow *
ovs_csv_row_build (void)
{
  return ovs_csv_row_new ();
}

void
ovs_csv_row_unbuild (OvsCsvRow *row)
{
  ovs_csv_row_free (row);
}

void
ovs_csv_row_begin (OvsCsvRow *row, guint64 line)
{
  row->line = line;
  row->told = 0;
}

void
ovs_csv_row_tell_text (OvsCsvRow *row, OvsField field, const char *text)
{
  row->texts[field] = text;
  row->told |= BIT (field);
}

void
ovs_csv_row_tell_day (OvsCsvRow *row, OvsField field, OvsDay day)
{
  row->days[field] = day;
  row->told |= BIT (field);
}

void
ovs_csv_row_tell_answer (OvsCsvRow *row, OvsField field, OvsCsvYesNo answer)
{
  row->answers[field] = answer;
  row->told |= BIT (field);
}
