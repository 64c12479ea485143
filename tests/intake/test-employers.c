/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#define ALL                                                                                                  \
  "Werkgevernummer;Werkgever;Plaats;Contactpersoon;E-mail contactpersoon;Telefoon "                          \
  "contactpersoon;Behandelaar;Groepcode;"                                                                    \
  "Verloning;Loondatum;Product 500;MijnLoket;MijnLoket variant;Verlof;Declaraties;Wijzigingen;Datum;Contract tot\n" \
  "20;Bakkerij;Ede;A. Bakker; <a@bakkerij.example.org>;0318-1;Els;7;maand;25e;J;J;Plus;J;N;;01-11-2026;31-12-2026\n" \
  "00030;Garage;;;;;;;4 weken;;N;;;;;;;31-12-9999\n"

#define FIELDS                                                                                               \
  "SELECT number, name, city, contact_name, contact_email, contact_phone, contact_domain, handler, "         \
  "group_code, payroll, payday, "                                                                            \
  "product_500, mijnloket, tier, uses_leave, uses_expenses, uses_changes, overview_on, contract_ends_on FROM employer ORDER "  \
  "BY id"

static void
test_all_fields (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYERS, ALL, "2 0 0 0 0");
  fixture_assert (fixture, FIELDS,
                  "20|Bakkerij|Ede|A. "
                  "Bakker|a@bakkerij.example.org|0318-1|bakkerij.example.org|Els|7|month|25e|1|1|Plus|1|0||"
                  "2026-11-01|2026-12-31\n"
                  "00030|Garage||||||||four-weeks||0|||||||\n");
  office_expect_no_change (fixture, OVS_CSV_EMPLOYERS, ALL);
  /* The number stays as first written. */
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n30;Garage BV\n", "0 1 0 0 0");
  fixture_assert (fixture, "SELECT number, name, payroll FROM employer WHERE number_key = '30'",
                  "00030|Garage BV|four-weeks\n");
  fixture_assert (fixture, "SELECT field, old, new FROM history", "name|Garage|Garage BV\n");
}

static void
test_clearing (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYERS, ALL, "2 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Plaats;MijnLoket\n20;;\n", "0 1 0 0 0");
  fixture_assert (fixture, "SELECT name, city, mijnloket, product_500 FROM employer WHERE number = '20'",
                  "Bakkerij|||1\n");
  /* Who is not in the file stays untouched. */
  fixture_assert (fixture, "SELECT count(*) FROM employer WHERE missing_since IS NOT NULL", "0\n");
}

static void
test_contradictions (Fixture *fixture, gconstpointer unused)
{
  const char *apart = "Werkgevernummer;Werkgever\n20;Bakkerij A\n30;Garage\n20;Bakkerij B\n";

  office_expect (fixture, OVS_CSV_EMPLOYERS, apart, "3 0 0 0 0");
  fixture_assert (fixture, "SELECT name FROM employer WHERE number = '20'; SELECT count(*) FROM history",
                  "Bakkerij B\n0\n");
  office_expect_no_change (fixture, OVS_CSV_EMPLOYERS, apart);
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n20;Bakkerij D\n20;Bakkerij C\n",
                 "0 2 0 0 0");
  fixture_assert (fixture,
                  "SELECT name FROM employer WHERE number = '20'; SELECT field, old, new FROM history",
                  "Bakkerij C\nname|Bakkerij B|Bakkerij C\n");
}

static void
test_both_numbers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      office_try (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n20;A\n30;B\n020;C\n", &error));
  g_assert_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NUMBERS);
  g_assert_nonnull (strstr (error->message, "020"));
  g_assert_nonnull (strstr (error->message, "4"));
  fixture_assert (fixture,
                  "SELECT count(*) FROM employer; SELECT count(*) FROM import; SELECT count(*) FROM audit",
                  "0\n0\n0\n");
}

static void
test_refused_rows (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;MijnLoket\n20;misschien\n;J\n30;J\n",
                 "1 0 0 0 2");
  fixture_assert (fixture, "SELECT number, mijnloket FROM employer", "30|1\n");
}

static void
test_sheet_date (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = office_write (fixture, "Werkgevernummer;MijnLoket\n20;J\n");
  OvsIntakeRequest request = { .path = path,
                               .kind = OVS_CSV_EMPLOYERS,
                               .sheet_date = ovs_day_from_ymd (2026, 3, 4) };
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (fixture->dossier, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  fixture_assert (fixture, "SELECT overview_on FROM employer", "2026-03-04\n");
  /* A later file without a date leaves it. */
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;MijnLoket\n20;J\n", "0 0 1 0 0");
  fixture_assert (fixture, "SELECT overview_on FROM employer", "2026-03-04\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/employers/all-fields", Fixture, NULL, fixture_set_up, test_all_fields, fixture_tear_down);
  g_test_add ("/employers/clearing", Fixture, NULL, fixture_set_up, test_clearing, fixture_tear_down);
  g_test_add ("/employers/contradictions", Fixture, NULL, fixture_set_up, test_contradictions,
              fixture_tear_down);
  g_test_add ("/employers/both-numbers", Fixture, NULL, fixture_set_up, test_both_numbers, fixture_tear_down);
  g_test_add ("/employers/refused-rows", Fixture, NULL, fixture_set_up, test_refused_rows, fixture_tear_down);
  g_test_add ("/employers/sheet-date", Fixture, NULL, fixture_set_up, test_sheet_date, fixture_tear_down);
  return g_test_run ();
}
