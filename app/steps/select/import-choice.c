/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/select/import-choice.h"

#include <string.h>

#include "csv/encoding.h"

OvsImportChoice *
ovs_import_choice_new (const char *path)
{
  OvsImportChoice *choice = g_new0 (OvsImportChoice, 1);

  choice->path = g_strdup (path);
  choice->kind = OVS_CSV_ANY_KIND;
  choice->encoding = -1;
  return choice;
}

OvsImportChoice *
ovs_import_choice_copy (const OvsImportChoice *choice)
{
  OvsImportChoice *copy = g_memdup2 (choice, sizeof *choice);

  copy->path = g_strdup (choice->path);
  copy->key = g_strdup (choice->key);
  copy->profile = choice->profile != NULL ? ovs_csv_profile_copy (choice->profile) : NULL;
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    copy->mapping[i] = g_strdup (choice->mapping[i]);
  return copy;
}

static void
forget_columns (OvsImportChoice *choice)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    g_clear_pointer (&choice->mapping[i], g_free);
  choice->ends_confirmed = FALSE;
}

void
ovs_import_choice_free (OvsImportChoice *choice)
{
  forget_columns (choice);
  g_free (choice->path);
  g_free (choice->key);
  g_clear_pointer (&choice->profile, ovs_csv_profile_free);
  g_free (choice);
}

void
ovs_import_choice_adopt (OvsImportChoice *choice, const OvsCsvPreview *preview)
{
  choice->kind = preview->kind;
  choice->delimiter[0] = preview->delimiter[0];
  choice->header_line = preview->header_line;
}

void
ovs_import_choice_set_kind (OvsImportChoice *choice, OvsCsvKind kind)
{
  choice->kind = kind;
  choice->by_hand.kind = TRUE;
  choice->by_hand.header = FALSE;
  choice->header_line = 0;
  forget_columns (choice);
}

void
ovs_import_choice_set_delimiter (OvsImportChoice *choice, const char *delimiter)
{
  choice->delimiter[0] = delimiter[0];
  choice->by_hand.delimiter = delimiter[0] != '\0';
  choice->by_hand.header = FALSE;
  choice->header_line = 0;
  forget_columns (choice);
}

void
ovs_import_choice_set_header (OvsImportChoice *choice, guint64 line)
{
  choice->header_line = line;
  choice->by_hand.header = TRUE;
  forget_columns (choice);
}

void
ovs_import_choice_answer (OvsImportChoice *choice, OvsField field, int column)
{
  if (field == OVS_FIELD_END_DATE)
    choice->ends_confirmed = FALSE;
  g_free (choice->mapping[field]);
  choice->mapping[field] = g_strdup_printf ("#%d", column + 1);
}

/* The one other column that may mean the same, or -1. */
static int
find_only_rival (const OvsCsvPreview *preview, guint column)
{
  int rival = -1;

  for (guint i = 0; i < preview->n_columns; i++)
    {
      if (i == column || preview->columns[i].state != OVS_CSV_COLUMN_IN_DOUBT ||
          preview->columns[i].field != preview->columns[column].field)
        continue;
      if (rival >= 0)
        return -1;
      rival = (int) i;
    }
  return rival;
}

void
ovs_import_choice_set_meaning (OvsImportChoice *choice, const OvsCsvPreview *preview, guint column, OvsField field)
{
  const OvsCsvColumn *present = &preview->columns[column];

  if (present->field == field && present->state != OVS_CSV_COLUMN_IN_DOUBT)
    return;
  /* What it meant goes to no other column by itself; of two in doubt the other one remains. */
  if (present->state == OVS_CSV_COLUMN_READ)
    ovs_import_choice_answer (choice, present->field, -1);
  else if (present->state == OVS_CSV_COLUMN_IN_DOUBT && field != present->field)
    ovs_import_choice_answer (choice, present->field, find_only_rival (preview, column));
  if (field != OVS_CSV_NO_FIELD)
    ovs_import_choice_answer (choice, field, (int) column);
}

/* --- the next file with the same headers --- */

static void
begin_anew (OvsImportChoice *choice)
{
  choice->kind = OVS_CSV_ANY_KIND;
  choice->encoding = -1;
  choice->delimiter[0] = '\0';
  choice->header_line = 0;
  memset (&choice->by_hand, 0, sizeof choice->by_hand);
  forget_columns (choice);
}

void
ovs_import_choice_use_profile (OvsImportChoice *choice, gboolean use)
{
  const OvsCsvProfile *profile = choice->profile;

  begin_anew (choice);
  choice->uses_profile = use && profile != NULL;
  if (!choice->uses_profile)
    return;
  choice->kind = profile->kind;
  choice->by_hand.kind = TRUE;
  choice->encoding = profile->encoding;
  choice->delimiter[0] = profile->delimiter[0];
  choice->by_hand.delimiter = profile->delimiter[0] != '\0';
  choice->header_line = profile->header_line;
  choice->by_hand.header = profile->header_line != 0;
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    choice->mapping[i] = g_strdup (profile->mapping[i]);
  choice->ends_confirmed = profile->mapping[OVS_FIELD_END_DATE] != NULL;
}

void
ovs_import_choice_recognise (OvsImportChoice *choice, const char *key, OvsCsvProfile *profile)
{
  g_free (choice->key);
  choice->key = g_strdup (key);
  g_clear_pointer (&choice->profile, ovs_csv_profile_free);
  choice->profile = profile;
  if (profile != NULL)
    ovs_import_choice_use_profile (choice, TRUE);
}

static gboolean
has_mapping (const OvsImportChoice *choice)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (choice->mapping[i] != NULL)
      return TRUE;
  return FALSE;
}

/* The name of the file without the day or the number of the month that it often ends in. */
static char *
take_name (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');
  gsize length;

  if (dot != NULL && dot > base)
    *dot = '\0';
  length = strlen (base);
  while (length > 0 && strchr ("0123456789-_ .,()", base[length - 1]) != NULL)
    length--;
  return length > 0 ? g_strndup (base, length) : g_strdup (base);
}

OvsCsvProfile *
ovs_import_choice_make_profile (const OvsImportChoice *choice, OvsDay today)
{
  OvsCsvProfile *profile;

  if (choice->key == NULL || !(has_mapping (choice) || choice->encoding >= 0 || choice->by_hand.kind || choice->by_hand.delimiter || choice->by_hand.header))
    return NULL;
  profile = ovs_csv_profile_new ();
  profile->key = g_strdup (choice->key);
  profile->name = take_name (choice->path);
  profile->used = today;
  profile->kind = choice->kind;
  profile->encoding = choice->encoding;
  if (choice->by_hand.delimiter)
    profile->delimiter[0] = choice->delimiter[0];
  if (choice->by_hand.header)
    profile->header_line = choice->header_line;
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    profile->mapping[i] = g_strdup (choice->mapping[i]);
  return profile;
}

char **
ovs_import_choice_get_mapping (const OvsImportChoice *choice)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      g_autofree char *text =
          choice->mapping[i] != NULL ? g_strdup_printf ("%s=%s", ovs_field_get_name ((OvsField) i), choice->mapping[i]) : NULL;

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

OvsIntakeRequest
ovs_import_choice_get_request (const OvsImportChoice *choice, char **mapping)
{
  return (OvsIntakeRequest){
    .path = choice->path,
    .kind = choice->kind,
    .encoding = choice->encoding >= 0 ? ovs_encoding_get_name ((OvsEncoding) choice->encoding) : NULL,
    .delimiter = choice->delimiter[0] != '\0' ? choice->delimiter : NULL,
    .header_line = choice->header_line,
    .mapping = (const char *const *) mapping,
    .repair_double = choice->repair,
  };
}
