/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/overview.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/text.h"
#include "csv/reader.h"
#include "csv/tokeniser.h"
#include "csv/writer.h"
#include "dossier/error.h"
#include "dossier/selection.h"

/* Files are Dutch, in every language. */
#define ANSWER_HEADER "Meenemen"
#define ANSWER_YES "Ja"
#define ANSWER_NO "Nee"

typedef struct
{
  const char *sha256;
  OvsSelectionOverview overview;
  gboolean found;
  GHashTable *clients; /* (owned) */
} Known;

typedef struct
{
  OvsCsvReader *reader;  /* (unowned): knows the columns, and which lines are data */
  const OvsCsvRow *next; /* (nullable): the data row that comes next */
  OvsCsvWriter *writer;  /* (unowned) */
  GHashTable *clients;   /* (unowned) */
  guint n_columns;
  guint number_column;
  guint answer_column; /* @n_columns where it comes behind the others */
  OvsOverviewReturn *result;
} Returning;

void
ovs_overview_return_free (OvsOverviewReturn *overview)
{
  g_strfreev (overview->dropped);
  g_free (overview);
}

static void
known_clear (Known *known)
{
  ovs_selection_overview_clear (&known->overview);
  g_clear_pointer (&known->clients, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

/* --- reading it as it was read in ------------------------------------------------------------------------------ */

static gboolean
look_up (OvsTx *tx, gpointer data, GError **error)
{
  Known *known = data;

  known->found = ovs_selection_find_overview (tx, known->sha256, &known->overview);
  known->clients = ovs_selection_read (tx);
  return TRUE;
}

static gboolean
find_known (OvsDossier *dossier, const char *source, Known *known, GCancellable *cancellable, GError **error)
{
  g_autoptr (OvsCsvInput) input = ovs_csv_input_open (source, NULL, cancellable, error);

  if (input == NULL)
    return FALSE;
  known->sha256 = ovs_csv_input_get_sha256 (input);
  if (!ovs_dossier_read (dossier, look_up, known, cancellable, error))
    return FALSE;
  known->sha256 = NULL;
  return known->found || refuse (error, _ ("No client list was read in yet, so nobody is chosen. Read the overview in first."));
}

/* Only the number counts: other columns in doubt are no matter here. */
static OvsCsvReader *
open_reader (const char *source, const Known *known, GCancellable *cancellable, GError **error)
{
  g_autofree char *number = g_strdup_printf ("employer-number=%s", known->overview.number_header);
  const char *const mapping[] = { known->overview.number_header != NULL ? number : NULL, NULL };
  OvsCsvOptions options = { .mapping = mapping };
  g_autoptr (GError) failure = NULL;
  OvsCsvReader *reader;

  /* Of another file nothing is known but what its columns were called the time before. */
  if (known->overview.same)
    {
      options.encoding = known->overview.encoding;
      options.delimiter = known->overview.delimiter;
    }
  reader = ovs_csv_reader_open (source, OVS_CSV_EMPLOYERS, &options, cancellable, &failure);
  if (g_error_matches (failure, OVS_CSV_ERROR, OVS_CSV_ERROR_UNKNOWN_HEADER))
    {
      options.mapping = NULL;
      return ovs_csv_reader_open (source, OVS_CSV_EMPLOYERS, &options, cancellable, error);
    }
  if (reader == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return reader;
}

static guint
find_column (OvsCsvReader *reader, const char *header)
{
  g_autofree char *wanted = ovs_text_header_key (header);
  guint n_columns = ovs_csv_reader_get_n_columns (reader);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *key = ovs_text_header_key (ovs_csv_reader_get_column (reader, i));

      if (g_str_equal (key, wanted))
        return i;
    }
  return n_columns;
}

/* --- writing it ------------------------------------------------------------------------------------------------ */

/* In a row with too many cells everything from a private column on may have moved up to @surplus places to the right. */
static gboolean
may_be_private (const Returning *returning, guint cell, guint surplus)
{
  for (guint i = surplus < cell ? cell - surplus : 0; i <= cell; i++)
    if (i < returning->n_columns && ovs_csv_reader_drops_column (returning->reader, i))
      return TRUE;
  return FALSE;
}

/* A cell of a data row without what is never stored, also where it stands among other text. @row: (nullable). */
static void
write_cell (const Returning *returning, const OvsRecord *record, const OvsCsvRow *row, guint cell)
{
  guint surplus = record->n_cells > returning->n_columns ? record->n_cells - returning->n_columns : 0;
  g_autofree char *shown = row != NULL ? ovs_csv_reader_show_cell (returning->reader, row, cell) : g_strdup (ovs_record_get (record, cell));

  ovs_csv_writer_add_text (returning->writer, may_be_private (returning, cell, surplus) ? NULL : shown);
}

static gboolean
write_line (const Returning *returning, const OvsRecord *record, const OvsCsvRow *row, const char *answer, GError **error)
{
  for (guint i = 0; i < returning->n_columns; i++)
    if (i == returning->answer_column)
      ovs_csv_writer_add_text (returning->writer, answer);
    else if (!ovs_csv_reader_drops_column (returning->reader, i))
      write_cell (returning, record, row, i);
  if (returning->answer_column == returning->n_columns)
    ovs_csv_writer_add_text (returning->writer, answer);
  for (guint i = returning->n_columns; i < record->n_cells; i++)
    write_cell (returning, record, row, i);
  return ovs_csv_writer_end_row (returning->writer, error);
}

/* A line above the header, or a blank one: as it is. A line `sep=,` would be wrong here. */
static gboolean
write_as_it_is (const Returning *returning, const OvsRecord *record, GError **error)
{
  if (record->line == 1 && g_ascii_strncasecmp (ovs_record_get (record, 0), "sep=", 4) == 0)
    return TRUE;
  for (guint i = 0; i < record->n_cells; i++)
    ovs_csv_writer_add_text (returning->writer, ovs_record_get (record, i));
  return ovs_csv_writer_end_row (returning->writer, error);
}

static gboolean
is_blank (const OvsRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    {
      g_autofree char *clean = ovs_text_clean (ovs_record_get (record, i));

      if (*clean != '\0')
        return FALSE;
    }
  return TRUE;
}

static const char *
answer_for (const Returning *returning, const OvsRecord *record)
{
  g_autofree char *key = ovs_text_number_key (ovs_record_get (record, returning->number_column));
  gpointer takes_part;

  if (*key == '\0')
    return NULL;
  returning->result->rows++;
  if (!g_hash_table_lookup_extended (returning->clients, key, NULL, &takes_part))
    {
      returning->result->unknown++;
      return NULL;
    }
  returning->result->taking_part += takes_part != NULL;
  return takes_part != NULL ? ANSWER_YES : ANSWER_NO;
}

/* A total or a repeated header is no employer. */
static gboolean
write_record (Returning *returning, const OvsRecord *record, GCancellable *cancellable, GError **error)
{
  guint64 header_line = ovs_csv_reader_get_header_line (returning->reader);
  gboolean is_header = record->line == header_line;
  g_autoptr (GError) failure = NULL;

  if (record->line < header_line || is_blank (record))
    return write_as_it_is (returning, record, error);
  if (!is_header && (returning->next == NULL || record->line != ovs_csv_row_get_line (returning->next)))
    return write_line (returning, record, NULL, NULL, error);

  if (!write_line (returning, record, is_header ? NULL : returning->next, is_header ? ANSWER_HEADER : answer_for (returning, record), error))
    return FALSE;
  returning->next = ovs_csv_reader_next (returning->reader, cancellable, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_all (Returning *returning, const char *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (OvsCsvInput) input = ovs_csv_input_open (source, ovs_csv_reader_get_encoding (returning->reader), cancellable, error);
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  g_autoptr (GError) failure = NULL;
  const OvsRecord *record;

  if (input == NULL)
    return FALSE;
  if (!g_str_equal (ovs_csv_input_get_sha256 (input), ovs_csv_reader_get_sha256 (returning->reader)))
    {
      g_set_error_literal (error, OVS_CSV_ERROR, OVS_CSV_ERROR_CHANGED, _ ("The file was changed while it was read. Try it again."));
      return FALSE;
    }
  tokeniser = ovs_tokeniser_new (input, *ovs_csv_reader_get_delimiter (returning->reader));
  while ((record = ovs_tokeniser_next (tokeniser, cancellable, &failure)) != NULL)
    if (!write_record (returning, record, cancellable, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- all of it ------------------------------------------------------------------------------------------------- */

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

OvsOverviewReturn *
ovs_intake_return_overview (OvsDossier *dossier, const char *source, const char *target, GCancellable *cancellable, GError **error)
{
  g_auto (Known) known = { 0 };
  g_autoptr (OvsCsvReader) reader = NULL;
  g_autoptr (OvsCsvWriter) writer = NULL;
  g_autoptr (OvsOverviewReturn) result = g_new0 (OvsOverviewReturn, 1);
  Returning returning = { .result = result };

  if (is_same_file (source, target))
    {
      refuse (error, _ ("Loket's own overview would be overwritten. Choose another name for the new file. Nothing was written."));
      return NULL;
    }
  if (!find_known (dossier, source, &known, cancellable, error) || (reader = open_reader (source, &known, cancellable, error)) == NULL
      || (writer = ovs_csv_writer_new (target, error)) == NULL)
    return NULL;

  returning.reader = reader;
  returning.writer = writer;
  returning.clients = known.clients;
  returning.n_columns = ovs_csv_reader_get_n_columns (reader);
  returning.number_column = find_column (reader, ovs_csv_reader_get_header (reader, OVS_FIELD_EMPLOYER_NUMBER));
  returning.answer_column = find_column (reader, ANSWER_HEADER);
  if (!write_all (&returning, source, cancellable, error))
    return NULL;
  if (result->rows == result->unknown)
    {
      refuse (error, _ ("The dossier knows none of the employers in this file, so it is another office's or another kind of file. Nothing was written."));
      return NULL;
    }
  result->changed = !known.overview.same;
  result->dropped = g_strdupv ((char **) ovs_csv_reader_get_private (reader));
  return ovs_csv_writer_close (writer, error) ? g_steal_pointer (&result) : NULL;
}
