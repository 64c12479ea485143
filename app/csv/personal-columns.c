/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/personal-columns.h"

#include <glib/gi18n.h>

#include "csv/error.h"
#include "csv/headers.h"

static OvsPersonal
judge (const OvsCsvSurvey *survey, guint column, OvsCsvKind kind)
{
  return column < survey->n_tallies ? ovs_personal_tally_judge (&survey->tallies[column], kind != OVS_CSV_EMPLOYERS) : OVS_PERSONAL_NONE;
}

static gboolean
is_by_hand (const OvsCsvWishes *wishes, OvsField field)
{
  return wishes->fields[field].kind == OVS_WISH_HEADER || wishes->fields[field].kind == OVS_WISH_COLUMN;
}

gboolean
ovs_csv_personal_check (const OvsCsvSurvey *survey,
                        const OvsCsvMapping *mapping,
                        OvsCsvKind kind,
                        const OvsCsvWishes *wishes,
                        const char *name,
                        GError **error)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      OvsField field = ovs_csv_mapping_field (mapping, i);
      OvsPersonal personal = field != OVS_N_FIELDS ? judge (survey, i, kind) : OVS_PERSONAL_NONE;

      if (personal == OVS_PERSONAL_NONE || !(is_by_hand (wishes, field) || ovs_field_is_required (field, kind)))
        continue;
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_PRIVATE,
                   _ ("In the file “%s” the cells of the column “%s” are %s, whatever its header says, and Overstap never stores those. "
                      "Choose another column for “%s”, or export the file again with the right one."),
                   name, mapping->headers[i], ovs_personal_get_title (personal), ovs_headers_get_own (kind, field));
      return FALSE;
    }
  return TRUE;
}

void
ovs_csv_personal_hide (const OvsCsvSurvey *survey, OvsCsvMapping *mapping, OvsCsvKind kind)
{
  for (guint i = 0; i < MIN (mapping->n_columns, survey->n_tallies); i++)
    {
      OvsPersonal personal = judge (survey, i, kind);

      mapping->codes[i] = ovs_personal_tally_has_codes (&survey->tallies[i]);
      if (personal != OVS_PERSONAL_NONE)
        ovs_csv_mapping_hide (mapping, i, personal);
    }
}

guint64
ovs_csv_personal_strays (const OvsCsvSurvey *survey, const OvsCsvMapping *mapping)
{
  guint64 strays = 0;

  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      int column = mapping->columns[i];

      if (column >= 0 && (guint) column < survey->n_tallies && ovs_field_get_value_type ((OvsField) i) == OVS_VALUE_NUMBER &&
          ovs_personal_tally_has_strays (&survey->tallies[column]))
        strays |= G_GUINT64_CONSTANT (1) << i;
    }
  return strays;
}
