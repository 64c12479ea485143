/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-intake"

#include "config.h"

#include "intake/intake.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "dossier/file-results.h"
#include "dossier/import-list.h"
#include "dossier/imports.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "intake/brakes.h"
#include "intake/kinds.h"
#include "intake/refused.h"

OvsIntakeRun *
ovs_intake_run_new (const OvsIntakeRequest *request, OvsCsvReader *reader, GCancellable *cancellable)
{
  OvsIntakeRun *run = g_new0 (OvsIntakeRun, 1);

  run->request = request;
  run->reader = reader;
  run->cancellable = cancellable;
  run->result = ovs_intake_result_new ();
  run->employers = ovs_tally_new ();
  run->people = ovs_tally_new ();
  run->entries = ovs_tally_new ();
  run->reason_column = reader != NULL ? ovs_intake_find_reason_column (reader) : -1;
  return run;
}

void
ovs_intake_run_free (OvsIntakeRun *run)
{
  g_clear_pointer (&run->reader, ovs_csv_reader_free);
  g_clear_pointer (&run->result, ovs_intake_result_unref);
  ovs_tally_free (run->employers);
  ovs_tally_free (run->people);
  ovs_tally_free (run->entries);
  ovs_sieve_free (run->sieve);
  ovs_employer_clear (&run->employer);
  ovs_evidence_clear (&run->evidence);
  g_free (run->employer_text);
  g_free (run);
}

/* What the file itself tells, before any row. */
static void
describe_file (OvsIntakeRun *run)
{
  OvsIntakeResult *result = run->result;
  const OvsField *missing = ovs_csv_reader_get_missing (run->reader, &result->n_missing_fields);

  result->kind = run->request->kind;
  result->dry_run = run->request->dry_run;
  result->rows = ovs_csv_reader_get_n_rows (run->reader);
  result->skipped = ovs_csv_reader_get_n_skipped (run->reader);
  result->header_line = ovs_csv_reader_get_header_line (run->reader);
  result->file_day = run->request->sheet_date != OVS_NO_DAY ? run->request->sheet_date
                                                            : ovs_clock_day_of (ovs_csv_reader_get_modified (run->reader));
  result->sha256 = g_strdup (ovs_csv_reader_get_sha256 (run->reader));
  result->encoding = g_strdup (ovs_csv_reader_get_encoding (run->reader));
  result->delimiter = g_strdup (ovs_csv_reader_get_delimiter (run->reader));
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    result->headers[i] = g_strdup (ovs_csv_reader_get_header (run->reader, (OvsField) i));
  for (guint i = 0; i < result->n_missing_fields; i++)
    result->missing_fields[i] = missing[i];
  result->ignored = g_strdupv ((char **) ovs_csv_reader_get_ignored (run->reader));
  result->private_columns = g_strdupv ((char **) ovs_csv_reader_get_private (run->reader));
  result->private_kinds = g_memdup2 (ovs_csv_reader_get_private_kinds (run->reader),
                                     g_strv_length (result->private_columns) * sizeof *result->private_kinds);
  result->notes = g_strdupv ((char **) ovs_csv_reader_get_notes (run->reader));
}

/* Beside the fields, what else decided what the texts are. */
/* What LibreOffice and Excel leave beside a file while it is open there. */
static gboolean
is_open_elsewhere (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *libre_name = g_strconcat (".~lock.", name, "#", NULL);
  g_autofree char *excel_name = g_strconcat ("~$", name, NULL);
  g_autofree char *libre = g_build_filename (folder, libre_name, NULL);
  g_autofree char *excel = g_build_filename (folder, excel_name, NULL);

  return g_file_test (libre, G_FILE_TEST_EXISTS) || g_file_test (excel, G_FILE_TEST_EXISTS);
}

static char *
mapping_to_json (const OvsIntakeRequest *request, const OvsIntakeResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (result->headers[i] != NULL)
      {
        json_builder_set_member_name (builder, ovs_field_get_name ((OvsField) i));
        json_builder_add_string_value (builder, result->headers[i]);
      }
  if (request->repair_double)
    {
      json_builder_set_member_name (builder, "repair-encoding");
      json_builder_add_string_value (builder, "yes");
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
add_count (JsonBuilder *builder, const char *name, guint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) count);
}

/* For the trail: the id, the kind and counts. */
static char *
counts_to_json (const OvsIntakeResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_count (builder, "import", (guint64) result->import);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, ovs_intake_result_get_kind_name (result));
  add_count (builder, "rows", result->rows);
  add_count (builder, "added", result->added);
  add_count (builder, "changed", result->changed);
  add_count (builder, "unchanged", result->unchanged);
  add_count (builder, "missing", result->missing);
  add_count (builder, "skipped", result->skipped);
  add_count (builder, "refused", result->refused->len);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
begin_import (OvsIntakeRun *run)
{
  g_autofree char *name = g_filename_display_basename (run->request->path);
  g_autofree char *mapping = mapping_to_json (run->request, run->result);

  run->import = ovs_imports_begin (run->tx, ovs_intake_result_get_kind_name (run->result), name,
                                   run->result->sha256, mapping, run->result->encoding,
                                   run->result->delimiter, &run->sequence);
  ovs_imports_describe (run->tx, run->import, run->result->header_line, run->result->file_day);
  run->result->import = run->import;
}

static gboolean
read_rows (OvsIntakeRun *run, GError **error)
{
  if (run->request->from_loket)
    return ovs_intake_fetched (run, error);
  switch (run->request->kind)
    {
    case OVS_CSV_EMPLOYERS:
      return ovs_intake_employers (run, error);
    case OVS_CSV_EMPLOYEES:
      return ovs_intake_employees (run, error);
    case OVS_CSV_STATUS:
      return ovs_intake_status (run, error);
    case OVS_CSV_FALLOUT:
      return ovs_intake_fallout (run, error);
    case OVS_CSV_CORRECTIONS:
      return ovs_intake_corrections (run, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static OvsTally *
counted (OvsIntakeRun *run)
{
  switch (run->request->kind)
    {
    case OVS_CSV_EMPLOYERS:
      return run->employers;
    case OVS_CSV_FALLOUT:
      return run->entries;
    default:
      return run->people;
    }
}

static void
count_rows (OvsIntakeRun *run)
{
  OvsTally *tally = counted (run);

  run->result->added = ovs_tally_get_rows (tally, OVS_TALLY_ADDED);
  run->result->changed = ovs_tally_get_rows (tally, OVS_TALLY_CHANGED);
  run->result->unchanged = ovs_tally_get_rows (tally, OVS_TALLY_UNCHANGED);
}

static void
note_same_file (const OvsImportRecord *record, gpointer data)
{
  OvsIntakeResult *result = data;
  g_autofree char *when = ovs_clock_to_dutch (record->at);
  char *sentence = *record->by != '\0' ? g_strdup_printf (_ ("This file was read in before, on %s by %s."), when, record->by)
                                       : g_strdup_printf (_ ("This file was read in before, on %s."), when);

  ovs_intake_result_note (result, sentence);
}

static void
note_partial (OvsIntakeRun *run)
{
  if (run->result->partial)
    ovs_intake_result_note (run->result, g_strdup (_ ("These are rows that were refused before: only they are read in. Who is not among them is not marked as missing.")));
}

/* Of which clients this file tells all: of these, an older one is recognised later. */
static void
remember_clients (OvsIntakeRun *run)
{
  if (run->result->partial || (run->request->kind != OVS_CSV_EMPLOYEES && run->request->kind != OVS_CSV_EMPLOYERS))
    return;
  for (gint64 id = 1; id < ovs_tally_get_limit (run->employers); id++)
    if (ovs_tally_get_class (run->employers, id) != OVS_TALLY_ABSENT)
      ovs_imports_cover (run->tx, run->import, id);
}

static void
end_import (OvsIntakeRun *run)
{
  OvsIntakeResult *result = run->result;
  g_autofree char *detail = NULL;

  remember_clients (run);
  detail = counts_to_json (result);
  ovs_trail_end (run->tx, run->sequence, "import", detail, NULL);
  /* A file that changed nothing leaves the steps before it free to be taken back. */
  if (!run->kept && (result->added > 0 || result->changed > 0 || run->touched))
    ovs_undo_bar (run->tx, run->sequence);
}

gboolean
ovs_intake_import (OvsTx *tx, gpointer data, GError **error)
{
  OvsIntakeRun *run = data;

  run->tx = tx;
  if (run->request->dry_run)
    ovs_tx_set_dry_run (tx);
  if (!run->request->from_loket)
    ovs_imports_find_same (tx, ovs_intake_result_get_kind_name (run->result), run->result->sha256, note_same_file, run->result);
  begin_import (run);
  if (ovs_tx_failed (tx) || !read_rows (run, error))
    return FALSE;
  run->touched = ovs_file_results_settle (tx, run->sequence) > 0 || run->touched;
  count_rows (run);
  note_partial (run);
  if (run->request->brakes && !ovs_brakes_check (run, error))
    return FALSE;
  end_import (run);
  return !ovs_tx_failed (tx);
}

OvsIntakeResult *
ovs_intake_run (OvsDossier *dossier,
                const OvsIntakeRequest *request,
                GCancellable *cancellable,
                GError **error)
{
  OvsCsvOptions options = {
    .encoding = request->encoding,
    .delimiter = request->delimiter,
    .header_line = request->header_line,
    .mapping = request->mapping,
    .repair_double = request->repair_double,
    .today = ovs_clock_today (ovs_dossier_get_clock (dossier)),
  };
  OvsCsvReader *reader = ovs_csv_reader_open (request->path, request->kind, &options, cancellable, error);
  g_autoptr (OvsIntakeRun) run = NULL;

  if (reader == NULL)
    return NULL;
  run = ovs_intake_run_new (request, reader, cancellable);
  describe_file (run);
  if (is_open_elsewhere (request->path))
    ovs_intake_result_note (run->result, g_strdup (_ ("The file is open in another program. What was not saved there is not read.")));
  if (!ovs_dossier_write (dossier, ovs_intake_import, run, cancellable, error))
    return NULL;
  if (request->dry_run)
    run->result->import = 0;
  g_debug ("%s: %" G_GUINT64_FORMAT " rows, %u refused", ovs_csv_kind_get_name (request->kind),
           run->result->rows, run->result->refused->len);
  return g_steal_pointer (&run->result);
}
