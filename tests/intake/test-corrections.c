/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#include "dossier/rollback.h"
#include "dossier/undo.h"

/* What a client returns, row by row. The command line's tests have the whole loop. */

#define H "Werkgevernummer;Personeelsnummer;Naam;Nieuw privé e-mail;Heeft geen e-mail J/N\n"
#define EMAILS "SELECT number, email, change_in_loket, excluded_reason, on_paper FROM employee ORDER BY id"

static void
people_set_up (Fixture *fixture, gconstpointer unused)
{
  office_set_up (fixture, NULL);
  office_expect (fixture, OVS_CSV_EMPLOYEES,
                 EMPLOYEES_HEADER "20;1;A.;Jansen;1-1-1980;;1-1-2020;\n20;2;B.;Smit;1-1-1980;b@gmail.com;1-1-2020;\n"
                                  "30;1;C.;Bos;1-1-1980;;1-1-2020;\n",
                 "3 0 0 0 0");
}

static void
test_mended (Fixture *fixture, gconstpointer unused)
{
  const char *file = H "20;1;A. Jansen; <Mailto:A@Gmail.com>;\n20;2;;;J\n";

  office_expect (fixture, OVS_CSV_CORRECTIONS, file, "0 2 0 0 0");
  fixture_assert (fixture, EMAILS, "1|A@gmail.com|1||0\n2|b@gmail.com|0|Has no e-mail: payslip on paper|1\n1||0||0\n");
  office_expect_no_change (fixture, OVS_CSV_CORRECTIONS, file);
}

static void
test_history (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_CORRECTIONS, H "20;1;;a@gmail.com;\n20;2;;;ja\n", "0 2 0 0 0");
  fixture_assert (fixture, "SELECT employee, field, new FROM history WHERE field IN ('email', 'excluded_reason') ORDER BY id",
                  "1|email|a@gmail.com\n2|excluded_reason|Has no e-mail: payslip on paper\n");
}

/* Rows about one person count as the person does. */
static void
test_two_rows_of_one_person (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_CORRECTIONS, H "20;1;;a@gmail.com;\n20;1;;a@gmail.com;N\n", "0 2 0 0 0");
  office_expect (fixture, OVS_CSV_CORRECTIONS, H "20;1;;x@gmail.com;\n20;1;;y@gmail.com;\n", "0 2 0 0 0");
  fixture_assert (fixture, "SELECT email FROM employee WHERE id = 1", "y@gmail.com\n");
}

static void
test_unanswered (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsIntakeResult) result = office_read (fixture, OVS_CSV_CORRECTIONS, H "20;1;;;\n20;2;; ;N\n30;1;;c@gmail.com;\n\n");

  g_assert_cmpuint (result->unanswered, ==, 2);
  /* The blank line too. */
  g_assert_cmpuint (result->skipped, ==, 3);
  g_assert_cmpuint (result->changed, ==, 1);
  fixture_assert (fixture, EMAILS, "1||0||0\n2|b@gmail.com|0||0\n1|c@gmail.com|1||0\n");
}

static void
test_numbers_written_in_two_ways (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = office_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (office_try (fixture, OVS_CSV_CORRECTIONS, H "20;1;;a@gmail.com;\n20;001;;x@gmail.com;\n", &error));
  g_assert_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NUMBERS);
  after = office_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
take_back (OvsTx *tx, gpointer operation, GError **error)
{
  return ovs_undo_take_back (tx, operation, NULL, error);
}

static void
test_taken_back (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *operation = NULL;
  g_autoptr (GError) error = NULL;

  office_expect (fixture, OVS_CSV_CORRECTIONS, H "20;1;;a@gmail.com;\n20;2;;;ja\n", "0 2 0 0 0");
  ovs_dossier_write (fixture->dossier, take_back, &operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (operation, ==, "import");
  fixture_assert (fixture, EMAILS, "1||0||0\n2|b@gmail.com|0||0\n1||0||0\n");
}

static gboolean
roll_back (OvsTx *tx, gpointer data, GError **error)
{
  const OvsIntakeResult *result = data;
  OvsRollback back;

  if (!ovs_rollback_import (tx, result->import, NULL, NULL, &back, error))
    return FALSE;
  g_assert_cmpint (back.reversed, ==, 2);
  g_assert_cmpint (back.kept + back.failed, ==, 0);
  return TRUE;
}

/* By the list of what was read in before, whatever came after it. */
static void
test_rolled_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsIntakeResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_execute (fixture, "INSERT INTO enquiry (employer, asked_on, deadline, audit) VALUES (1, '2026-01-01', '2026-01-15', 1)");
  result = office_read (fixture, OVS_CSV_CORRECTIONS, H "20;1;;a@gmail.com;\n20;2;;;ja\n");
  fixture_assert (fixture, "SELECT returned_on IS NOT NULL FROM enquiry", "1\n");
  ovs_dossier_write (fixture->dossier, roll_back, result, NULL, &error);
  g_assert_no_error (error);
  fixture_assert (fixture, EMAILS, "1||0||0\n2|b@gmail.com|0||0\n1||0||0\n");
  fixture_assert (fixture, "SELECT returned_on IS NOT NULL FROM enquiry", "0\n");
}

/* A list that changed nothing is no step. */
static void
test_no_step_for_nothing (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_CORRECTIONS, H "20;2;B. Smit;b@gmail.com;\n", "0 0 1 0 0");
  fixture_assert (fixture, "SELECT count(*) FROM undo_step WHERE changeset IS NOT NULL", "0\n");
}

#define TEST(path, func) g_test_add ("/intake/corrections/" path, Fixture, NULL, people_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("mended", test_mended);
  TEST ("history", test_history);
  TEST ("two-rows-of-one-person", test_two_rows_of_one_person);
  TEST ("unanswered", test_unanswered);
  TEST ("numbers-in-two-ways", test_numbers_written_in_two_ways);
  TEST ("taken-back", test_taken_back);
  TEST ("rolled-back", test_rolled_back);
  TEST ("no-step-for-nothing", test_no_step_for_nothing);
  return g_test_run ();
}
