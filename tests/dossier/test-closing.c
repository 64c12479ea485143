/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/closing.h"
#include "dossier/error.h"
#include "dossier/follow-up.h"
#include "dossier/judgement.h"

#define PERSON(id, employer)                                                                                                   \
  "INSERT INTO employee (id, employer, number, number_key, email_kind, email, email_key, sort_key, birth_date, first_seen, added_by) VALUES (" #id ", " #employer \
  ", '" #id "', '" #id "', 'ok', 'p" #id "@voorbeeld.nl', 'p" #id "@voorbeeld.nl', 'p" #id "', '1985-03-0" #id "', '2026-11-01T00:00:00Z', 1);"                   \
  "INSERT INTO employment (employee, ordinal, start_date) VALUES (" #id ", 0, '2020-01-01');"
#define ACCESS(id, status)                                                                                             \
  "INSERT OR REPLACE INTO access (employee, portal, status, source, as_of) VALUES (" #id ", 'mijnloket', '" status "', 'loket', '2026-12-01T00:00:00Z');"

/* At client 1 two people, at client 2 one; everybody is over, Product 500 is gone at 1, and what is at 2 is not known. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  clients_set_up (fixture, NULL);
  fixture_execute (fixture, PERSON (1, 1) PERSON (2, 1) PERSON (3, 2));
  fixture_execute (fixture, ACCESS (1, "HasAccessToClient") ACCESS (2, "HasAccessToClient") ACCESS (3, "HasAccessToClient"));
  fixture_execute (fixture, "UPDATE employer SET product_500 = iif(id = 1, 0, NULL), overview_on = '2026-12-02'");
}

static gboolean
judge (OvsTx *tx, gpointer unused, GError **error)
{
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  return TRUE;
}

typedef struct
{
  gint64 employer;
  const char *reason;
  gint64 closed;
} Order;

static gboolean
close_one (OvsTx *tx, gpointer data, GError **error)
{
  Order *order = data;
  g_autoptr (GArray) employers = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (employers, order->employer);
  order->closed = ovs_closing_close (tx, employers, order->reason, error);
  return order->closed >= 0;
}

static gint64
try_to_close (Fixture *fixture, gint64 employer, const char *reason)
{
  Order order = { employer, reason, 0 };

  clients_do (fixture, close_one, &order);
  return order.closed;
}

static gboolean
close_all (OvsTx *tx, gpointer closed, GError **error)
{
  *(gint64 *) closed = ovs_closing_close_all (tx, NULL);
  return TRUE;
}

static gboolean
read_sums (OvsTx *tx, gpointer sums, GError **error)
{
  ovs_closing_sum (tx, NULL, sums);
  return TRUE;
}

static OvsClosingSums
sums_of (Fixture *fixture)
{
  OvsClosingSums sums;

  clients_do (fixture, judge, NULL);
  clients_do (fixture, read_sums, &sums);
  return sums;
}

static void
keep_client (const OvsClosingClient *client, gpointer data)
{
  *(OvsClosingClient *) data = *client;
}

static gboolean
read_first (OvsTx *tx, gpointer client, GError **error)
{
  return ovs_closing_get (tx, 1, keep_client, client);
}

static OvsClosingClient
first_of (Fixture *fixture)
{
  OvsClosingClient client;

  clients_do (fixture, judge, NULL);
  clients_do (fixture, read_first, &client);
  return client;
}

/* Only a client without anything open is closed; closing is one step that can be taken back. */
static void
test_close (Fixture *fixture, gconstpointer unused)
{
  OvsClosingSums sums = sums_of (fixture);
  gint64 closed;

  g_assert_cmpint (sums.clients, ==, 2);
  g_assert_cmpint (sums.closable, ==, 1);
  g_assert_cmpint (sums.first[OVS_OBSTACLE_PRODUCT_UNKNOWN], ==, 1);
  g_assert_cmpint (sums.people[OVS_END_OVER], ==, 3);
  clients_do (fixture, close_all, &closed);
  g_assert_cmpint (closed, ==, 1);
  sums = sums_of (fixture);
  g_assert_cmpint (sums.closed, ==, 1);
  g_assert_cmpint (sums.all_closed_on, ==, OVS_NO_DAY);
  g_assert_cmpint (try_to_close (fixture, 1, NULL), ==, 0);
  clients_undo (fixture, "close");
  g_assert_cmpint (sums_of (fixture).closed, ==, 0);
}

/* That Product 500 is not seen gone can be overruled with a reason; that somebody waits cannot. */
static void
test_overrule (Fixture *fixture, gconstpointer unused)
{
  Order no_reason = { 2, "  ", 0 };

  g_assert_cmpint (try_to_close (fixture, 2, NULL), ==, 0);
  clients_refuse (fixture, close_one, &no_reason, OVS_DOSSIER_ERROR_REFUSED);
  g_assert_cmpint (try_to_close (fixture, 2, "Loket haalt het product in januari weg"), ==, 1);
  fixture_execute (fixture, ACCESS (1, "InvitePending"));
  g_assert_cmpint (try_to_close (fixture, 1, "toch"), ==, 0);
  g_assert_cmpuint (first_of (fixture).obstacles, ==, OVS_OBSTACLE_BIT (OVS_OBSTACLE_WAITING));
}

/* Whoever comes new opens the client again, and it stays open until somebody closes it anew. */
static void
test_newcomer (Fixture *fixture, gconstpointer unused)
{
  OvsClosingClient client;

  g_assert_cmpint (try_to_close (fixture, 1, NULL), ==, 1);
  g_assert_true (first_of (fixture).closed);
  fixture_execute (fixture, PERSON (4, 1));
  client = first_of (fixture);
  g_assert_false (client.closed);
  g_assert_cmpint (client.reopened_on, !=, OVS_NO_DAY);
  g_assert_cmpint (client.reopened_for, ==, OVS_OBSTACLE_NOT_INVITED);
  fixture_execute (fixture, ACCESS (4, "HasAccessToClient"));
  client = first_of (fixture);
  g_assert_false (client.closed);
  g_assert_cmpuint (client.obstacles, ==, 0);
  g_assert_cmpint (try_to_close (fixture, 1, NULL), ==, 1);
  g_assert_true (first_of (fixture).closed);
}

/* A product that is there again opens it too; a line about somebody unknown as well. */
static void
test_product (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (try_to_close (fixture, 1, NULL), ==, 1);
  fixture_execute (fixture, "INSERT INTO preflight (employer, as_of, told, lacking, product_500) VALUES (1, '2026-12-03T09:00:00Z', 1, '', 1)");
  g_assert_false (first_of (fixture).closed);
  fixture_execute (fixture, "UPDATE preflight SET as_of = '2026-12-01T09:00:00Z'");
  g_assert_true (first_of (fixture).closed);
  fixture_execute (fixture, "INSERT INTO fallout_entry (import, employer_number, employee_number, name, reason) VALUES (1, '001', '77', '', 'onbekend')");
  g_assert_cmpuint (first_of (fixture).obstacles, ==, OVS_OBSTACLE_BIT (OVS_OBSTACLE_UNKNOWN_FALLOUT));
}

static gboolean
set_no_access (OvsTx *tx, gpointer unused, GError **error)
{
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 employee = 4;

  g_array_append_val (employees, employee);
  return ovs_follow_up_set_no_access (tx, employees, "wil op papier", error) == 1;
}

/* Of whom it was decided that no access is needed, nothing has to become any more, though nothing was asked of Loket. */
static void
test_no_access (Fixture *fixture, gconstpointer unused)
{
  fixture_execute (fixture, PERSON (4, 1));
  g_assert_cmpuint (first_of (fixture).obstacles, ==, OVS_OBSTACLE_BIT (OVS_OBSTACLE_NOT_INVITED));
  clients_do (fixture, set_no_access, NULL);
  g_assert_cmpint (first_of (fixture).facts.ends[OVS_END_NO_ACCESS], ==, 1);
  g_assert_cmpint (try_to_close (fixture, 1, NULL), ==, 1);
}

static gboolean
open_again (OvsTx *tx, gpointer unused, GError **error)
{
  g_autoptr (GArray) employers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 employer = 1;

  g_array_append_val (employers, employer);
  return ovs_closing_open_again (tx, employers) == 1;
}

static gboolean
read_purge (OvsTx *tx, gpointer purge, GError **error)
{
  ovs_closing_purge_due (tx, purge);
  return TRUE;
}

static void
test_purge (Fixture *fixture, gconstpointer unused)
{
  OvsClosingPurge purge;

  g_assert_cmpint (try_to_close (fixture, 1, NULL), ==, 1);
  clients_do (fixture, read_purge, &purge);
  g_assert_cmpint (purge.open, ==, 1);
  g_assert_cmpint (purge.due_on, ==, OVS_NO_DAY);
  g_assert_cmpint (try_to_close (fixture, 2, "geen product"), ==, 1);
  clients_do (fixture, read_purge, &purge);
  g_assert_cmpint (purge.open, ==, 0);
  g_assert_cmpint (purge.due_on - purge.closed_on, ==, OVS_PURGE_AFTER);
  g_assert_false (purge.accounted);
  clients_do (fixture, open_again, NULL);
  clients_do (fixture, read_purge, &purge);
  g_assert_cmpint (purge.open, ==, 1);
  clients_undo (fixture, "open-again");
}

#define TEST(name, func) g_test_add ("/closing/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("close", test_close);
  TEST ("overrule", test_overrule);
  TEST ("newcomer", test_newcomer);
  TEST ("product", test_product);
  TEST ("no-access", test_no_access);
  TEST ("purge", test_purge);
  return g_test_run ();
}
