/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/addendum.h"
#include "dossier/error.h"
#include "dossier/tickets.h"

typedef struct
{
  OvsTicketRow row;
  GArray *clients;
  gint64 kept;
} Keeping;

static gboolean
keep (OvsTx *tx, gpointer data, GError **error)
{
  Keeping *keeping = data;

  keeping->kept = ovs_tickets_keep (tx, &keeping->row, keeping->clients, error);
  return keeping->kept > 0;
}

static gint64
add (Fixture *fixture, OvsSubject subject, const char *number, int day, GArray *clients)
{
  Keeping keeping = { { .subject = subject, .number = number, .handed_in_on = ovs_day_from_ymd (2026, 11, day) }, clients, 0 };

  clients_do (fixture, keep, &keeping);
  return keeping.kept;
}

static gboolean
close_ticket (OvsTx *tx, gpointer ticket, GError **error)
{
  return ovs_tickets_close (tx, GPOINTER_TO_INT (ticket), TRUE, error);
}

static gboolean
remove_ticket (OvsTx *tx, gpointer ticket, GError **error)
{
  return ovs_tickets_remove (tx, GPOINTER_TO_INT (ticket), error);
}

typedef struct
{
  gint64 employer;
  GString *text;
} Listing;

static void
list_one (const OvsTicketRow *row, gpointer data)
{
  g_string_append_printf (data, "%s %s%s %d %s;", ovs_subject_code (row->subject), row->number != NULL ? row->number : "-",
                          row->closed_on != OVS_NO_DAY ? " (closed)" : "", (int) row->n_clients, row->first_client != NULL ? row->first_client : "-");
}

static gboolean
list (OvsTx *tx, gpointer data, GError **error)
{
  Listing *listing = data;

  ovs_tickets_foreach (tx, listing->employer, list_one, listing->text);
  return TRUE;
}

static void
expect (Fixture *fixture, gint64 employer, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Listing listing = { employer, text };

  g_assert_true (ovs_dossier_read (fixture->dossier, list, &listing, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_list (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 one = 1, two = 2;

  g_array_append_val (clients, two);
  add (fixture, OVS_SUBJECT_OVERVIEW, " 4711 ", 3, NULL);
  add (fixture, OVS_SUBJECT_MIJNLOKET, NULL, 5, clients);
  g_array_append_val (clients, one);
  add (fixture, OVS_SUBJECT_CLIENT_LIST, "4720", 4, clients);
  expect (fixture, 0, "mijnloket - 1 Garage Smit;client-list 4720 2 Bakkerij Jansen;overview 4711 0 -;");
  expect (fixture, 1, "client-list 4720 2 Bakkerij Jansen;");

  clients_do (fixture, close_ticket, GINT_TO_POINTER (2));
  expect (fixture, 0, "client-list 4720 2 Bakkerij Jansen;overview 4711 0 -;mijnloket - (closed) 1 Garage Smit;");
  clients_undo (fixture, "ticket-closed");
  expect (fixture, 2, "mijnloket - 1 Garage Smit;client-list 4720 2 Bakkerij Jansen;");
}

/* Changing one leaves its clients as they are, unless others are given. */
static void
test_change (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 two = 2;
  Keeping keeping = { { .subject = OVS_SUBJECT_OTHER, .about = "vraag", .handed_in_on = ovs_day_from_ymd (2026, 11, 24) }, clients, 0 };

  g_array_append_val (clients, two);
  clients_do (fixture, keep, &keeping);
  keeping.row.id = keeping.kept;
  keeping.row.number = "4800";
  keeping.clients = NULL;
  clients_do (fixture, keep, &keeping);
  expect (fixture, 0, "other 4800 1 Garage Smit;");
  clients_do (fixture, remove_ticket, GINT_TO_POINTER (keeping.kept));
  expect (fixture, 0, "");
  clients_undo (fixture, "ticket-removed");
  clients_undo (fixture, "ticket");
  expect (fixture, 0, "other - 1 Garage Smit;");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  Keeping keeping = { { .subject = OVS_SUBJECT_OTHER } };

  clients_refuse (fixture, keep, &keeping, OVS_DOSSIER_ERROR_REFUSED);
  keeping.row.handed_in_on = ovs_day_from_ymd (2026, 11, 24);
  keeping.row.about = "over 111222333";
  clients_refuse (fixture, keep, &keeping, OVS_DOSSIER_ERROR_REFUSED);
  keeping.row.about = NULL;
  keeping.row.id = 9;
  clients_refuse (fixture, keep, &keeping, OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, close_ticket, GINT_TO_POINTER (9), OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, remove_ticket, GINT_TO_POINTER (9), OVS_DOSSIER_ERROR_REFUSED);
  expect (fixture, 0, "");
}

static gboolean
sign (OvsTx *tx, gpointer ticket, GError **error)
{
  return ovs_addendum_answer (tx, OVS_TOLD_YES, ticket, ovs_day_from_ymd (2026, 11, 20), error);
}

static gboolean
forget (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_addendum_answer (tx, OVS_TOLD_UNKNOWN, NULL, OVS_NO_DAY, error);
}

static gboolean
see_addendum (OvsTx *tx, gpointer told, GError **error)
{
  g_assert_cmpint (ovs_addendum_get (tx), ==, GPOINTER_TO_INT (told));
  return TRUE;
}

/* Asked once per dossier; the ticket that confirmed it stands among the others. */
static void
test_addendum (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, see_addendum, GINT_TO_POINTER (OVS_TOLD_UNKNOWN));
  clients_do (fixture, sign, (gpointer) "4699");
  clients_do (fixture, see_addendum, GINT_TO_POINTER (OVS_TOLD_YES));
  expect (fixture, 0, "addendum 4699 (closed) 0 -;");
  clients_do (fixture, sign, (gpointer) "4700");
  expect (fixture, 0, "addendum 4700 (closed) 0 -;");
  clients_do (fixture, forget, NULL);
  clients_do (fixture, see_addendum, GINT_TO_POINTER (OVS_TOLD_UNKNOWN));
  clients_undo (fixture, "addendum");
  clients_do (fixture, see_addendum, GINT_TO_POINTER (OVS_TOLD_YES));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tickets/list", Fixture, NULL, clients_set_up, test_list, fixture_tear_down);
  g_test_add ("/tickets/change", Fixture, NULL, clients_set_up, test_change, fixture_tear_down);
  g_test_add ("/tickets/refused", Fixture, NULL, clients_set_up, test_refused, fixture_tear_down);
  g_test_add ("/dossier/case-50-addendum-answered", Fixture, NULL, clients_set_up, test_addendum, fixture_tear_down);
  return g_test_run ();
}
