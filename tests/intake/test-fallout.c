/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#define H "Werkgevernummer;Personeelsnummer;Naam;Reden\n"
#define ENTRIES                                                                                              \
  "SELECT employee, employer_number, employee_number, name, reason FROM fallout_entry ORDER BY id"

static void
people_set_up (Fixture *fixture, gconstpointer unused)
{
  office_set_up (fixture, NULL);
  office_expect (fixture, OVS_CSV_EMPLOYEES, "Werkgevernummer;Personeelsnummer\n20;001\n20;2\n", "2 0 0 0 0");
}

static void
test_kept (Fixture *fixture, gconstpointer unused)
{
  const char *file =
      H "020;1;A. Jansen;Geen e-mailadres\n020;77;X. Onbekend;Dubbel adres\n99;1;Y;Geen e-mailadres\n";

  office_expect (fixture, OVS_CSV_FALLOUT, file, "2 0 0 0 1");
  /* Who is known goes by the numbers of the dossier, who is not is kept apart. */
  fixture_assert (fixture, ENTRIES, "1|20|001|A. Jansen|Geen e-mailadres\n|20|77|X. Onbekend|Dubbel adres\n");
  office_expect_no_change (fixture, OVS_CSV_FALLOUT, file);
  office_expect (fixture, OVS_CSV_FALLOUT, H "20;1;Jansen;Ongeldig adres\n20;077;X. Onbekend;Dubbel adres\n",
                 "0 1 1 0 0");
  fixture_assert (fixture, ENTRIES, "1|20|001|A. Jansen|Ongeldig adres\n|20|77|X. Onbekend|Dubbel adres\n");
}

/* A list of Loket may lack the employee number: the person is kept apart by name, never dropped. */
static void
test_without_number (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_FALLOUT, "Werkgevernummer;Naam;Reden\n20;A. Jansen;Geen e-mailadres\n", "1 0 0 0 0");
  fixture_assert (fixture, ENTRIES, "|20||A. Jansen|Geen e-mailadres\n");
}

static void
test_known_later (Fixture *fixture, gconstpointer unused)
{
  const char *file = H "20;77;X. Onbekend;Dubbel adres\n";

  office_expect (fixture, OVS_CSV_FALLOUT, file, "1 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, "Werkgevernummer;Personeelsnummer\n20;001\n20;2\n20;77\n",
                 "1 0 2 0 0");
  office_expect (fixture, OVS_CSV_FALLOUT, file, "0 1 0 0 0");
  fixture_assert (fixture, ENTRIES, "3|20|77|X. Onbekend|Dubbel adres\n");
  office_expect_no_change (fixture, OVS_CSV_FALLOUT, file);
}

static void
test_contradictions (Fixture *fixture, gconstpointer unused)
{
  const char *file = H "20;1;;Eerste\n20;2;;Anders\n20;1;;Tweede\n";

  office_expect (fixture, OVS_CSV_FALLOUT, file, "3 0 0 0 0");
  fixture_assert (fixture, "SELECT reason FROM fallout_entry ORDER BY id", "Tweede\nAnders\n");
  office_expect (fixture, OVS_CSV_FALLOUT, file, "0 0 3 0 0");
  office_expect (fixture, OVS_CSV_FALLOUT, H "20;1;;Derde\n20;2;;Anders\n20;1;;Vierde\n", "0 2 1 0 0");
  fixture_assert (fixture, "SELECT reason FROM fallout_entry ORDER BY id", "Vierde\nAnders\n");
}

static void
test_both_numbers (Fixture *fixture, gconstpointer unused)
{
  static const char *const files[] = { H "20;1;;A\n20;01;;A\n", H "20;77;X;A\n20;077;X;A\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (office_try (fixture, OVS_CSV_FALLOUT, files[i], &error));
      g_assert_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NUMBERS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fallout/kept", Fixture, NULL, people_set_up, test_kept, fixture_tear_down);
  g_test_add ("/fallout/known-later", Fixture, NULL, people_set_up, test_known_later, fixture_tear_down);
  g_test_add ("/fallout/without-number", Fixture, NULL, people_set_up, test_without_number, fixture_tear_down);
  g_test_add ("/fallout/contradictions", Fixture, NULL, people_set_up, test_contradictions,
              fixture_tear_down);
  g_test_add ("/fallout/both-numbers", Fixture, NULL, people_set_up, test_both_numbers, fixture_tear_down);
  return g_test_run ();
}
