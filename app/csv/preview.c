/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/preview.h"

#include "base/text.h"
#include "csv/headers.h"
#include "csv/personal-columns.h"
#include "csv/repair.h"
#include "csv/row-private.h"
#include "csv/samples.h"
#include "csv/skip.h"

#include <glib/gi18n.h>

/* A file that is looked at. */
typedef struct
{
  OvsCsvInput *input;   /* (owned) */
  OvsCsvWishes *wishes; /* (owned) */
  OvsCsvLayout *layout; /* (owned) (nullable) */
  OvsCsvSearch search;
  OvsDay today;
  gboolean ends_confirmed;
  OvsCsvSurvey survey; /* (owned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->input, ovs_csv_input_free);
  g_clear_pointer (&look->wishes, ovs_csv_wishes_free);
  g_clear_pointer (&look->layout, ovs_csv_layout_free);
  ovs_csv_survey_clear (&look->survey);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
row_free (gpointer data)
{
  OvsCsvPreviewRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row->reason);
  g_free (row);
}

static void
question_free (gpointer data)
{
  OvsCsvQuestion *question = data;

  g_free (question->columns);
  g_free (question);
}

static void
encoding_choice_free (gpointer data)
{
  OvsCsvEncodingChoice *choice = data;

  g_strfreev (choice->samples);
  g_free (choice);
}

static void
repair_free (gpointer data)
{
  OvsCsvRepair *repair = data;

  g_free (repair->before);
  g_free (repair->after);
  g_free (repair);
}

static OvsCsvPreview *
preview_new (void)
{
  OvsCsvPreview *preview = g_new0 (OvsCsvPreview, 1);

  preview->rows = g_ptr_array_new_with_free_func (row_free);
  preview->questions = g_ptr_array_new_with_free_func (question_free);
  preview->repairs = g_ptr_array_new_with_free_func (repair_free);
  preview->encodings = g_ptr_array_new_with_free_func (encoding_choice_free);
  return preview;
}

void
ovs_csv_preview_free (OvsCsvPreview *preview)
{
  for (guint i = 0; i < preview->n_columns; i++)
    {
      g_free (preview->columns[i].header);
      g_free (preview->columns[i].key);
    }
  g_free (preview->columns);
  g_ptr_array_unref (preview->rows);
  g_ptr_array_unref (preview->questions);
  g_ptr_array_unref (preview->repairs);
  g_ptr_array_unref (preview->encodings);
  g_free (preview);
}

/* --- the kind --- */

/* A list of statuses is also a bare list of employees: then it is the former. */
static gboolean
fits_better (OvsCsvKind kind, guint n_known, gboolean complete, guint best_known, gboolean best_complete)
{
  if (n_known != best_known)
    return n_known > best_known;
  if (complete != best_complete)
    return complete;
  return complete && kind == OVS_CSV_STATUS && n_known > 2;
}

static gboolean
guess_kind (Look *look, GError **error)
{
  static const OvsCsvKind kinds[]
      = { OVS_CSV_EMPLOYEES, OVS_CSV_EMPLOYERS, OVS_CSV_STATUS, OVS_CSV_FALLOUT, OVS_CSV_CORRECTIONS };
  gboolean best_complete = FALSE;
  guint best_known = 0;

  look->search.kind = OVS_CSV_EMPLOYEES;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      OvsCsvWishes none = { 0 };
      OvsCsvSearch search = { kinds[i], &none, look->search.delimiter, look->search.header_line };
      gboolean complete;
      guint n_known;
      g_autoptr (OvsCsvLayout) layout =
          ovs_csv_layout_look (look->input, &search, &n_known, &complete, look->cancellable, error);

      if (layout == NULL)
        return FALSE;
      if (!fits_better (kinds[i], n_known, complete, best_known, best_complete))
        continue;
      look->search.kind = kinds[i];
      best_known = n_known;
      best_complete = complete;
    }
  return TRUE;
}

/* --- the columns --- */

static OvsCsvColumnState
judge_column (const OvsCsvMapping *mapping, guint column)
{
  OvsField field = mapping->claims[column];

  if (ovs_csv_mapping_drops (mapping, column) && field == OVS_CSV_NO_FIELD)
    return OVS_CSV_COLUMN_DROPPED;
  if (field == OVS_CSV_NO_FIELD)
    return OVS_CSV_COLUMN_IGNORED;
  return mapping->columns[field] == (int) column ? OVS_CSV_COLUMN_READ : OVS_CSV_COLUMN_IN_DOUBT;
}

static void
list_columns (OvsCsvPreview *preview, const OvsCsvMapping *mapping)
{
  preview->n_columns = mapping->n_columns;
  preview->columns = g_new0 (OvsCsvColumn, mapping->n_columns);
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      OvsCsvColumn *column = &preview->columns[i];

      column->header = g_strdup (mapping->headers[i]);
      column->key = g_strdup (mapping->keys[i]);
      column->personal = ovs_csv_mapping_get_personal (mapping, i);
      column->state = judge_column (mapping, i);
      column->field = mapping->claims[i];
      for (guint field = 0; mapping->found[i] == OVS_PERSONAL_NONE && field < OVS_N_FIELDS && !column->choosable; field++)
        column->choosable = ovs_csv_mapping_allows (preview->kind, column->key, (OvsField) field);
    }
}

/* --- the questions --- */

static guint
find_claimants (const OvsCsvMapping *mapping, OvsField field, guint *columns)
{
  guint n = 0;

  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->claims[i] == field)
      columns[n++] = i;
  return n;
}

static OvsCsvQuestion *
add_question (OvsCsvPreview *preview, OvsField field, guint *columns, guint n_columns)
{
  OvsCsvQuestion *question = g_new0 (OvsCsvQuestion, 1);

  question->field = field;
  question->columns = columns;
  question->n_columns = n_columns;
  g_ptr_array_add (preview->questions, question);
  return question;
}

static void
ask (OvsCsvPreview *preview, Look *look, const OvsCsvMapping *named, OvsField field)
{
  const OvsCsvMapping *mapping = look->layout->mapping;
  gboolean required = ovs_field_is_required (field, preview->kind);
  g_autofree guint *columns = g_new (guint, named->n_columns);
  guint n_columns = find_claimants (named, field, columns);
  OvsCsvQuestion *question;

  if (n_columns == 1 && !(required && mapping->columns[field] < 0))
    return;
  if (n_columns == 0 && !required)
    return;
  question = add_question (preview, field, n_columns > 1 ? g_steal_pointer (&columns) : NULL, n_columns > 1 ? n_columns : 0);
  question->column = mapping->columns[field];
  question->answered = question->column >= 0 ||
                       (!required && look->wishes->fields[field].kind == OVS_WISH_NO_COLUMN);
}

/* The end dates of a column that was taken out again have to be looked at anew. */
static gboolean
survey_ends (Look *look, OvsCsvLayout *named, OvsCsvSurvey *survey, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (ovs_csv_survey_take (survey, look->input, named, look->cancellable, &failure) || failure->domain == OVS_CSV_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
ask_ends (OvsCsvPreview *preview, Look *look, OvsCsvLayout *named, GError **error)
{
  int column = look->layout->mapping->columns[OVS_FIELD_END_DATE];
  gboolean refused = look->wishes->fields[OVS_FIELD_END_DATE].kind == OVS_WISH_NO_COLUMN;
  g_auto (OvsCsvSurvey) again = { 0 };
  OvsCsvQuestion *question;
  OvsDay day;
  guint n;

  if (refused)
    column = named->mapping->columns[OVS_FIELD_END_DATE];
  if (column < 0)
    return TRUE;
  if (refused && !survey_ends (look, named, &again, error))
    return FALSE;
  if (!ovs_csv_survey_doubts_ends (refused ? &again : &look->survey, look->today, &day, &n))
    return TRUE;
  question = add_question (preview, OVS_FIELD_END_DATE, g_memdup2 (&(guint){ (guint) column }, sizeof (guint)), 1);
  question->answered = refused || look->ends_confirmed;
  question->column = refused ? -1 : column;
  question->n_doubted = n;
  question->day = day;
  return TRUE;
}

/* Asked of the headers alone, so that a question does not vanish with its answer. */
static gboolean
ask_all (OvsCsvPreview *preview, Look *look, GError **error)
{
  OvsCsvWishes none = { 0 };
  OvsCsvSearch search = { preview->kind, &none, look->layout->delimiter, look->layout->header_line };
  g_autoptr (OvsCsvLayout) named =
      ovs_csv_layout_look (look->input, &search, NULL, NULL, look->cancellable, error);

  if (named == NULL)
    return FALSE;
  ovs_csv_personal_hide (&look->survey, named->mapping, preview->kind);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (ovs_field_is_in_kind ((OvsField) i, preview->kind))
      ask (preview, look, named->mapping, (OvsField) i);
  return ask_ends (preview, look, named, error);
}

/* --- the rows --- */

static char *
read_cell (const OvsCsvRow *row, OvsField field)
{
  if (ovs_field_is_day (field))
    return ovs_day_to_file (ovs_csv_row_get_day (row, field));
  if (ovs_field_get_value_type (field) != OVS_VALUE_YES_NO)
    return g_strdup (ovs_csv_row_get_text (row, field));
  switch (ovs_csv_row_get_yes_no (row, field))
    {
    case OVS_CSV_YES:
      return g_strdup (_ ("yes"));
    case OVS_CSV_NO:
      return g_strdup (_ ("no"));
    default:
      return g_strdup ("");
    }
}

/* As it is in the file, but for what is never stored. */
static char *
show_raw (const OvsCsvMapping *mapping, const OvsCsvRow *row, const OvsRecord *record, guint column)
{
  g_autofree char *text = ovs_text_clean (ovs_record_get (record, column));
  char *masked = row->column == mapping->headers[column] ? ovs_personal_mask (text, FALSE) : NULL;

  return masked != NULL ? masked : ovs_csv_mapping_show (mapping, column, text);
}

static char *
show_cell (const OvsCsvPreview *preview, const OvsCsvMapping *mapping, const OvsCsvRow *row, const OvsRecord *record, guint column)
{
  const OvsCsvColumn *meaning = &preview->columns[column];

  if (meaning->state == OVS_CSV_COLUMN_DROPPED)
    return NULL;
  if (meaning->state == OVS_CSV_COLUMN_READ && !ovs_csv_row_is_refused (row) &&
      ovs_field_get_value_type (meaning->field) != OVS_VALUE_PAYROLL)
    return read_cell (row, meaning->field);
  return show_raw (mapping, row, record, column);
}

static int
find_blamed (const OvsCsvMapping *mapping, const OvsCsvRow *row)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    if (row->column == mapping->headers[i])
      return (int) i;
  return -1;
}

/* A row with too many cells may have its private ones anywhere. */
static gboolean
hides_row (const OvsCsvPreview *preview, const OvsRecord *record)
{
  if (record->n_cells <= preview->n_columns)
    return FALSE;
  for (guint i = 0; i < preview->n_columns; i++)
    if (preview->columns[i].state == OVS_CSV_COLUMN_DROPPED)
      return TRUE;
  return FALSE;
}

static void
add_row (OvsCsvPreview *preview, const OvsCsvMapping *mapping, const OvsCsvRow *row, const OvsRecord *record)
{
  OvsCsvPreviewRow *shown = g_new0 (OvsCsvPreviewRow, 1);
  gboolean hidden = ovs_csv_row_is_refused (row) && hides_row (preview, record);

  shown->line = record->line;
  shown->cells = g_ptr_array_new_with_free_func (g_free);
  shown->blamed = find_blamed (mapping, row);
  shown->reason = g_strdup (ovs_csv_row_get_reason (row));
  for (guint i = 0; i < preview->n_columns; i++)
    g_ptr_array_add (shown->cells, hidden ? NULL : show_cell (preview, mapping, row, record, i));
  g_ptr_array_add (preview->rows, shown);
}

static gboolean
read_rows (OvsCsvPreview *preview, Look *look, GError **error)
{
  const OvsCsvMapping *mapping = look->layout->mapping;
  OvsCsvReading reading = {
    .kind = preview->kind,
    .mapping = mapping,
    .serial = look->survey.serial,
    .today = look->today,
    .masked = look->survey.masked,
    .strays = ovs_csv_personal_strays (&look->survey, mapping),
  };
  g_autoptr (OvsTokeniser) tokeniser =
      ovs_csv_layout_begin (look->layout, look->input, look->cancellable, error);
  g_autoptr (OvsCsvRow) row = ovs_csv_row_new ();
  g_autoptr (GError) failure = NULL;
  const OvsRecord *record;

  if (tokeniser == NULL)
    return FALSE;
  while (preview->rows->len < OVS_CSV_PREVIEW_ROWS &&
         (record = ovs_tokeniser_next (tokeniser, look->cancellable, &failure)) != NULL)
    {
      if (ovs_csv_skips (mapping, record))
        continue;
      ovs_csv_row_fill (row, &reading, record);
      add_row (preview, mapping, row, record);
    }
  if (failure == NULL || g_error_matches (failure, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What refuses the file as a whole is said when it is read: it may hang on what its columns mean. */
static gboolean
survey (OvsCsvPreview *preview, Look *look, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean taken = ovs_csv_survey_take (&look->survey, look->input, look->layout, look->cancellable, &failure);

  ovs_csv_personal_hide (&look->survey, look->layout->mapping, preview->kind);
  if (taken)
    {
      preview->n_rows = look->survey.n_rows - look->survey.n_skipped;
      return TRUE;
    }
  look->survey.serial = 0;
  switch (failure->domain == OVS_CSV_ERROR ? failure->code : -1)
    {
    case OVS_CSV_ERROR_AMERICAN:
    case OVS_CSV_ERROR_NUMBERS:
    case OVS_CSV_ERROR_DAMAGED:
      return TRUE;
    default:
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
}

/* --- the encodings --- */

static gboolean
looks_like_another (const OvsCsvPreview *preview, char **samples)
{
  for (guint i = 0; i < preview->encodings->len; i++)
    {
      const OvsCsvEncodingChoice *other = g_ptr_array_index (preview->encodings, i);

      if (g_strv_equal ((const char *const *) other->samples, (const char *const *) samples))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_encoding (OvsCsvPreview *preview, Look *look, OvsEncoding encoding, GError **error)
{
  g_auto (GStrv) samples =
      ovs_csv_samples_take (look->input, look->layout, encoding, look->cancellable, error);
  OvsCsvEncodingChoice *choice;

  if (samples == NULL)
    return FALSE;
  if (samples[0] == NULL || looks_like_another (preview, samples))
    return TRUE;
  choice = g_new (OvsCsvEncodingChoice, 1);
  choice->encoding = encoding;
  choice->samples = g_steal_pointer (&samples);
  g_ptr_array_add (preview->encodings, choice);
  return TRUE;
}

/* In an order that does not hang on the present one. */
static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const OvsCsvEncodingChoice *first = *(OvsCsvEncodingChoice *const *) a;
  const OvsCsvEncodingChoice *second = *(OvsCsvEncodingChoice *const *) b;

  return (int) first->encoding - (int) second->encoding;
}

static gboolean
compare_encodings (OvsCsvPreview *preview, Look *look, GError **error)
{
  static const OvsEncoding others[] = { OVS_ENCODING_WINDOWS_1252, OVS_ENCODING_CP850, OVS_ENCODING_ISO_8859_15 };

  if (preview->encoding_certain || preview->encoding == OVS_ENCODING_UTF_16LE ||
      preview->encoding == OVS_ENCODING_UTF_16BE)
    return TRUE;
  if (!add_encoding (preview, look, preview->encoding, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] != preview->encoding && !add_encoding (preview, look, others[i], error))
      return FALSE;
  g_ptr_array_sort (preview->encodings, compare_choices);
  if (preview->encodings->len < 2)
    g_ptr_array_set_size (preview->encodings, 0);
  return ovs_csv_input_rewind_as (look->input, preview->encoding, error);
}

/* --- text encoded twice --- */

static gboolean
list_repairs (OvsCsvPreview *preview, Look *look, GError **error)
{
  g_auto (GStrv) samples = NULL;

  if (!preview->repaired && look->survey.n_double == 0)
    return TRUE;
  ovs_csv_input_set_repairs (look->input, FALSE);
  samples = ovs_csv_samples_take_double (look->input, look->layout, look->cancellable, error);
  ovs_csv_input_set_repairs (look->input, preview->repaired);
  for (guint i = 0; samples != NULL && samples[i] != NULL; i++)
    {
      OvsCsvRepair *repair = g_new (OvsCsvRepair, 1);

      repair->before = g_strdup (samples[i]);
      repair->after = ovs_repair_text (samples[i]);
      g_ptr_array_add (preview->repairs, repair);
    }
  return samples != NULL;
}

/* --- all of it --- */

static gboolean
begin (Look *look, const char *path, OvsCsvKind kind, const OvsCsvOptions *options, GError **error)
{
  look->today = options->today;
  look->ends_confirmed = options->ends_confirmed;
  look->search.header_line = options->header_line;
  look->search.kind = kind;
  if (!ovs_csv_delimiter_choose (options->delimiter, &look->search.delimiter, error))
    return FALSE;
  look->input = ovs_csv_input_open (path, options->encoding, look->cancellable, error);
  if (look->input != NULL)
    ovs_csv_input_set_repairs (look->input, options->repair_double);
  if (look->input == NULL || (kind == OVS_CSV_ANY_KIND && !guess_kind (look, error)))
    return FALSE;
  look->wishes = ovs_csv_wishes_new (look->search.kind, options->mapping, error);
  look->search.wishes = look->wishes;
  if (look->wishes == NULL)
    return FALSE;
  look->layout = ovs_csv_layout_look (look->input, &look->search, NULL, NULL, look->cancellable, error);
  return look->layout != NULL;
}

OvsCsvPreview *
ovs_csv_preview_open (const char *path,
                      OvsCsvKind kind,
                      const OvsCsvOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (OvsCsvPreview) preview = preview_new ();
  g_auto (Look) look = { .cancellable = cancellable };

  if (!begin (&look, path, kind, options, error))
    return NULL;
  preview->kind = look.search.kind;
  preview->encoding = ovs_csv_input_get_encoding (look.input);
  preview->encoding_certain = ovs_csv_input_is_certain (look.input);
  preview->delimiter[0] = look.layout->delimiter;
  preview->header_line = look.layout->header_line;
  preview->repaired = options->repair_double;
  if (!survey (preview, &look, error))
    return NULL;
  list_columns (preview, look.layout->mapping);
  if (!ask_all (preview, &look, error) || !read_rows (preview, &look, error) || !list_repairs (preview, &look, error) ||
      !compare_encodings (preview, &look, error))
    return NULL;
  return g_steal_pointer (&preview);
}

gboolean
ovs_csv_preview_allows (const OvsCsvPreview *preview, guint column, OvsField field)
{
  return preview->columns[column].choosable && ovs_csv_mapping_allows (preview->kind, preview->columns[column].key, field);
}

int
ovs_csv_preview_find (const OvsCsvPreview *preview, OvsField field)
{
  for (guint i = 0; i < preview->n_columns; i++)
    if (preview->columns[i].state == OVS_CSV_COLUMN_READ && preview->columns[i].field == field)
      return (int) i;
  return -1;
}

guint
ovs_csv_preview_count_open (const OvsCsvPreview *preview)
{
  guint n = 0;

  for (guint i = 0; i < preview->questions->len; i++)
    n += !((const OvsCsvQuestion *) g_ptr_array_index (preview->questions, i))->answered;
  return n;
}
