/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "csv-reader"

#include "config.h"

#include "csv/reader.h"

#include "csv/ahead.h"
#include "csv/layout.h"
#include "csv/notes.h"
#include "csv/personal-columns.h"
#include "csv/row-private.h"
#include "csv/skip.h"
#include "csv/survey.h"

#include <glib/gi18n.h>

/* From how many rows on a thread that reads ahead is worth its start. */
#define MANY_ROWS 2000

struct _OvsCsvReader
{
  OvsCsvKind kind;
  char delimiter[2];
  OvsCsvInput *input;      /* (owned) */
  OvsCsvLayout *layout;    /* (owned) */
  OvsTokeniser *tokeniser; /* (owned) */
  OvsCsvSurvey survey;
  char **notes; /* (owned) */
  OvsField missing[OVS_N_FIELDS];
  guint n_missing;
  OvsCsvReading reading;
  OvsCsvRow *row;     /* (owned) the one that is lent out */
  OvsCsvAhead *ahead; /* (owned) (nullable) who reads a long file, from the first row on */
};

static gboolean
has_column (OvsCsvReader *self, OvsField field)
{
  return self->layout->mapping->columns[field] >= 0;
}

/* A whole name and its parts stand in for one another. */
static gboolean
is_stood_in_for (OvsCsvReader *self, OvsField field)
{
  if (self->kind != OVS_CSV_EMPLOYEES)
    return FALSE;
  switch (field)
    {
    case OVS_FIELD_NAME:
      return has_column (self, OVS_FIELD_LAST_NAME);
    case OVS_FIELD_INITIALS:
    case OVS_FIELD_PREFIX:
    case OVS_FIELD_LAST_NAME:
      return has_column (self, OVS_FIELD_NAME) && !has_column (self, OVS_FIELD_LAST_NAME);
    default:
      return FALSE;
    }
}

static void
list_missing (OvsCsvReader *self)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      OvsField field = (OvsField) i;

      if (ovs_field_is_in_kind (field, self->kind) && !has_column (self, field) &&
          !is_stood_in_for (self, field))
        self->missing[self->n_missing++] = field;
    }
}

OvsCsvReader *
ovs_csv_reader_open (const char *path,
                     OvsCsvKind kind,
                     const OvsCsvOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (OvsCsvReader) self = g_new0 (OvsCsvReader, 1);
  g_autoptr (OvsCsvWishes) wishes = ovs_csv_wishes_new (kind, options->mapping, error);
  OvsCsvSearch search = { kind, wishes, 0, options->header_line };

  self->kind = kind;
  if (wishes == NULL || !ovs_csv_delimiter_choose (options->delimiter, &search.delimiter, error))
    return NULL;
  self->input = ovs_csv_input_open (path, options->encoding, cancellable, error);
  if (self->input == NULL)
    return NULL;
  ovs_csv_input_set_repairs (self->input, options->repair_double);
  self->layout = ovs_csv_layout_find (self->input, &search, cancellable, error);
  if (self->layout == NULL ||
      !ovs_csv_survey_take (&self->survey, self->input, self->layout, cancellable, error) ||
      !ovs_csv_personal_check (&self->survey, self->layout->mapping, kind, wishes, ovs_csv_input_get_name (self->input), error))
    return NULL;
  ovs_csv_personal_hide (&self->survey, self->layout->mapping, kind);
  self->tokeniser = ovs_csv_layout_begin (self->layout, self->input, cancellable, error);
  if (self->tokeniser == NULL)
    return NULL;

  self->delimiter[0] = self->layout->delimiter;
  self->notes = ovs_csv_notes_list (&self->survey, self->layout->mapping, options->today);
  self->reading = (OvsCsvReading){
    .kind = kind,
    .mapping = self->layout->mapping,
    .serial = self->survey.serial,
    .today = options->today,
    .masked = self->survey.masked,
    .strays = ovs_csv_personal_strays (&self->survey, self->layout->mapping),
  };
  self->row = ovs_csv_row_new ();
  list_missing (self);
  g_debug ("%s: %" G_GUINT64_FORMAT " rows, %s", ovs_csv_kind_get_name (kind), self->survey.n_rows,
           ovs_csv_reader_get_encoding (self));
  return g_steal_pointer (&self);
}

void
ovs_csv_reader_free (OvsCsvReader *self)
{
  g_clear_pointer (&self->ahead, ovs_csv_ahead_free);
  g_clear_pointer (&self->row, ovs_csv_row_free);
  g_clear_pointer (&self->tokeniser, ovs_tokeniser_free);
  g_clear_pointer (&self->layout, ovs_csv_layout_free);
  g_clear_pointer (&self->input, ovs_csv_input_free);
  ovs_csv_survey_clear (&self->survey);
  g_strfreev (self->notes);
  g_free (self);
}

static const OvsRecord *
next_record (OvsCsvReader *self, GCancellable *cancellable, GError **error)
{
  const OvsRecord *record;

  do
    record = ovs_tokeniser_next (self->tokeniser, cancellable, error);
  while (record != NULL && ovs_csv_skips (self->layout->mapping, record));
  return record;
}

static gboolean
read_ahead (gpointer source, OvsCsvRow *row, guint64 *position, GCancellable *cancellable, GError **error)
{
  OvsCsvReader *self = source;
  const OvsRecord *record = next_record (self, cancellable, error);

  if (record == NULL)
    return FALSE;
  ovs_csv_row_fill (row, &self->reading, ovs_csv_row_keep (row, record));
  *position = ovs_csv_input_get_position (self->input);
  return TRUE;
}

const OvsCsvRow *
ovs_csv_reader_next (OvsCsvReader *self, GCancellable *cancellable, GError **error)
{
  const OvsRecord *record;

  if (self->ahead == NULL && self->survey.n_rows >= MANY_ROWS)
    self->ahead = ovs_csv_ahead_new (read_ahead, self, cancellable);
  if (self->ahead != NULL)
    return ovs_csv_ahead_next (self->ahead, error);

  record = next_record (self, cancellable, error);
  if (record == NULL)
    return NULL;
  ovs_csv_row_fill (self->row, &self->reading, record);
  return self->row;
}

OvsCsvKind
ovs_csv_reader_get_kind (OvsCsvReader *self)
{
  return self->kind;
}

const char *
ovs_csv_reader_get_encoding (OvsCsvReader *self)
{
  return ovs_encoding_get_name (ovs_csv_input_get_encoding (self->input));
}

const char *
ovs_csv_reader_get_delimiter (OvsCsvReader *self)
{
  return self->delimiter;
}

const char *
ovs_csv_reader_get_sha256 (OvsCsvReader *self)
{
  return ovs_csv_input_get_sha256 (self->input);
}

gint64
ovs_csv_reader_get_modified (OvsCsvReader *self)
{
  return ovs_csv_input_get_modified (self->input);
}

guint64
ovs_csv_reader_get_header_line (OvsCsvReader *self)
{
  return self->layout->header_line;
}

const char *
ovs_csv_reader_get_header (OvsCsvReader *self, OvsField field)
{
  return has_column (self, field) ? self->layout->mapping->headers[self->layout->mapping->columns[field]]
                                  : NULL;
}

guint
ovs_csv_reader_get_n_columns (OvsCsvReader *self)
{
  return self->layout->mapping->n_columns;
}

const char *
ovs_csv_reader_get_column (OvsCsvReader *self, guint column)
{
  return self->layout->mapping->headers[column];
}

gboolean
ovs_csv_reader_drops_column (OvsCsvReader *self, guint column)
{
  return ovs_csv_mapping_drops (self->layout->mapping, column);
}

char *
ovs_csv_reader_show_cell (OvsCsvReader *self, const OvsCsvRow *row, guint column)
{
  /* A number for which the row is refused is not shown either. */
  if (column < self->layout->mapping->n_columns && row->column == self->layout->mapping->headers[column])
    {
      char *masked = ovs_personal_mask (ovs_csv_row_get_cell (row, column), FALSE);

      if (masked != NULL)
        return masked;
    }
  return ovs_csv_mapping_show (self->layout->mapping, column, ovs_csv_row_get_cell (row, column));
}

const OvsField *
ovs_csv_reader_get_missing (OvsCsvReader *self, guint *n_fields)
{
  *n_fields = self->n_missing;
  return self->missing;
}

const char *const *
ovs_csv_reader_get_ignored (OvsCsvReader *self)
{
  return (const char *const *) self->layout->mapping->ignored;
}

const char *const *
ovs_csv_reader_get_private (OvsCsvReader *self)
{
  return (const char *const *) self->layout->mapping->private;
}

const OvsPersonal *
ovs_csv_reader_get_private_kinds (OvsCsvReader *self)
{
  return self->layout->mapping->kinds;
}

const char *const *
ovs_csv_reader_get_notes (OvsCsvReader *self)
{
  return (const char *const *) self->notes;
}

guint64
ovs_csv_reader_get_n_rows (OvsCsvReader *self)
{
  return self->survey.n_rows;
}

guint64
ovs_csv_reader_get_n_skipped (OvsCsvReader *self)
{
  return self->survey.n_skipped;
}

guint64
ovs_csv_reader_get_position (OvsCsvReader *self)
{
  return self->ahead != NULL ? ovs_csv_ahead_get_position (self->ahead) : ovs_csv_input_get_position (self->input);
}

guint64
ovs_csv_reader_get_size (OvsCsvReader *self)
{
  return ovs_csv_input_get_size (self->input);
}
