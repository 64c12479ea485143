/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#include "csv/error.h"
#include "intake/refused.h"

#define BOM "\xef\xbb\xbf"

/* Reads @text in, saves what was refused and returns that file. */
static char *
save (Fixture *fixture, OvsCsvKind kind, const char *text, const char *const *mapping)
{
  g_autofree char *path = office_write (fixture, text);
  g_autofree char *target = fixture_path (fixture, "geweigerd.csv");
  g_autoptr (GError) error = NULL;
  OvsIntakeRequest request = { .path = path, .kind = kind, .mapping = mapping, .dry_run = TRUE };
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, &request, NULL, &error);
  char *saved;

  g_assert_no_error (error);
  ovs_intake_save_refused (&request, result, target, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (target, &saved, NULL, &error);
  g_assert_no_error (error);
  return saved;
}

static void
test_rows (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved =
      save (fixture, OVS_CSV_EMPLOYEES,
            "Wg nr;Pers.nr;Naam;BSN;Afdeling;Geboortedatum\n20;1;Goed;123456782;Kas;1-1-1980\n"
            "20;2;\"Vries; de\";123456782;=Kas;31-02-1990\n\n99;3;Weg;123456782;Bar;1-1-1980\n",
            NULL);
  g_auto (GStrv) lines = g_strsplit (saved, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, BOM "Wg nr;Pers.nr;Naam;Afdeling;Geboortedatum;Reden");
  g_assert_true (g_str_has_prefix (lines[1], "20;2;\"Vries; de\";'=Kas;31-02-1990;"));
  g_assert_true (g_str_has_prefix (lines[2], "99;3;Weg;Bar;1-1-1980;"));
  g_assert_nonnull (strstr (lines[2], "99"));
  g_assert_null (strstr (saved, "123456782"));
}

/* Nor what only the cells tell to be private. */
static void
test_content (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = save (fixture, OVS_CSV_EMPLOYEES,
                                 "Wg nr;Pers.nr;Naam;Kenmerk;Opm;Geboortedatum\n20;2;A 123456782;123456782;rek NL91ABNA0417164300;31-02-1990\n"
                                 "20;123456782;B;111222333;;1-1-1990\n20;4;C;010464554;;1-1-1990\n",
                                 NULL);
  g_auto (GStrv) lines = g_strsplit (saved, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, BOM "Wg nr;Pers.nr;Naam;Opm;Geboortedatum;Reden");
  g_assert_true (g_str_has_prefix (lines[1], "20;2;A •••;rek •••;31-02-1990;"));
  g_assert_true (g_str_has_prefix (lines[2], "20;•••;B;;1-1-1990;"));
  g_assert_null (strstr (saved, "123456782"));
}

/* Mended and read again, with the reason of the time before still in it. */
static void
test_again (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = save (fixture, OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Geboortedatum\n20;2;31-02-1990\n", NULL);
  char *wrong = strstr (saved, "31-02-1990");
  g_autofree char *still = NULL;

  still = save (fixture, OVS_CSV_EMPLOYEES, saved, NULL);
  g_assert_cmpstr (still, ==, saved);
  memcpy (wrong, "21", 2);
  office_expect (fixture, OVS_CSV_EMPLOYEES, saved, "1 0 0 0 0");
}

/* A cell too many moves the private ones to where others are expected. */
static void
test_surplus (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved =
      save (fixture, OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Naam;BSN;Afdeling;Plek\n20;2;Vries; de;123456782;Kas;Boven\n", NULL);
  g_auto (GStrv) lines = g_strsplit (saved, "\r\n", -1);

  g_assert_null (strstr (saved, "123456782"));
  g_assert_true (g_str_has_prefix (lines[1], "20;2;Vries;;Kas;Boven;"));
  office_expect (fixture, OVS_CSV_EMPLOYEES, saved, "0 0 0 0 1");
}

static void
test_own_reason (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = save (fixture, OVS_CSV_FALLOUT, "Wg nr;Pers.nr;Reden\n99;2;Geen adres\n", NULL);

  g_assert_true (g_str_has_prefix (saved, BOM "Wg nr;Pers.nr;Reden;Reden van weigering\r\n99;2;Geen adres;"));
}

static void
test_by_place (Fixture *fixture, gconstpointer unused)
{
  const char *mapping[] = { "employer-number=#2", "employee-number=#3", NULL };
  g_autofree char *saved = save (fixture, OVS_CSV_EMPLOYEES, "A;B;\nx;99;3\ny;20;4\n", mapping);

  g_assert_true (g_str_has_prefix (saved, BOM "A;B;;Reden\r\nx;99;3;"));
}

static void
test_changed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = office_write (fixture, "Wg nr;Pers.nr\n99;2\n");
  g_autofree char *target = fixture_path (fixture, "geweigerd.csv");
  g_autoptr (GError) error = NULL;
  OvsIntakeRequest request = { .path = path, .kind = OVS_CSV_EMPLOYEES, .dry_run = TRUE };
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, &request, NULL, &error);

  g_assert_no_error (error);
  g_free (office_write (fixture, "Wg nr;Pers.nr\n99;3\n"));
  g_assert_false (ovs_intake_save_refused (&request, result, target, NULL, &error));
  g_assert_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_CHANGED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/intake/refused/rows", Fixture, NULL, office_set_up, test_rows, fixture_tear_down);
  g_test_add ("/intake/refused/case-13-content", Fixture, NULL, office_set_up, test_content, fixture_tear_down);
  g_test_add ("/intake/refused/again", Fixture, NULL, office_set_up, test_again, fixture_tear_down);
  g_test_add ("/intake/refused/surplus", Fixture, NULL, office_set_up, test_surplus, fixture_tear_down);
  g_test_add ("/intake/refused/own-reason", Fixture, NULL, office_set_up, test_own_reason, fixture_tear_down);
  g_test_add ("/intake/refused/by-place", Fixture, NULL, office_set_up, test_by_place, fixture_tear_down);
  g_test_add ("/intake/refused/changed", Fixture, NULL, office_set_up, test_changed, fixture_tear_down);
  return g_test_run ();
}
