/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fuzz-mutations"

/*
 * Mutated copies of real-looking files through the real import. After each one of two things holds: every row is accounted for and the
 * dossier is sound, or the file was refused with a sentence and the dossier is what it was. Never a half import.
 */
#include <string.h>

#include "dossier/fixture.h"
#include "dossier/judgement.h"
#include "dossier/trail.h"
#include "fuzz/mutate.h"
#include "intake/intake.h"

#define COPIES 1000
#define COPIES_AT_LENGTH 20000
/* So many copies go into one dossier. */
#define COPIES_PER_DOSSIER 40

typedef struct
{
  OvsCsvKind kind;
  GString *text;
} File;

/* What became of all of them, so that the test says whether it tests anything. */
typedef struct
{
  guint accepted;
  guint refused;
  guint cancelled;
} Counts;

static void
file_free (gpointer data)
{
  File *file = data;

  g_string_free (file->text, TRUE);
  g_free (file);
}

/* --- the files --- */

static OvsCsvKind
kind_of (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", 2);
  OvsCsvKind kind;
  gboolean known = ovs_csv_kind_from_name (parts[0], &kind);

  g_assert_true (known);
  return kind;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in @folder, in an order that is always the same. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static GPtrArray *
load_files (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "files", NULL);
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      File *file = g_new (File, 1);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      file->kind = kind_of (g_ptr_array_index (names, i));
      file->text = g_string_new_len (bytes, (gssize) length);
      g_ptr_array_add (files, file);
    }
  return files;
}

/* --- the dossier --- */

/* Everything in it but who has it open. */
static char *
dump (Fixture *fixture)
{
  g_autofree char *tables = fixture_query (fixture, "SELECT 'SELECT ''' || name || ''', * FROM ' || name || ';' FROM sqlite_master WHERE type = 'table' "
                                                    "AND name NOT LIKE 'sqlite_%' AND name <> 'lease' ORDER BY name");
  char *text = fixture_query (fixture, tables);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

static gint64
count (Fixture *fixture, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autofree char *rows = fixture_query (fixture, sql);

  return g_ascii_strtoll (rows, NULL, 10);
}

static gboolean
verify (OvsTx *tx, gpointer data, GError **error)
{
  gint64 entries;

  g_assert_cmpint (ovs_trail_verify (tx, &entries), ==, 0);
  return TRUE;
}

static void
check_sound (Fixture *fixture)
{
  fixture_assert (fixture, "PRAGMA foreign_key_check", "");
  g_assert_true (ovs_dossier_read (fixture->dossier, verify, NULL, NULL, NULL));
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, ovs_day_from_ymd (2026, 12, 1), NULL, NULL);
  return TRUE;
}

/* Whatever came in, each employee can be judged. */
static void
judge_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, judge, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "judgement"), ==, count (fixture, "employee"));
  fixture_assert (fixture, "PRAGMA integrity_check", "ok\n");
}

/* --- one copy --- */

static void
cancel (guint64 position, guint64 size, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
check_counts (const OvsIntakeResult *result)
{
  g_assert_cmpuint (result->rows, ==,
                    result->added + result->changed + result->unchanged + result->skipped + result->refused->len);
  for (guint i = 0; i < result->refused->len; i++)
    {
      const OvsIntakeRefusal *refusal = g_ptr_array_index (result->refused, i);

      g_assert_cmpuint (refusal->line, >, 0);
      g_assert_true (g_str_has_suffix (refusal->reason, "."));
      g_assert_true (g_utf8_validate (refusal->column, -1, NULL));
    }
}

/* Read once more, it changes nothing. */
static void
check_again (Fixture *fixture, const OvsIntakeRequest *request, const OvsIntakeResult *first)
{
  OvsIntakeRequest again = *request;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (OvsIntakeResult) result = NULL;

  again.dry_run = TRUE;
  result = ovs_intake_run (fixture->dossier, &again, NULL, &error);
  g_assert_no_error (error);
  check_counts (result);
  g_assert_cmpuint (result->added, ==, 0);
  g_assert_cmpuint (result->changed, ==, 0);
  g_assert_cmpuint (result->unchanged, ==, first->added + first->changed + first->unchanged);
  g_assert_cmpuint (result->refused->len, ==, first->refused->len);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
read_copy (Fixture *fixture, const OvsIntakeRequest *request, GCancellable *cancellable, Counts *counts)
{
  g_autofree char *before = dump (fixture);
  g_autoptr (GError) error = NULL;
  gint64 imports = count (fixture, "import");
  gint64 people = count (fixture, "employee");
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, request, cancellable, &error);

  check_sound (fixture);
  if (result != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpint (count (fixture, "import"), ==, imports + 1);
      g_assert_cmpint (count (fixture, "employee") - people, <=, (gint64) result->added);
      check_counts (result);
      check_again (fixture, request, result);
      counts->accepted++;
    }
  else
    {
      g_autofree char *after = dump (fixture);

      g_assert_nonnull (error);
      g_debug ("refused: %s", error->message);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        counts->cancelled++;
      else
        g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpstr (after, ==, before);
      counts->refused++;
    }
}

static void
try_copy (Fixture *fixture, GPtrArray *files, GRand *chance, guint number, Counts *counts)
{
  const File *file = g_ptr_array_index (files, (guint) g_rand_int_range (chance, 0, (gint32) files->len));
  const File *other = g_ptr_array_index (files, (guint) g_rand_int_range (chance, 0, (gint32) files->len));
  g_autoptr (GString) copy = g_string_new_len (file->text->str, (gssize) file->text->len);
  g_autofree char *path = fixture_path (fixture, "kopie.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  OvsIntakeRequest request = { .path = path, .kind = file->kind };

  mutate (copy, other->text, chance);
  if (g_rand_int_range (chance, 0, 12) == 0)
    {
      request.progress = cancel;
      request.progress_data = cancellable;
    }
  g_unlink (path);
  g_assert_true (g_file_set_contents (path, copy->str, (gssize) copy->len, NULL));
  g_debug ("copy %u, %s, %" G_GSIZE_FORMAT " bytes", number, ovs_csv_kind_get_name (file->kind), copy->len);
  read_copy (fixture, &request, cancellable, counts);
}

/* A dossier that knows the clients and the people of the files. */
static void
set_up (Fixture *fixture)
{
  static const char *const names[] = { "employers-own.csv", "employees-own.csv" };

  fixture_set_up (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "files", names[i], NULL);
      OvsIntakeRequest request = { .path = path, .kind = kind_of (names[i]) };
      g_autoptr (GError) error = NULL;
      g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, &request, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (result->refused->len, ==, 0);
    }
}

static void
test_copies (void)
{
  g_autoptr (GPtrArray) files = load_files ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261102);
  guint n = g_test_slow () ? COPIES_AT_LENGTH : COPIES;
  Counts counts = { 0 };

  for (guint first = 0; first < n; first += COPIES_PER_DOSSIER)
    {
      Fixture fixture;

      set_up (&fixture);
      for (guint i = first; i < MIN (first + COPIES_PER_DOSSIER, n); i++)
        try_copy (&fixture, files, chance, i, &counts);
      judge_all (&fixture);
      fixture_tear_down (&fixture, NULL);
    }
  g_test_message ("%u accepted, %u refused, %u of them cancelled", counts.accepted, counts.refused, counts.cancelled);
  g_assert_cmpuint (counts.accepted, >, n / 5);
  g_assert_cmpuint (counts.refused, >, n / 5);
}

/* As they are they all come in. */
static void
test_originals (void)
{
  g_autoptr (GPtrArray) files = load_files ();
  Counts counts = { 0 };
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < files->len; i++)
    {
      const File *file = g_ptr_array_index (files, i);
      g_autofree char *path = fixture_path (&fixture, "bestand.csv");
      OvsIntakeRequest request = { .path = path, .kind = file->kind };

      g_assert_true (g_file_set_contents (path, file->text->str, (gssize) file->text->len, NULL));
      read_copy (&fixture, &request, NULL, &counts);
    }
  g_assert_cmpuint (counts.accepted, ==, files->len);
  judge_all (&fixture);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/originals", test_originals);
  g_test_add_func ("/fuzz/mutated-copies", test_copies);
  return g_test_run ();
}
