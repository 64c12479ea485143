/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#include "dossier/decisions.h"
#include "dossier/employers.h"
#include "dossier/reconciliation.h"
#include "dossier/rollback.h"
#include "dossier/route-people.h"
#include "dossier/routes.h"
#include "dossier/submissions.h"
#include "dossier/undo.h"
#include "dossier/waves.h"

#define PEOPLE                                                                                                                      \
  EMPLOYEES_HEADER "20;1;A.;Aker;01-01-1980;aker@ziggo.nl;01-01-2020;\n"                                                            \
                   "20;2;B.;Bos;01-01-1981;;01-01-2020;\n"                                                                          \
                   "20;3;C.;Cats;01-01-1982;cats@ziggo.nl;01-01-2020;\n"                                                            \
                   "20;4;D.;Dam;01-01-1983;info@dam.nl;01-01-2020;\n"                                                               \
                   "20;5;E.;Eik;01-01-1984;eik@ziggo.nl;01-01-2020;31-12-2020\n"                                                    \
                   "30;1;F.;Fok;01-01-1985;fok@ziggo.nl;01-01-2020;\n"

#define FALLOUT "Werkgevernummer;Personeelsnummer;Naam;Reden\n"
#define STATUS "Werkgevernummer;Personeelsnummer;Werknemerloket;MijnLoket\n"
#define STATES                                                                                                                       \
  "SELECT c.number || '/' || e.number, i.state, i.message FROM intent i JOIN employee e ON e.id = i.employee "                     \
  "JOIN employer c ON c.id = e.employer ORDER BY e.id"

typedef gint64 (*Work) (OvsTx *tx, gpointer data, GError **error);

typedef struct
{
  Work work;
  gpointer data;
  gint64 result;
} Doing;

static gboolean
run_work (OvsTx *tx, gpointer data, GError **error)
{
  Doing *doing = data;

  doing->result = doing->work (tx, doing->data, error);
  return doing->result >= 0;
}

static gint64
try_work (Fixture *fixture, Work work, gpointer data, GError **error)
{
  Doing doing = { work, data, -1 };

  return ovs_dossier_write (fixture->dossier, run_work, &doing, NULL, error) ? doing.result : -1;
}

static gint64
do_work (Fixture *fixture, Work work, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 result = try_work (fixture, work, data, &error);

  g_assert_no_error (error);
  return result;
}

static const char *const twenty[] = { "20", NULL };
static const char *const thirty[] = { "30", NULL };

static gint64
select_all (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_decisions_select (tx, OVS_SELECT_ALL, NULL, FALSE, error);
}

static gint64
hand_in (OvsTx *tx, gpointer numbers, GError **error)
{
  OvsHandIn hand_in = { .numbers = numbers, .wave = OVS_WAVE_ANY, .ticket = "4711", .handed_in_on = OVS_NO_DAY };
  OvsSubmitted submitted;

  return ovs_submissions_hand_in (tx, &hand_in, &submitted, error) ? submitted.people : -1;
}

static gint64
tick (OvsTx *tx, gpointer numbers, GError **error)
{
  OvsSubmitted submitted;

  return ovs_submissions_tick (tx, numbers, &submitted, error) ? submitted.people : -1;
}

static gint64
untick (OvsTx *tx, gpointer numbers, GError **error)
{
  return ovs_submissions_untick (tx, numbers, error);
}

static gint64
by_hand (OvsTx *tx, gpointer number, GError **error)
{
  const OvsRoute route = OVS_ROUTE_HAND;
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 employer;

  g_assert_true (ovs_employers_require (tx, number, &employer, error));
  g_array_append_val (clients, employer);
  return ovs_waves_set_route (tx, clients, &route, error);
}

static gint64
take_back_step (OvsTx *tx, gpointer data, GError **error)
{
  g_autofree char *operation = NULL;

  return ovs_undo_take_back (tx, &operation, NULL, error) ? 0 : -1;
}

static gint64
take_back_import (OvsTx *tx, gpointer import, GError **error)
{
  OvsRollback counts;

  return ovs_rollback_import (tx, GPOINTER_TO_INT (import), NULL, NULL, &counts, error) ? 0 : -1;
}

static gint64
count_lists (OvsTx *tx, gpointer text, GError **error)
{
  OvsRouteScope scope = { OVS_ROUTE_LOKET, OVS_WAVE_ANY, 0 };
  gint64 counts[OVS_N_ROUTE_LISTS];

  ovs_route_people_count (tx, &scope, counts);
  for (int list = 0; list < OVS_N_ROUTE_LISTS; list++)
    g_string_append_printf (text, "%d ", (int) counts[list]);
  return 0;
}

static gint64
reconcile (OvsTx *tx, gpointer text, GError **error)
{
  gint64 counts[OVS_N_RECONCILED];

  ovs_reconciliation_count (tx, OVS_ROUTE_LOKET, OVS_WAVE_ANY, counts);
  for (int list = 0; list < OVS_N_RECONCILED; list++)
    g_string_append_printf (text, "%d ", (int) counts[list]);
  return 0;
}

static void
expect_counts (Fixture *fixture, Work count, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  do_work (fixture, count, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  office_set_up (fixture, NULL);
  office_expect (fixture, OVS_CSV_EMPLOYEES, PEOPLE, "6 0 0 0 0");
  do_work (fixture, select_all, NULL);
}

static int
last_import (Fixture *fixture)
{
  g_autofree char *id = fixture_query (fixture, "SELECT max(id) FROM import");

  return atoi (id);
}

/* Without a connection Loket converts, and takes everybody along who is in service and has an address. */
static void
test_hand_in (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (do_work (fixture, hand_in, NULL), ==, 3);
  fixture_assert (fixture, STATES, "20/1|sent|\n20/3|sent|\n30/1|sent|\n");
  fixture_assert (fixture, "SELECT employer, kind, route, answered FROM request ORDER BY id", "1|invite|loket|\n2|invite|loket|\n");
  fixture_assert (fixture, "SELECT subject, number, (SELECT count(*) FROM ticket_client) FROM ticket", "client-list|4711|2\n");
  expect_counts (fixture, count_lists, "0 1 0 1 1 0 3 2 0 ");
  expect_counts (fixture, reconcile, "3 0 0 3 0 0 0 ");
  /* Nobody twice. */
  g_assert_cmpint (do_work (fixture, hand_in, NULL), ==, 0);
  fixture_assert (fixture, "SELECT count(*) FROM ticket", "1\n");
}

static void
test_taken_back (Fixture *fixture, gconstpointer unused)
{
  do_work (fixture, hand_in, NULL);
  do_work (fixture, take_back_step, NULL);
  fixture_assert (fixture, "SELECT (SELECT count(*) FROM intent), (SELECT count(*) FROM request), (SELECT count(*) FROM ticket)", "0|0|0\n");
  g_assert_cmpint (do_work (fixture, hand_in, (gpointer) thirty), ==, 1);
  g_assert_cmpint (do_work (fixture, hand_in, NULL), ==, 2);
}

/* What Loket's files tell settles it; who is in neither stays unknown. */
static void
test_settled (Fixture *fixture, gconstpointer unused)
{
  do_work (fixture, hand_in, NULL);
  office_expect (fixture, OVS_CSV_FALLOUT, FALLOUT "20;3;C. Cats;Adres bestaat niet\n20;2;B. Bos;Geen adres\n20;88;X. Vreemd;Geen adres\n", "3 0 0 0 0");
  fixture_assert (fixture, STATES, "20/1|sent|\n20/3|refused|Adres bestaat niet\n30/1|sent|\n");
  expect_counts (fixture, reconcile, "3 0 1 2 0 1 1 ");

  office_expect (fixture, OVS_CSV_STATUS, STATUS "20;1;geblokkeerd;uitnodiging loopt\n20;4;geblokkeerd;uitnodiging loopt\n", "0 2 0 0 0");
  fixture_assert (fixture, STATES, "20/1|confirmed|\n20/3|refused|Adres bestaat niet\n30/1|sent|\n");
  /* Whom the office held back, Loket invited all the same. */
  expect_counts (fixture, reconcile, "3 1 1 1 1 1 1 ");

  /* He who had fallen out was invited in Loket since. */
  office_expect (fixture, OVS_CSV_STATUS, STATUS "20;3;geblokkeerd;uitnodiging loopt\n", "0 1 0 0 0");
  expect_counts (fixture, reconcile, "3 2 0 1 1 1 1 ");
  /* And what was confirmed stays so. */
  office_expect (fixture, OVS_CSV_STATUS, STATUS "20;1;geblokkeerd;ingetrokken\n", "0 1 0 0 0");
  expect_counts (fixture, reconcile, "3 2 0 1 1 1 1 ");
}

/* A file that is taken back takes back what it settled, and the files before it hold again. */
static void
test_import_taken_back (Fixture *fixture, gconstpointer unused)
{
  int list;

  do_work (fixture, hand_in, NULL);
  office_expect (fixture, OVS_CSV_FALLOUT, FALLOUT "20;3;C. Cats;Adres bestaat niet\n", "1 0 0 0 0");
  list = last_import (fixture);
  office_expect (fixture, OVS_CSV_STATUS, STATUS "20;1;geblokkeerd;uitnodiging loopt\n20;3;geblokkeerd;uitnodiging loopt\n", "0 2 0 0 0");
  fixture_assert (fixture, STATES, "20/1|confirmed|\n20/3|confirmed|\n30/1|sent|\n");

  do_work (fixture, take_back_import, GINT_TO_POINTER (last_import (fixture)));
  fixture_assert (fixture, STATES, "20/1|sent|\n20/3|refused|Adres bestaat niet\n30/1|sent|\n");
  do_work (fixture, take_back_import, GINT_TO_POINTER (list));
  fixture_assert (fixture, STATES, "20/1|sent|\n20/3|sent|\n30/1|sent|\n");
}

/* A result that was read since makes handing in a fact. */
static void
test_not_taken_back_after_results (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  do_work (fixture, hand_in, NULL);
  office_expect (fixture, OVS_CSV_STATUS, STATUS "20;1;geblokkeerd;uitnodiging loopt\n", "0 1 0 0 0");
  g_assert_cmpint (try_work (fixture, take_back_step, NULL, &error), ==, -1);
  g_assert_nonnull (error);
  fixture_assert (fixture, "SELECT count(*) FROM intent", "3\n");
}

static void
test_by_hand (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_cmpint (do_work (fixture, by_hand, (gpointer) "20"), ==, 1);
  /* Each route takes its own clients. */
  g_assert_cmpint (do_work (fixture, hand_in, NULL), ==, 1);
  g_assert_cmpint (try_work (fixture, hand_in, (gpointer) twenty, &error), ==, -1);
  g_assert_nonnull (strstr (error->message, "20"));

  g_assert_cmpint (do_work (fixture, tick, (gpointer) twenty), ==, 2);
  g_assert_cmpint (do_work (fixture, untick, (gpointer) twenty), ==, 2);
  g_assert_cmpint (do_work (fixture, tick, (gpointer) twenty), ==, 2);
  /* From then on its route stands, and so does the tick once a result was read. */
  g_assert_cmpint (try_work (fixture, by_hand, (gpointer) "30", &other), ==, -1);
  g_clear_error (&other);
  office_expect (fixture, OVS_CSV_STATUS, STATUS "20;1;geblokkeerd;toegang actief\n", "0 1 0 0 0");
  g_assert_cmpint (try_work (fixture, untick, (gpointer) twenty, &other), ==, -1);
  fixture_assert (fixture, STATES, "20/1|confirmed|\n20/3|sent|\n30/1|sent|\n");
}

/* A list of an earlier conversion is no answer about this one; the same line on a new list is. */
static void
test_earlier_list (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_FALLOUT, FALLOUT "20;3;C. Cats;Adres bestaat niet\n", "1 0 0 0 0");
  do_work (fixture, hand_in, NULL);
  fixture_assert (fixture, STATES, "20/1|sent|\n20/3|sent|\n30/1|sent|\n");
  office_expect (fixture, OVS_CSV_FALLOUT, FALLOUT "20;3;C. Cats;Adres bestaat niet\n", "0 1 0 0 0");
  fixture_assert (fixture, STATES, "20/1|sent|\n20/3|refused|Adres bestaat niet\n30/1|sent|\n");
}

#define ADD(path, function) g_test_add ("/routes/" path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("hand-in", test_hand_in);
  ADD ("taken-back", test_taken_back);
  ADD ("settled", test_settled);
  ADD ("import-taken-back", test_import_taken_back);
  ADD ("not-taken-back-after-results", test_not_taken_back_after_results);
  ADD ("by-hand", test_by_hand);
  ADD ("earlier-list", test_earlier_list);
  return g_test_run ();
}
