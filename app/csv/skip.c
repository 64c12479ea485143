/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/skip.h"

#include "base/text.h"
#include "csv/cell.h"

#include <string.h>

static const char *const totals[] = {
  "totaal", "subtotaal", "eindtotaal", "totalen", "total", "aantal", NULL
};

static gboolean
is_totals_cell (const char *cell)
{
  g_autofree char *key = NULL;

  if (strpbrk (cell, "aA") == NULL)
    return FALSE;
  key = ovs_text_fold (cell);
  for (guint i = 0; totals[i] != NULL; i++)
    if (g_str_has_prefix (key, totals[i]) && !g_ascii_isalpha (key[strlen (totals[i])]))
      return TRUE;
  return FALSE;
}

/* The first cell that is not blank; NULL for none. */
static const char *
first_cell (const OvsRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    {
      const char *cell = ovs_record_get (record, i);

      if (cell[0] != '\0' && !ovs_cell_is_blank (cell))
        return cell;
    }
  return NULL;
}

/* What a row is does not depend on which columns are hidden, or it would be counted as one thing and read as another. */
static int
column_of (const OvsCsvMapping *mapping, guint field)
{
  return mapping->hides ? mapping->mapped[field] : mapping->columns[field];
}

static gboolean
is_header (const OvsCsvMapping *mapping, const OvsRecord *record)
{
  gboolean compared = FALSE;

  for (guint field = 0; field < OVS_N_FIELDS; field++)
    {
      int column = column_of (mapping, field);
      g_autofree char *key =
          column >= 0 ? ovs_text_header_key (ovs_record_get (record, (guint) column)) : NULL;

      if (column >= 0 && !g_str_equal (key, mapping->keys[column]))
        return FALSE;
      compared = compared || column >= 0;
    }
  return compared;
}

/* Without a number of its own: a label in front of the sums, or behind them. */
static gboolean
is_totals (const OvsRecord *record, const char *number, const char *first)
{
  if (number != first && !ovs_cell_is_blank (number))
    return FALSE;
  for (guint i = 0; number != first && i < record->n_cells; i++)
    if (is_totals_cell (ovs_record_get (record, i)))
      return TRUE;
  return is_totals_cell (first);
}

static gboolean
is_title (const OvsCsvMapping *mapping, const char *first)
{
  g_autofree char *key = NULL;

  if (mapping->titles == NULL || mapping->titles[0] == NULL)
    return FALSE;
  key = ovs_text_fold (first);
  return g_strv_contains ((const char *const *) mapping->titles, key);
}

OvsCsvSkip
ovs_csv_skips (const OvsCsvMapping *mapping, const OvsRecord *record)
{
  int column = column_of (mapping, OVS_FIELD_EMPLOYER_NUMBER);
  /* Only while a file is looked at does nothing mean the number. */
  const char *number = column >= 0 ? ovs_record_get (record, (guint) column) : "";
  const char *first;

  /* The usual row, without further ado. */
  if (g_ascii_isdigit (number[0]))
    return OVS_CSV_SKIP_NOT;

  first = first_cell (record);
  if (first == NULL)
    return OVS_CSV_SKIP_BLANK;
  if (is_totals (record, number, first))
    return OVS_CSV_SKIP_TOTALS;
  if (is_header (mapping, record))
    return OVS_CSV_SKIP_HEADER;
  return is_title (mapping, first) ? OVS_CSV_SKIP_TITLE : OVS_CSV_SKIP_NOT;
}
