/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-words.h"

#include <glib/gi18n.h>

#include "csv/headers.h"

static const struct
{
  const char *delimiter;
  const char *title;
} delimiters[] = {
  { "", N_ ("Found out by itself") },
  { ";", N_ ("Semicolon ;") },
  { ",", N_ ("Comma ,") },
  { "\t", N_ ("Tab") },
  { "|", N_ ("Bar |") },
};

const char *
ovs_import_kind_title (OvsCsvKind kind)
{
  switch (kind)
    {
    case OVS_CSV_EMPLOYERS:
      return _ ("Clients");
    case OVS_CSV_EMPLOYEES:
      return _ ("Employees");
    case OVS_CSV_STATUS:
      return _ ("Status per employee");
    case OVS_CSV_FALLOUT:
      return _ ("Fallout list of Loket");
    case OVS_CSV_CORRECTIONS:
      return _ ("List that a client returns");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
ovs_import_encoding_title (OvsEncoding encoding)
{
  switch (encoding)
    {
    case OVS_ENCODING_UTF_8:
      return "UTF-8";
    case OVS_ENCODING_WINDOWS_1252:
      return _ ("Windows (1252)");
    case OVS_ENCODING_UTF_16LE:
      return _ ("Unicode (UTF-16 LE)");
    case OVS_ENCODING_UTF_16BE:
      return _ ("Unicode (UTF-16 BE)");
    case OVS_ENCODING_CP850:
      return _ ("DOS (850)");
    case OVS_ENCODING_ISO_8859_15:
      return "ISO 8859-15";
    default:
      g_return_val_if_reached ("");
    }
}

const char *
ovs_import_meaning (const OvsCsvPreview *preview, guint column)
{
  switch (preview->columns[column].state)
    {
    case OVS_CSV_COLUMN_READ:
      return ovs_headers_get_own (preview->kind, preview->columns[column].field);
    case OVS_CSV_COLUMN_IN_DOUBT:
      return _ ("Still to choose");
    case OVS_CSV_COLUMN_DROPPED:
      return _ ("Never read");
    default:
      return _ ("Do not read");
    }
}

static gboolean
has_twin (const OvsCsvPreview *preview, guint column)
{
  for (guint i = 0; i < preview->n_columns; i++)
    if (i != column && g_str_equal (preview->columns[i].header, preview->columns[column].header))
      return TRUE;
  return FALSE;
}

char *
ovs_import_column_title (const OvsCsvPreview *preview, guint column)
{
  const char *header = preview->columns[column].header;

  if (header[0] == '\0')
    return g_strdup_printf (_ ("column %u"), column + 1);
  if (has_twin (preview, column))
    return g_strdup_printf (_ ("%s (column %u)"), header, column + 1);
  return g_strdup (header);
}

const char *
ovs_import_delimiter (guint i)
{
  return i < G_N_ELEMENTS (delimiters) ? delimiters[i].delimiter : NULL;
}

const char *
ovs_import_delimiter_title (guint i)
{
  return i < G_N_ELEMENTS (delimiters) ? _ (delimiters[i].title) : NULL;
}
