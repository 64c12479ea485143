/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/layout.h"

#include "base/text.h"
#include "csv/error.h"
#include "csv/headers.h"

#include <glib/gi18n.h>
#include <string.h>

static const char candidates[] = { ';', ',', '\t', '|' };

/* What a delimiter makes of the beginning of a file. */
typedef struct
{
  char delimiter;
  gboolean found;    /* a complete header */
  guint index;       /* of the record with the most known columns */
  guint n_known;     /* columns in it */
  guint n_cells;     /* of it */
  guint n_constant;  /* records below it with as many cells, but for one at the end */
  gboolean has_words; /* every cell of it is a word, as headers are */
  gboolean has_text; /* anything at all */
} Trial;

gboolean
ovs_csv_delimiter_parse (const char *text, char *delimiter)
{
  if (g_ascii_strcasecmp (text, "tab") == 0 || g_str_equal (text, "\\t"))
    {
      *delimiter = '\t';
      return TRUE;
    }
  if (strlen (text) != 1 || (guchar) text[0] >= 0x80 || g_ascii_isalnum (text[0]) ||
      strchr ("\"\r\n ", text[0]) != NULL)
    return FALSE;
  *delimiter = text[0];
  return TRUE;
}

gboolean
ovs_csv_delimiter_choose (const char *text, char *delimiter, GError **error)
{
  *delimiter = 0;
  if (text == NULL || ovs_csv_delimiter_parse (text, delimiter))
    return TRUE;
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_USAGE, _ ("“%s” is no delimiter. Choose ; , | or tab."),
               text);
  return FALSE;
}

static gboolean
is_sep_line (const OvsRecord *record)
{
  return record->line == 1 && g_ascii_strncasecmp (ovs_record_get (record, 0), "sep=", 4) == 0 &&
         strlen (ovs_record_get (record, 0)) <= 5 && record->n_cells <= 2;
}

static gboolean
is_blank (const OvsRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    if (ovs_record_get (record, i)[strspn (ovs_record_get (record, i), " \t")] != '\0')
      return FALSE;
  return TRUE;
}

/* Not a single number, date or address in it. */
static gboolean
has_words_only (const OvsRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    if (strpbrk (ovs_record_get (record, i), "0123456789@") != NULL)
      return FALSE;
  return TRUE;
}

/* A delimiter too many or too few at the end of each row is common; a file of one column tells nothing about a delimiter. */
static gboolean
is_as_wide (const OvsRecord *record, const Trial *trial)
{
  return record->n_cells > 1 && trial->n_cells > 1 && record->n_cells + 1 >= trial->n_cells && record->n_cells <= trial->n_cells + 1;
}

/* Whether @record looks more like the header than what was seen so far, where no column is known. */
static gboolean
is_wider (const OvsRecord *record, const Trial *trial)
{
  if (record->n_cells <= MAX (trial->n_cells, 1))
    return FALSE;
  return !(trial->n_cells > 1 && trial->has_words && !has_words_only (record) && is_as_wide (record, trial));
}

static void
weigh (Trial *trial, const OvsCsvSearch *search, const OvsRecord *record, guint index)
{
  gboolean complete;
  guint n_known;

  if (is_blank (record) || is_sep_line (record))
    return;
  if (!trial->has_text)
    trial->index = index;
  trial->has_text = TRUE;
  if (trial->found)
    {
      trial->n_constant += is_as_wide (record, trial);
      return;
    }

  if (search->header_line != 0 && record->line != search->header_line)
    return;

  n_known = ovs_csv_mapping_count (search->kind, search->wishes, record, &complete);
  complete = complete || search->header_line != 0;
  if (complete || n_known > trial->n_known || (n_known == 0 && trial->n_known == 0 && is_wider (record, trial)))
    {
      trial->found = complete;
      trial->index = index;
      trial->n_known = n_known;
      trial->n_cells = record->n_cells;
      trial->n_constant = 0;
      trial->has_words = has_words_only (record);
    }
  else
    trial->n_constant += is_as_wide (record, trial);
}

/* A quote that is never closed may only be the wrong delimiter's: then the trial ends there. */
static gboolean
try_delimiter (OvsCsvInput *input,
               const OvsCsvSearch *search,
               char delimiter,
               Trial *trial,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  g_autoptr (GError) reason = NULL;
  const OvsRecord *record = NULL;

  if (!ovs_csv_input_rewind (input, error))
    return FALSE;
  *trial = (Trial){ .delimiter = delimiter };
  tokeniser = ovs_tokeniser_new (input, delimiter);
  for (guint i = 0; i < OVS_LAYOUT_DEPTH; i++)
    {
      record = ovs_tokeniser_next (tokeniser, cancellable, &reason);
      if (record == NULL)
        break;
      weigh (trial, search, record, i);
    }
  if (reason == NULL || (g_error_matches (reason, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED) && trial->found))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
is_better (const Trial *trial, const Trial *best)
{
  if (trial->found != best->found)
    return trial->found;
  if (trial->n_known != best->n_known)
    return trial->n_known > best->n_known;
  /* Commas within texts split a few rows of a file that something else splits in every row. */
  if ((trial->n_cells > 1) != (best->n_cells > 1))
    return trial->n_cells > 1;
  if (trial->n_constant != best->n_constant)
    return trial->n_constant > best->n_constant;
  return trial->n_cells > best->n_cells;
}

/* The delimiter that the file itself names, 0 for none. */
static gboolean
read_sep_line (OvsCsvInput *input, char *delimiter, GCancellable *cancellable, GError **error)
{
  g_autofree char *wanted = NULL;
  const char *text;
  gsize length;

  *delimiter = 0;
  if (!ovs_csv_input_rewind (input, error) || !ovs_csv_input_read (input, &text, &length, cancellable, error))
    return FALSE;
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || (text[5] != '\r' && text[5] != '\n'))
    return TRUE;
  wanted = g_strndup (text + 4, 1);
  if (!ovs_csv_delimiter_parse (wanted, delimiter))
    *delimiter = 0;
  return TRUE;
}

static gboolean
try_all (OvsCsvInput *input,
         const OvsCsvSearch *search,
         Trial *best,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GError) damaged = NULL;
  guint n_tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autoptr (GError) reason = NULL;
      Trial trial;

      if (try_delimiter (input, search, candidates[i], &trial, cancellable, &reason))
        {
          if (n_tried++ == 0 || is_better (&trial, best))
            *best = trial;
          continue;
        }
      if (!g_error_matches (reason, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (damaged == NULL)
        damaged = g_steal_pointer (&reason);
    }
  if (damaged != NULL && (n_tried == 0 || !best->found))
    {
      g_propagate_error (error, g_steal_pointer (&damaged));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (const Trial *trial, const char *name, GError **error)
{
  if (trial->has_text)
    return TRUE;
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_EMPTY,
               _ ("The file “%s” is empty. Export it again and try once more."), name);
  return FALSE;
}

static gboolean
check_known (const Trial *trial, OvsCsvKind kind, const char *name, GError **error)
{
  g_autoptr (GString) needed = g_string_new (NULL);

  if (trial->n_known > 0 || trial->found)
    return TRUE;
  for (guint field = 0; field < OVS_N_FIELDS; field++)
    if (ovs_field_is_required ((OvsField) field, kind))
      g_string_append_printf (needed, "%s“%s”", needed->len > 0 ? ", " : "",
                              ovs_headers_get_own (kind, (OvsField) field));
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NO_COLUMNS,
               _ ("No known column was found in the file “%s”. Export it with headers, at least %s, or name "
                  "the columns with --mapping FIELD=HEADER."),
               name, needed->str);
  return FALSE;
}

static void
take_title (GStrvBuilder *titles, const OvsRecord *record)
{
  for (guint i = 0; !is_sep_line (record) && i < record->n_cells; i++)
    {
      g_autofree char *key = ovs_text_fold (ovs_record_get (record, i));

      if (*key == '\0')
        continue;
      g_strv_builder_add (titles, key);
      return;
    }
}

/* A tokeniser that has just given record @index, which is in @record. @titles: (nullable): gets what stands above it. */
static OvsTokeniser *
go_to (OvsCsvInput *input,
       char delimiter,
       guint index,
       GStrvBuilder *titles,
       const OvsRecord **record,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (OvsTokeniser) tokeniser = NULL;

  if (!ovs_csv_input_rewind (input, error))
    return NULL;
  tokeniser = ovs_tokeniser_new (input, delimiter);
  for (guint i = 0; i <= index; i++)
    {
      *record = ovs_tokeniser_next (tokeniser, cancellable, error);
      if (*record == NULL)
        return NULL;
      if (titles != NULL && i < index)
        take_title (titles, *record);
    }
  return g_steal_pointer (&tokeniser);
}

/* Takes the header, without what its columns mean. */
static OvsCsvLayout *
take_layout (OvsCsvInput *input,
             const Trial *trial,
             const OvsRecord **header,
             OvsTokeniser **tokeniser,
             char ***titles,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsCsvLayout *layout;

  *tokeniser = go_to (input, trial->delimiter, trial->index, builder, header, cancellable, error);
  *titles = g_strv_builder_end (builder);
  if (*tokeniser == NULL)
    return NULL;
  layout = g_new0 (OvsCsvLayout, 1);
  layout->delimiter = trial->delimiter;
  layout->n_above = trial->index;
  layout->header_line = (*header)->line;
  return layout;
}

static gboolean
find_trial (
    OvsCsvInput *input, const OvsCsvSearch *search, Trial *trial, GCancellable *cancellable, GError **error)
{
  char delimiter = search->delimiter;

  if (delimiter == 0 && !read_sep_line (input, &delimiter, cancellable, error))
    return FALSE;
  if (delimiter != 0 ? !try_delimiter (input, search, delimiter, trial, cancellable, error)
                     : !try_all (input, search, trial, cancellable, error))
    return FALSE;
  return check_text (trial, ovs_csv_input_get_name (input), error);
}

OvsCsvLayout *
ovs_csv_layout_find (OvsCsvInput *input,
                     const OvsCsvSearch *search,
                     GCancellable *cancellable,
                     GError **error)
{
  const char *name = ovs_csv_input_get_name (input);
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  g_autoptr (OvsCsvLayout) layout = NULL;
  g_auto (GStrv) titles = NULL;
  const OvsRecord *header;
  Trial trial = { 0 };

  if (!find_trial (input, search, &trial, cancellable, error) ||
      !check_known (&trial, search->kind, name, error))
    return NULL;
  layout = take_layout (input, &trial, &header, &tokeniser, &titles, cancellable, error);
  if (layout == NULL)
    return NULL;
  layout->mapping = ovs_csv_mapping_new (search->kind, search->wishes, header, name, error);
  if (layout->mapping == NULL)
    return NULL;
  layout->mapping->titles = g_steal_pointer (&titles);
  return g_steal_pointer (&layout);
}

OvsCsvLayout *
ovs_csv_layout_look (OvsCsvInput *input,
                     const OvsCsvSearch *search,
                     guint *n_known,
                     gboolean *complete,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  g_auto (GStrv) titles = NULL;
  OvsCsvLayout *layout;
  const OvsRecord *header;
  Trial trial = { 0 };

  if (!find_trial (input, search, &trial, cancellable, error))
    return NULL;
  layout = take_layout (input, &trial, &header, &tokeniser, &titles, cancellable, error);
  if (layout == NULL)
    return NULL;
  layout->mapping = ovs_csv_mapping_look (search->kind, search->wishes, header);
  layout->mapping->titles = g_steal_pointer (&titles);
  if (n_known != NULL)
    *n_known = trial.n_known;
  if (complete != NULL)
    *complete = trial.found;
  return layout;
}

OvsTokeniser *
ovs_csv_layout_begin (const OvsCsvLayout *layout,
                      OvsCsvInput *input,
                      GCancellable *cancellable,
                      GError **error)
{
  const OvsRecord *header;

  return go_to (input, layout->delimiter, layout->n_above, NULL, &header, cancellable, error);
}

void
ovs_csv_layout_free (OvsCsvLayout *layout)
{
  g_clear_pointer (&layout->mapping, ovs_csv_mapping_free);
  g_free (layout);
}
