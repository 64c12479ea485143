/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/record.h"

#include <string.h>

#include "dossier/trail.h"
#include "rules/told.h"

static const char *
text_of (gconstpointer record, const OvsRecordField *field)
{
  return *(char *const *) ((const char *) record + field->offset);
}

static gint32
number_of (gconstpointer record, const OvsRecordField *field)
{
  const void *place = (const char *) record + field->offset;

  switch (field->type)
    {
    case OVS_RECORD_DAY:
      return *(const OvsDay *) place;
    case OVS_RECORD_FLAG:
      return *(const gboolean *) place;
    default:
      return (gint32) * (const OvsTold *) place;
    }
}

char *
ovs_record_get (gconstpointer record, const OvsRecordField *field)
{
  if (field->type == OVS_RECORD_TEXT)
    return g_strdup (text_of (record, field));
  if (field->type == OVS_RECORD_DAY)
    return ovs_day_to_iso (number_of (record, field));
  if (field->type == OVS_RECORD_FLAG)
    return g_strdup (number_of (record, field) != 0 ? "1" : "0");

  gint32 told = number_of (record, field);
  return told == OVS_TOLD_UNKNOWN ? NULL : g_strdup (told == OVS_TOLD_YES ? "1" : "0");
}

void
ovs_record_set (gpointer record, const OvsRecordField *field, const char *value)
{
  void *place = (char *) record + field->offset;

  if (field->type == OVS_RECORD_DAY)
    ovs_day_parse_iso (value, place);
  else if (field->type == OVS_RECORD_FLAG)
    *(gboolean *) place = value != NULL && *value == '1';
  else if (field->type == OVS_RECORD_TOLD)
    *(OvsTold *) place = value == NULL ? OVS_TOLD_UNKNOWN : *value == '1' ? OVS_TOLD_YES : OVS_TOLD_NO;
  else
    {
      g_free (*(char **) place);
      *(char **) place = g_strdup (value);
    }
}

void
ovs_record_put_back (gpointer record, const char *name, const char *value, const OvsRecordField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (name, fields[i].name) == 0)
      ovs_record_set (record, &fields[i], value);
}

gboolean
ovs_record_equal (gconstpointer a, gconstpointer b, const OvsRecordField *field)
{
  if (field->type == OVS_RECORD_TEXT)
    return g_strcmp0 (text_of (a, field), text_of (b, field)) == 0;
  return number_of (a, field) == number_of (b, field);
}

gboolean
ovs_record_has (gconstpointer record, const char *name, const char *value, const OvsRecordField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].name, name) == 0)
      {
        g_autofree char *now = ovs_record_get (record, &fields[i]);

        if (fields[i].type == OVS_RECORD_FLAG && value == NULL)
          value = "0";
        return g_strcmp0 (now, value) == 0;
      }
  return FALSE;
}

guint
ovs_record_note_changes (OvsTx *tx,
                         gint64 sequence,
                         gint64 employer,
                         gint64 employee,
                         gconstpointer old,
                         gconstpointer changed,
                         const OvsRecordField *fields,
                         gsize n_fields)
{
  guint count = 0;

  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (ovs_record_equal (old, changed, &fields[i]))
        continue;
      before = ovs_record_get (old, &fields[i]);
      after = ovs_record_get (changed, &fields[i]);
      ovs_history_add (tx, sequence, employer, employee, fields[i].name, before, after);
      count++;
    }
  return count;
}

void
ovs_record_clear (gpointer record, const OvsRecordField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].type == OVS_RECORD_TEXT)
      g_clear_pointer ((char **) ((char *) record + fields[i].offset), g_free);
}
