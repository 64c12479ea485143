/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/mapping.h"

#include "base/text.h"
#include "csv/error.h"
#include "csv/headers.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where a field could stand. */
typedef struct
{
  OvsHeaderRank rank;
  int column;
  int rival; /* another column of the same rank, -1 for none */
} Candidate;

static gboolean
set_wish (OvsCsvWishes *wishes, OvsField field, const char *text)
{
  gboolean is_place = text[0] == '#' && text[1] != '\0' && text[1 + strspn (text + 1, "0123456789")] == '\0';
  guint64 place = is_place ? g_ascii_strtoull (text + 1, NULL, 10) : 0;

  if (wishes->fields[field].kind != OVS_WISH_OPEN)
    return FALSE;
  wishes->fields[field].text = g_strdup (text);
  wishes->fields[field].kind = OVS_WISH_HEADER;
  if (!is_place)
    wishes->fields[field].key = ovs_text_header_key (text);
  else if (place == 0)
    wishes->fields[field].kind = OVS_WISH_NO_COLUMN;
  else
    {
      wishes->fields[field].kind = OVS_WISH_COLUMN;
      wishes->fields[field].column = (guint) MIN (place, G_MAXINT) - 1;
    }
  return TRUE;
}

static gboolean
add_wish (OvsCsvWishes *wishes, OvsCsvKind kind, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = g_strndup (text, equals != NULL ? (gsize) (equals - text) : strlen (text));
  OvsField field;

  if (equals == NULL || equals[1] == '\0')
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_USAGE,
                   _ ("“%s” is no mapping. Write it as FIELD=HEADER, such as employer-number=Nummer."), text);
      return FALSE;
    }
  if (!ovs_field_from_name (name, &field) || !ovs_field_is_in_kind (field, kind))
    {
      g_set_error (
          error, OVS_CSV_ERROR, OVS_CSV_ERROR_USAGE,
          _ ("There is no field “%s” in a file of the kind “%s”. Choose one of the fields of that kind."),
          name, ovs_csv_kind_get_name (kind));
      return FALSE;
    }
  if (!set_wish (wishes, field, equals + 1))
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_USAGE,
                   _ ("The field “%s” is mapped twice. Give one column for it."), name);
      return FALSE;
    }
  return TRUE;
}

OvsCsvWishes *
ovs_csv_wishes_new (OvsCsvKind kind, const char *const *texts, GError **error)
{
  g_autoptr (OvsCsvWishes) wishes = g_new0 (OvsCsvWishes, 1);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!add_wish (wishes, kind, texts[i], error))
      return NULL;
  return g_steal_pointer (&wishes);
}

void
ovs_csv_wishes_free (OvsCsvWishes *wishes)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      g_free (wishes->fields[i].text);
      g_free (wishes->fields[i].key);
    }
  g_free (wishes);
}

static char **
take_keys (const OvsRecord *record)
{
  char **keys = g_new0 (char *, record->n_cells + 1);

  for (guint i = 0; i < record->n_cells; i++)
    keys[i] = ovs_text_header_key (ovs_record_get (record, i));
  return keys;
}

static gboolean
wishes_column (const OvsCsvWishes *wishes, guint field, const char *key, guint column)
{
  switch (wishes->fields[field].kind)
    {
    case OVS_WISH_HEADER:
      return g_str_equal (wishes->fields[field].key, key);
    case OVS_WISH_COLUMN:
      return wishes->fields[field].column == column;
    default:
      return FALSE;
    }
}

/* A column that is wished for has no other meaning. */
static gboolean
is_wished_for (const OvsCsvWishes *wishes, const char *key, guint column)
{
  for (guint field = 0; field < OVS_N_FIELDS; field++)
    if (wishes_column (wishes, field, key, column))
      return TRUE;
  return FALSE;
}

/* How sure the column is of meaning @field. A wish settles its field. */
static OvsHeaderRank
get_rank (OvsCsvKind kind, const OvsCsvWishes *wishes, OvsField field, const char *key, guint column)
{
  OvsField named;
  OvsHeaderRank rank;

  if (wishes->fields[field].kind != OVS_WISH_OPEN)
    return wishes_column (wishes, field, key, column) ? OVS_HEADER_SURE : OVS_HEADER_UNKNOWN;
  rank = ovs_headers_look_up (kind, key, &named);
  if (rank == OVS_HEADER_UNKNOWN || named != field || is_wished_for (wishes, key, column))
    return OVS_HEADER_UNKNOWN;
  return rank;
}

static void
add_candidate (Candidate *candidate, OvsHeaderRank rank, int column)
{
  if (rank > candidate->rank)
    *candidate = (Candidate){ rank, column, -1 };
  else if (rank != OVS_HEADER_UNKNOWN && rank == candidate->rank && candidate->rival < 0)
    candidate->rival = column;
}

static void
find_candidates (OvsCsvKind kind, const OvsCsvWishes *wishes, char **keys, Candidate *candidates)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      OvsField field = (OvsField) i;

      candidates[field] = (Candidate){ OVS_HEADER_UNKNOWN, -1, -1 };
      for (guint column = 0; ovs_field_is_in_kind (field, kind) && keys[column] != NULL; column++)
        add_candidate (&candidates[field], get_rank (kind, wishes, field, keys[column], column), (int) column);
    }
}

guint
ovs_csv_mapping_count (OvsCsvKind kind,
                       const OvsCsvWishes *wishes,
                       const OvsRecord *record,
                       gboolean *complete)
{
  g_auto (GStrv) keys = take_keys (record);
  Candidate candidates[OVS_N_FIELDS];
  guint count = 0;

  find_candidates (kind, wishes, keys, candidates);
  *complete = TRUE;
  for (guint field = 0; field < OVS_N_FIELDS; field++)
    if (candidates[field].column >= 0)
      count++;
    else if (ovs_field_is_required ((OvsField) field, kind))
      *complete = FALSE;
  return count;
}

gboolean
ovs_csv_mapping_allows (OvsCsvKind kind, const char *key, OvsField field)
{
  OvsField named;

  if (!ovs_field_is_in_kind (field, kind) || ovs_headers_is_never (key, field))
    return FALSE;
  return ovs_headers_get_personal (key) == OVS_PERSONAL_NONE ||
         (ovs_headers_look_up (kind, key, &named) != OVS_HEADER_UNKNOWN && named == field);
}

static gboolean
refuse_missing (OvsCsvKind kind, OvsField field, const char *name, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_MISSING_COLUMN,
               _ ("The file “%s” has no column “%s”. Export it again with that column, or name the column "
                  "that means it: --mapping %s=HEADER."),
               name, ovs_headers_get_own (kind, field), ovs_field_get_name (field));
  return FALSE;
}

static gboolean
refuse_doubt (const OvsCsvMapping *mapping, OvsField field, const Candidate *candidate, GError **error)
{
  const char *first = mapping->headers[candidate->column];
  const char *second = mapping->headers[candidate->rival];

  if (g_str_equal (mapping->keys[candidate->column], mapping->keys[candidate->rival]))
    g_set_error (
        error, OVS_CSV_ERROR, OVS_CSV_ERROR_AMBIGUOUS,
        _ ("Two columns are called “%s”, and Overstap cannot tell which one is meant. Give one of them "
           "another header in the file, or say which column holds the field: --mapping %s=HEADER."),
        first, ovs_field_get_name (field));
  else
    g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_AMBIGUOUS,
                 _ ("The columns “%s” and “%s” have the same meaning. Say which one to read: --mapping "
                    "\"%s=%s\" or --mapping \"%s=%s\"."),
                 first, second, ovs_field_get_name (field), first, ovs_field_get_name (field), second);
  return FALSE;
}

static gboolean
check_wish (const OvsCsvMapping *mapping,
            OvsCsvKind kind,
            const OvsCsvWishes *wishes,
            OvsField field,
            const Candidate *candidate,
            const char *name,
            GError **error)
{
  if (candidate->column < 0)
    {
      g_set_error (
          error, OVS_CSV_ERROR, OVS_CSV_ERROR_UNKNOWN_HEADER,
          _ ("The file “%s” has no column “%s”. Give a header that is in the file for the field %s."), name,
          wishes->fields[field].text, ovs_field_get_name (field));
      return FALSE;
    }
  if (ovs_headers_is_never (mapping->keys[candidate->column], field))
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NEVER,
                   _ ("The column “%s” tells until when somebody was appointed, not that he leaves. Choose another column for the "
                      "field %s, or none."),
                   mapping->headers[candidate->column], ovs_field_get_name (field));
      return FALSE;
    }
  if (!ovs_csv_mapping_allows (kind, mapping->keys[candidate->column], field))
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_PRIVATE,
                   _ ("The column “%s” holds personal data that Overstap never stores. Choose another column "
                      "for the field %s."),
                   mapping->headers[candidate->column], ovs_field_get_name (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_columns (const OvsCsvMapping *mapping,
               OvsCsvKind kind,
               const OvsCsvWishes *wishes,
               const Candidate *candidates,
               const char *name,
               GError **error)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      OvsField field = (OvsField) i;
      const Candidate *candidate = &candidates[field];
      OvsWishKind wish = wishes->fields[field].kind;

      if ((wish == OVS_WISH_HEADER || wish == OVS_WISH_COLUMN) &&
          !check_wish (mapping, kind, wishes, field, candidate, name, error))
        return FALSE;
      if (candidate->rival >= 0)
        return refuse_doubt (mapping, field, candidate, error);
      if (candidate->column < 0 && ovs_field_is_required (field, kind))
        return refuse_missing (kind, field, name, error);
    }
  return TRUE;
}

/* The field that a column claims with as much right as any other column. */
static OvsField
find_claim (const OvsCsvMapping *mapping,
            OvsCsvKind kind,
            const OvsCsvWishes *wishes,
            const Candidate *candidates,
            guint column)
{
  const char *key = mapping->keys[column];

  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (candidates[i].column >= 0 && ovs_csv_mapping_allows (kind, key, (OvsField) i) &&
        get_rank (kind, wishes, (OvsField) i, key, column) == candidates[i].rank)
      return (OvsField) i;
  return OVS_N_FIELDS;
}

static void
choose_columns (OvsCsvMapping *mapping,
                OvsCsvKind kind,
                const OvsCsvWishes *wishes,
                const Candidate *candidates)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      int column = candidates[i].rival < 0 ? candidates[i].column : -1;

      if (column >= 0 && !ovs_csv_mapping_allows (kind, mapping->keys[column], (OvsField) i))
        column = -1;
      mapping->columns[i] = column;
    }
  mapping->claims = g_new (OvsField, mapping->n_columns);
  for (guint i = 0; i < mapping->n_columns; i++)
    mapping->claims[i] = find_claim (mapping, kind, wishes, candidates, i);
}

OvsField
ovs_csv_mapping_field (const OvsCsvMapping *mapping, guint column)
{
  guint field = 0;

  while (field < OVS_N_FIELDS && mapping->columns[field] != (int) column)
    field++;
  return (OvsField) field;
}

static gboolean
is_used (const OvsCsvMapping *mapping, guint column)
{
  return ovs_csv_mapping_field (mapping, column) != OVS_N_FIELDS;
}

gboolean
ovs_csv_mapping_drops (const OvsCsvMapping *mapping, guint column)
{
  if (mapping->found[column] != OVS_PERSONAL_NONE)
    return TRUE;
  return !is_used (mapping, column) && ovs_headers_get_personal (mapping->keys[column]) != OVS_PERSONAL_NONE;
}

OvsPersonal
ovs_csv_mapping_get_personal (const OvsCsvMapping *mapping, guint column)
{
  return mapping->found[column] != OVS_PERSONAL_NONE ? mapping->found[column] : ovs_headers_get_personal (mapping->keys[column]);
}

static void
list_ignored (OvsCsvMapping *mapping)
{
  g_autoptr (GStrvBuilder) ignored = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) private = g_strv_builder_new ();
  guint n_private = 0;

  mapping->kinds = g_renew (OvsPersonal, mapping->kinds, mapping->n_columns);
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      if (is_used (mapping, i) || mapping->headers[i][0] == '\0')
        continue;
      g_strv_builder_add (ignored, mapping->headers[i]);
      if (!ovs_csv_mapping_drops (mapping, i))
        continue;
      g_strv_builder_add (private, mapping->headers[i]);
      mapping->kinds[n_private++] = ovs_csv_mapping_get_personal (mapping, i);
    }
  mapping->ignored = g_strv_builder_end (ignored);
  mapping->private = g_strv_builder_end (private);
}

void
ovs_csv_mapping_hide (OvsCsvMapping *mapping, guint column, OvsPersonal personal)
{
  OvsField field = ovs_csv_mapping_field (mapping, column);

  if (!mapping->hides)
    memcpy (mapping->mapped, mapping->columns, sizeof mapping->mapped);
  mapping->hides = TRUE;
  if (field != OVS_N_FIELDS)
    mapping->columns[field] = -1;
  mapping->claims[column] = OVS_N_FIELDS;
  mapping->found[column] = personal;
  g_strfreev (mapping->ignored);
  g_strfreev (mapping->private);
  list_ignored (mapping);
}

char *
ovs_csv_mapping_show (const OvsCsvMapping *mapping, guint column, const char *cell)
{
  OvsField field = column < mapping->n_columns ? ovs_csv_mapping_field (mapping, column) : OVS_N_FIELDS;
  gboolean is_number = field != OVS_N_FIELDS && ovs_field_get_value_type (field) == OVS_VALUE_NUMBER;
  char *masked = ovs_personal_mask (cell, is_number || (column < mapping->n_columns && mapping->codes[column]));

  return masked != NULL ? masked : g_strdup (cell);
}

static OvsCsvMapping *
take_header (const OvsRecord *record)
{
  OvsCsvMapping *mapping = g_new0 (OvsCsvMapping, 1);

  mapping->n_columns = record->n_cells;
  mapping->keys = take_keys (record);
  mapping->headers = g_new0 (char *, record->n_cells + 1);
  mapping->found = g_new0 (OvsPersonal, record->n_cells);
  mapping->codes = g_new0 (gboolean, record->n_cells);
  for (guint i = 0; i < record->n_cells; i++)
    mapping->headers[i] = ovs_text_clean (ovs_record_get (record, i));
  return mapping;
}

OvsCsvMapping *
ovs_csv_mapping_new (
    OvsCsvKind kind, const OvsCsvWishes *wishes, const OvsRecord *record, const char *name, GError **error)
{
  g_autoptr (OvsCsvMapping) mapping = take_header (record);
  Candidate candidates[OVS_N_FIELDS];

  find_candidates (kind, wishes, mapping->keys, candidates);
  if (!check_columns (mapping, kind, wishes, candidates, name, error))
    return NULL;
  choose_columns (mapping, kind, wishes, candidates);
  list_ignored (mapping);
  return g_steal_pointer (&mapping);
}

OvsCsvMapping *
ovs_csv_mapping_look (OvsCsvKind kind, const OvsCsvWishes *wishes, const OvsRecord *record)
{
  OvsCsvMapping *mapping = take_header (record);
  Candidate candidates[OVS_N_FIELDS];

  find_candidates (kind, wishes, mapping->keys, candidates);
  choose_columns (mapping, kind, wishes, candidates);
  list_ignored (mapping);
  return mapping;
}

void
ovs_csv_mapping_free (OvsCsvMapping *mapping)
{
  g_free (mapping->claims);
  g_strfreev (mapping->headers);
  g_strfreev (mapping->keys);
  g_strfreev (mapping->ignored);
  g_strfreev (mapping->private);
  g_strfreev (mapping->titles);
  g_free (mapping->kinds);
  g_free (mapping->found);
  g_free (mapping->codes);
  g_free (mapping);
}
