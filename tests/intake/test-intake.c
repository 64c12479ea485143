/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */

#include "intake/office.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "csv/error.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

#define BSN "123456782"
#define IBAN "NL91ABNA0417164300"
#define PRIVATE                                                                                              \
  "Werkgevernummer;Personeelsnummer;Achternaam;BSN;IBAN;Salaris;Kleur\n20;1;Jansen;" BSN ";" IBAN            \
  ";31415,92;rood\n"                                                                                         \
  "20;2;Bos;misschien;" IBAN ";2718,28;blauw\n"

static void
test_result (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsIntakeResult) result = office_read (fixture, OVS_CSV_EMPLOYEES, PRIVATE);
  g_autofree char *ignored = g_strjoinv (",", result->ignored);
  g_autofree char *private = g_strjoinv (",", result->private_columns);
  gboolean without_birth_date = FALSE;

  g_assert_cmpint (result->kind, ==, OVS_CSV_EMPLOYEES);
  g_assert_cmpint (result->import, >, 0);
  g_assert_cmpstr (result->encoding, ==, "utf-8");
  g_assert_cmpstr (result->delimiter, ==, ";");
  g_assert_cmpstr (result->headers[OVS_FIELD_EMPLOYEE_NUMBER], ==, "Personeelsnummer");
  g_assert_null (result->headers[OVS_FIELD_BIRTH_DATE]);
  g_assert_cmpstr (ignored, ==, "BSN,IBAN,Salaris,Kleur");
  g_assert_cmpstr (private, ==, "BSN,IBAN,Salaris");
  for (guint i = 0; i < result->n_missing_fields; i++)
    without_birth_date = without_birth_date || result->missing_fields[i] == OVS_FIELD_BIRTH_DATE;
  g_assert_true (without_birth_date);
  fixture_assert (
      fixture,
      "SELECT kind, file_name, length (sha256), encoding, delimiter FROM import ORDER BY id DESC LIMIT 1",
      "employees|kantoor.csv|64|utf-8|;\n");
  fixture_assert (fixture, "SELECT mapping ->> 'last-name' FROM import ORDER BY id DESC LIMIT 1",
                  "Achternaam\n");
}

static void
assert_absent_from_files (Fixture *fixture, const char *text)
{
  const char *name;
  guint looked_at = 0;
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = fixture_path (fixture, name);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_str_has_prefix (name, "proef.overstap"))
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_null (memmem (bytes, length, text, strlen (text)));
      looked_at++;
    }
  g_dir_close (folder);
  g_assert_cmpuint (looked_at, >, 0);
}

static void
test_private_data (Fixture *fixture, gconstpointer unused)
{
  ovs_intake_result_unref (office_read (fixture, OVS_CSV_EMPLOYEES, PRIVATE));
  /* First with the write-ahead log beside it, then as it is left. */
  for (guint i = 0; i < 2; i++)
    {
      assert_absent_from_files (fixture, BSN);
      assert_absent_from_files (fixture, IBAN);
      assert_absent_from_files (fixture, "31415");
      g_clear_object (&fixture->dossier);
    }
}

static void
test_dry_run (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = office_write (fixture, EMPLOYEES_HEADER "20;1;A.;Jansen;;;;\n99;1;;;;;;\n");
  g_autofree char *before = office_dump (fixture);
  OvsIntakeRequest request = { .path = path, .kind = OVS_CSV_EMPLOYEES, .dry_run = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (result->dry_run);
  g_assert_cmpint (result->import, ==, 0);
  g_assert_cmpuint (result->added, ==, 1);
  g_assert_cmpuint (result->refused->len, ==, 1);
  fixture_assert (fixture, OFFICE_TABLES, before);
  fixture_assert (fixture, "SELECT count(*) FROM import; SELECT count(*) FROM audit", "1\n1\n");
}

static void
cancel (guint64 position, guint64 size, gpointer data)
{
  g_assert_cmpuint (position, <=, size);
  if (position > size / 2)
    g_cancellable_cancel (data);
}

static char *
many_rows (guint n)
{
  GString *text = g_string_new (EMPLOYEES_HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s;%u;A.;Jansen%u;01-02-1990;a%u@example.org;01-01-2020;\n",
                            i % 2 == 0 ? "20" : "30", i + 1, i, i);
  return g_string_free (text, FALSE);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = many_rows (4000);
  g_autofree char *path = office_write (fixture, text);
  g_autofree char *before = office_dump (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  OvsIntakeRequest request = {
    .path = path, .kind = OVS_CSV_EMPLOYEES, .progress = cancel, .progress_data = cancellable
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (ovs_intake_run (fixture->dossier, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_assert (fixture, OFFICE_TABLES, before);
  /* And the dossier is as usable as before. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, "Werkgevernummer;Personeelsnummer\n20;1\n", "1 0 0 0 0");
}

static void
test_many_rows (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = many_rows (20000);
  gint64 begin = g_get_monotonic_time ();

  office_expect (fixture, OVS_CSV_EMPLOYEES, text, "20000 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, text, "0 0 20000 0 0");
  g_test_minimized_result ((double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, "40,000 rows");
  fixture_assert (fixture, "SELECT count(*) FROM employee; SELECT count(*) FROM history", "20000\n0\n");
  office_expect (fixture, OVS_CSV_EMPLOYEES,
                 EMPLOYEES_HEADER "20;1;A.;Jansen0;01-02-1990;a0@example.org;01-01-2020;\n", "0 0 1 9999 0");
}

static gboolean
verify (OvsTx *tx, gpointer data, GError **error)
{
  gint64 *entries = data;

  g_assert_cmpint (ovs_trail_verify (tx, entries), ==, 0);
  return TRUE;
}

static void
test_trail (Fixture *fixture, gconstpointer unused)
{
  gint64 entries;

  office_expect (fixture, OVS_CSV_EMPLOYEES, "Werkgevernummer;Personeelsnummer\n20;1\n99;1\n", "1 0 0 0 1");
  fixture_assert (
      fixture,
      "SELECT operation, detail ->> 'import', detail ->> 'kind', detail ->> 'rows', detail ->> 'added', "
      "detail ->> 'refused' FROM audit ORDER BY sequence DESC LIMIT 1",
      "import|2|employees|2|1|1\n");
  /* One that changes nothing is remembered, and bars no step. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, "Werkgevernummer;Personeelsnummer\n20;1\n", "0 0 1 0 0");
  fixture_assert (fixture, "SELECT count(*) FROM import; SELECT audit FROM undo_step", "3\n1\n2\n");
  g_assert_true (ovs_dossier_read (fixture->dossier, verify, &entries, NULL, NULL));
  g_assert_cmpint (entries, ==, 3);
}

static void
test_missing_bars (Fixture *fixture, gconstpointer unused)
{
  const char *all = "Werkgevernummer;Personeelsnummer\n20;1\n20;2\n";
  const char *one = "Werkgevernummer;Personeelsnummer\n20;1\n";

  office_expect (fixture, OVS_CSV_EMPLOYEES, all, "2 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, one, "0 0 1 1 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, one, "0 0 1 1 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, all, "0 0 2 0 0");
  fixture_assert (fixture, "SELECT audit FROM undo_step", "1\n2\n3\n5\n");
}

/* A file that is refused as a whole leaves no trace, not even of the attempt. */
static void
test_refused_files (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[] = { "", "Kleur;Maat\nrood;2\n", "Werkgevernummer;Achternaam\n20;Jansen\n",
                                       "\x89PNG\r\n\x1a\n" };
  OvsIntakeRequest request = { .path = "/nergens/medewerkers.csv", .kind = OVS_CSV_EMPLOYEES };
  g_autoptr (GError) missing = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (office_try (fixture, OVS_CSV_EMPLOYEES, texts[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == OVS_CSV_ERROR);
    }
  g_assert_null (ovs_intake_run (fixture->dossier, &request, NULL, &missing));
  g_assert_error (missing, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_FOUND);
  fixture_assert (fixture, "SELECT count(*) FROM import; SELECT count(*) FROM audit", "1\n1\n");
}

static void
test_options (Fixture *fixture, gconstpointer unused)
{
  static const char *const mapping[] = { "last-name=Kleur", NULL };
  g_autofree char *path = office_write (fixture, "Werkgevernummer|Personeelsnummer|Kleur\n20|1|Rood\n");
  OvsIntakeRequest request = {
    .path = path, .kind = OVS_CSV_EMPLOYEES, .encoding = "windows-1252", .delimiter = "|", .mapping = mapping
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->encoding, ==, "windows-1252");
  g_assert_cmpstr (result->delimiter, ==, "|");
  g_assert_cmpstr (result->headers[OVS_FIELD_LAST_NAME], ==, "Kleur");
  fixture_assert (fixture, "SELECT last_name FROM employee", "Rood\n");
}

static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->dossier);
  fixture->dossier = ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_READ, &error);
  g_assert_no_error (error);
  g_assert_null (office_try (fixture, OVS_CSV_EMPLOYEES, "Werkgevernummer;Personeelsnummer\n20;1\n", &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/intake/result", Fixture, NULL, office_set_up, test_result, fixture_tear_down);
  g_test_add ("/intake/private-data", Fixture, NULL, office_set_up, test_private_data, fixture_tear_down);
  g_test_add ("/intake/dry-run", Fixture, NULL, office_set_up, test_dry_run, fixture_tear_down);
  g_test_add ("/intake/cancelled", Fixture, NULL, office_set_up, test_cancelled, fixture_tear_down);
  g_test_add ("/intake/many-rows", Fixture, NULL, office_set_up, test_many_rows, fixture_tear_down);
  g_test_add ("/intake/trail", Fixture, NULL, office_set_up, test_trail, fixture_tear_down);
  g_test_add ("/intake/missing-bars", Fixture, NULL, office_set_up, test_missing_bars, fixture_tear_down);
  g_test_add ("/intake/refused-files", Fixture, NULL, office_set_up, test_refused_files, fixture_tear_down);
  g_test_add ("/intake/options", Fixture, NULL, office_set_up, test_options, fixture_tear_down);
  g_test_add ("/intake/read-only", Fixture, NULL, office_set_up, test_read_only, fixture_tear_down);
  return g_test_run ();
}
