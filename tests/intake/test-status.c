/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#define PEOPLE                                                                                               \
  "Werkgevernummer;Personeelsnummer;Werknemerloket\n20;1;toegang actief\n20;2;toegang actief\n30;1;\n"
#define H "Werkgevernummer;Personeelsnummer;Werknemerloket;MijnLoket\n"
#define DATED "Werkgevernummer;Personeelsnummer;MijnLoket;Datum\n"
#define ACCESS "SELECT employee, portal, status, source FROM access ORDER BY 1, 2"

static void
people_set_up (Fixture *fixture, gconstpointer unused)
{
  office_set_up (fixture, NULL);
  office_expect (fixture, OVS_CSV_EMPLOYEES, PEOPLE, "3 0 0 0 0");
}

static void
test_observed (Fixture *fixture, gconstpointer unused)
{
  const char *file = H "20;1;geblokkeerd;uitgenodigd\n20;2;toegang actief;\n";

  office_expect (fixture, OVS_CSV_STATUS, file, "0 1 1 0 0");
  fixture_assert (fixture, ACCESS,
                  "1|mijnloket|InvitePending|status\n1|werknemerloket|AccessToClientIsBlocked|status\n"
                  "2|werknemerloket|HasAccessToClient|status\n");
  office_expect_no_change (fixture, OVS_CSV_STATUS, file);
  /* A plain employees file does not override what was observed. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, PEOPLE, "0 0 3 0 0");
  fixture_assert (fixture, ACCESS " LIMIT 2",
                  "1|mijnloket|InvitePending|status\n1|werknemerloket|AccessToClientIsBlocked|status\n");
}

static void
test_latest_holds (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_STATUS, DATED "20;1;uitgenodigd;03-03-2026\n", "0 1 0 0 0");
  office_expect (fixture, OVS_CSV_STATUS, DATED "20;1;geen toegang;02-03-2026\n", "0 0 1 0 0");
  office_expect (fixture, OVS_CSV_STATUS, DATED "20;1;verlopen;03-03-2026\n", "0 1 0 0 0");
  office_expect (fixture, OVS_CSV_STATUS,
                 DATED "20;1;toegang actief;04-03-2026\n20;1;geen toegang;01-03-2026\n", "0 2 0 0 0");
  fixture_assert (fixture, "SELECT status, as_of FROM access WHERE portal = 'mijnloket'",
                  "HasAccessToClient|2026-03-04T00:00:00Z\n");
}

static void
test_as_of (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path =
      office_write (fixture,
                    DATED "20;1;uitgenodigd;\n20;2;uitgenodigd;01-02-2026\n30;1;uitgenodigd;31-12-2999\n");
  OvsIntakeRequest request = { .path = path,
                               .kind = OVS_CSV_STATUS,
                               .sheet_date = ovs_day_from_ymd (2026, 1, 15) };
  OvsIntakeResult *result = ovs_intake_run (fixture->dossier, &request, NULL, NULL);

  g_assert_nonnull (result);
  ovs_intake_result_unref (result);
  fixture_assert (fixture,
                  "SELECT as_of FROM access WHERE portal = 'mijnloket' AND employee < 3 ORDER BY employee",
                  "2026-01-15T00:00:00Z\n2026-02-01T00:00:00Z\n");
  /* A day that is yet to come would win from everything observed till then: it counts as now. */
  fixture_assert (
      fixture,
      "SELECT as_of = (SELECT max(at) FROM audit) FROM access WHERE portal = 'mijnloket' AND employee = 3",
      "1\n");
}

static void
test_contradictions (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_STATUS, H "20;1;;uitgenodigd\n20;2;;uitgenodigd\n", "0 2 0 0 0");
  office_expect_no_change (fixture, OVS_CSV_STATUS,
                           H "20;1;;verlopen\n20;2;;uitgenodigd\n20;1;;uitgenodigd\n");
  office_expect (fixture, OVS_CSV_STATUS, H "20;1;;mislukt\n20;2;;uitgenodigd\n20;1;;verlopen\n",
                 "0 2 1 0 0");
  fixture_assert (fixture,
                  "SELECT old, new FROM history WHERE employee = 1 AND field = 'mijnloket' ORDER BY id",
                  "|InvitePending\nInvitePending|InviteExpired\n");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsIntakeResult) result =
      office_read (fixture, OVS_CSV_STATUS,
                   H "20;9;;uitgenodigd\n99;1;;uitgenodigd\n20;1;wie weet;\n20;2;;geen\n");
  static const char *const columns[] = { "Personeelsnummer", "Werkgevernummer", "Werknemerloket",
                                         "MijnLoket" };

  g_assert_cmpuint (result->refused->len, ==, G_N_ELEMENTS (columns));
  for (guint i = 0; i < result->refused->len; i++)
    g_assert_cmpstr (((OvsIntakeRefusal *) g_ptr_array_index (result->refused, i))->column, ==, columns[i]);
  fixture_assert (fixture,
                  "SELECT count(*) FROM employee; SELECT count(*) FROM access WHERE source = 'status'",
                  "3\n0\n");
}

static void
test_both_numbers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (office_try (fixture, OVS_CSV_STATUS, H "20;1;;uitgenodigd\n20;001;;uitgenodigd\n", &error));
  g_assert_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NUMBERS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/status/observed", Fixture, NULL, people_set_up, test_observed, fixture_tear_down);
  g_test_add ("/status/latest-holds", Fixture, NULL, people_set_up, test_latest_holds, fixture_tear_down);
  g_test_add ("/status/as-of", Fixture, NULL, people_set_up, test_as_of, fixture_tear_down);
  g_test_add ("/status/contradictions", Fixture, NULL, people_set_up, test_contradictions, fixture_tear_down);
  g_test_add ("/status/refused", Fixture, NULL, people_set_up, test_refused, fixture_tear_down);
  g_test_add ("/status/both-numbers", Fixture, NULL, people_set_up, test_both_numbers, fixture_tear_down);
  return g_test_run ();
}
