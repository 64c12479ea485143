/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#include "csv/error.h"
#include "dossier/decisions.h"
#include "dossier/error.h"
#include "intake/overview.h"

#define BOM "\xef\xbb\xbf"

/* As Loket might send it: a title, a total, columns that mean nothing here, and an employer that is not known. */
#define OVERVIEW \
  "Overzicht producten;;;\n\nWg nr;Naam;Product 500;Contract\n0020;Bakkerij;J;=2024\n30;\"Garage; Smit\";N;2025\n\n40;Kapper;J;\nTotaal;;3;\n"

static gboolean
choose (OvsTx *tx, gpointer unused, GError **error)
{
  const char *const numbers[] = { "20", NULL };

  return ovs_decisions_select (tx, OVS_SELECT_NUMBERS, numbers, FALSE, error) == 1;
}

static OvsOverviewReturn *
try_return (Fixture *fixture, const char *text, char **saved, GError **error)
{
  g_autofree char *source = office_write (fixture, text);
  g_autofree char *target = fixture_path (fixture, "terug.csv");
  OvsOverviewReturn *result;

  g_unlink (target);
  result = ovs_intake_return_overview (fixture->dossier, source, target, NULL, error);
  *saved = NULL;
  if (result != NULL)
    g_assert_true (g_file_get_contents (target, saved, NULL, NULL));
  else
    g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  return result;
}

static char *
return_it (Fixture *fixture, const char *text, const char *counts)
{
  g_autoptr (GError) error = NULL;
  char *saved;
  g_autoptr (OvsOverviewReturn) result = try_return (fixture, text, &saved, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = g_strdup_printf ("%d %d %d %s", (int) result->rows, (int) result->taking_part, (int) result->unknown, result->changed ? "changed" : "same");
  g_assert_cmpstr (found, ==, counts);
  return saved;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  office_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, choose, NULL, NULL, NULL));
}

/* Every line and column, in order; what a spreadsheet would run is made harmless. */
static void
test_whole (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = NULL;

  ovs_intake_result_unref (office_read (fixture, OVS_CSV_EMPLOYERS, OVERVIEW));
  fixture_execute (fixture, "UPDATE employer SET selected = (number_key = '20'); UPDATE employer SET number = '41', number_key = '41' WHERE number_key = '40'");
  saved = return_it (fixture, OVERVIEW, "3 1 1 same");
  g_assert_cmpstr (saved, ==,
                   BOM "Overzicht producten;;;\r\n\r\nWg nr;Naam;Product 500;Contract;Meenemen\r\n0020;Bakkerij;J;'=2024;Ja\r\n"
                       "30;\"Garage; Smit\";N;2025;Nee\r\n\r\n40;Kapper;J;;\r\nTotaal;;3;;\r\n");
}

/* The second time the answers are given anew, and nothing else changes. */
static void
test_again (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = return_it (fixture, "Wg nr;Meenemen;Naam\n20;;Bakkerij\n30;Ja;Garage\n", "2 1 0 changed");
  g_autofree char *again = NULL;

  g_assert_cmpstr (saved, ==, BOM "Wg nr;Meenemen;Naam\r\n20;Ja;Bakkerij\r\n30;Nee;Garage\r\n");
  again = return_it (fixture, saved, "2 1 0 changed");
  g_assert_cmpstr (again, ==, saved);
}

static void
test_excluded (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = NULL;

  fixture_execute (fixture, "UPDATE employer SET excluded_reason = 'Stopt' WHERE number = '20'");
  saved = return_it (fixture, "Wg nr;Naam\n20;Bakkerij\n30;Garage\n", "2 0 0 changed");
  g_assert_cmpstr (saved, ==, BOM "Wg nr;Naam;Meenemen\r\n20;Bakkerij;Nee\r\n30;Garage;Nee\r\n");
}

/* The number of a sole trader holds a BSN. Also where a cell too many moves it. */
static void
test_private (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved =
      return_it (fixture, "Wg nr;BSN;Naam\n20;123456782;Bakkerij\n30;extra;123456782;Garage\n", "2 1 0 changed");

  g_autofree char *remark = return_it (fixture, "Wg nr;Naam;Opmerking\n20;Bakkerij;bsn 123456782 van de eigenaar\n30;Garage;geen\n", "2 1 0 changed");

  g_assert_null (strstr (saved, "123456782"));
  g_assert_nonnull (strstr (saved, "Wg nr;Naam;Meenemen\r\n20;Bakkerij;Ja\r\n30;"));
  g_assert_null (strstr (remark, "123456782"));
  g_assert_nonnull (strstr (remark, "van de eigenaar;Ja\r\n30;Garage;geen;Nee\r\n"));
}

/* Semicolons and UTF-8 with a mark, whatever came. */
static void
test_form (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *saved = return_it (fixture, "sep=,\nWg nr,Naam\n20,Caf\xe9\n", "1 1 0 changed");

  g_assert_cmpstr (saved, ==, BOM "Wg nr;Naam;Meenemen\r\n20;Café;Ja\r\n");
}

static void
expect_refused (Fixture *fixture, const char *text, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = NULL;

  g_assert_null (try_return (fixture, text, &saved, &error));
  g_assert_error (error, domain, code);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *source = office_write (fixture, "Wg nr\n20\n");
  g_autoptr (GError) error = NULL;

  expect_refused (fixture, "Wg nr;Naam\n77;Ander kantoor\n", OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  expect_refused (fixture, "Naam;Plaats\nBakkerij;Gouda\n", OVS_CSV_ERROR, OVS_CSV_ERROR_MISSING_COLUMN);
  g_assert_null (ovs_intake_return_overview (fixture->dossier, source, source, NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
}

/* In a dossier without clients nobody is chosen. */
static void
test_empty (Fixture *fixture, gconstpointer unused)
{
  expect_refused (fixture, OVERVIEW, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/overview/whole", Fixture, NULL, set_up, test_whole, fixture_tear_down);
  g_test_add ("/overview/again", Fixture, NULL, set_up, test_again, fixture_tear_down);
  g_test_add ("/overview/excluded", Fixture, NULL, set_up, test_excluded, fixture_tear_down);
  g_test_add ("/overview/private", Fixture, NULL, set_up, test_private, fixture_tear_down);
  g_test_add ("/overview/form", Fixture, NULL, set_up, test_form, fixture_tear_down);
  g_test_add ("/overview/refused", Fixture, NULL, set_up, test_refused, fixture_tear_down);
  g_test_add ("/overview/empty", Fixture, NULL, fixture_set_up, test_empty, fixture_tear_down);
  return g_test_run ();
}
