/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/client-list.h"
#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/imports.h"
#include "dossier/notes.h"
#include "dossier/tickets.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

/* Notes on two clients; today is whatever it is, so days are counted from it. */

static gboolean
add_clients (OvsTx *tx, gpointer data, GError **error)
{
  const char *names[] = { "Bakkerij Jansen", "Garage Smit" };
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employers", "klanten.csv", "", "{}", "utf-8", ";", &sequence);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (OvsEmployer) employer = { .number = g_strdup_printf ("%d", (int) i + 1) };

      employer.number_key = g_strdup (employer.number);
      employer.name = g_strdup (names[i]);
      employer.handler = g_strdup (i == 0 ? "Petra" : "Kees");
      ovs_employers_add (tx, &employer, import);
    }
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, add_clients, NULL, NULL, NULL));
}

typedef struct
{
  OvsNotesOn on;
  gint64 whom;
  const char *text;
  int in_days; /* -1000 for no call */
} Writing;

static gboolean
write_note (OvsTx *tx, gpointer data, GError **error)
{
  const Writing *writing = data;
  OvsDay day = writing->in_days > -1000 ? ovs_tx_today (tx) + writing->in_days : OVS_NO_DAY;

  return ovs_notes_add (tx, writing->on, writing->whom, writing->text, day, error) > 0;
}

static void
add_on (Fixture *fixture, OvsNotesOn on, gint64 whom, const char *text, int in_days)
{
  Writing writing = { on, whom, text, in_days };
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, write_note, &writing, NULL, &error);
  g_assert_no_error (error);
}

static void
add (Fixture *fixture, gint64 employer, const char *text, int in_days)
{
  add_on (fixture, OVS_NOTES_ON_CLIENT, employer, text, in_days);
}

static void
expect_refused (Fixture *fixture, OvsNotesOn on, gint64 whom, const char *text)
{
  Writing writing = { on, whom, text, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ovs_dossier_write (fixture->dossier, write_note, &writing, NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
}

static gboolean
tick (OvsTx *tx, gpointer note, GError **error)
{
  return ovs_notes_tick (tx, OVS_NOTES_ON_CLIENT, GPOINTER_TO_INT (note), TRUE, error);
}

static gboolean
take_back (OvsTx *tx, gpointer operation, GError **error)
{
  return ovs_undo_take_back (tx, operation, NULL, error);
}

static void
undo (Fixture *fixture, const char *expected)
{
  g_autofree char *operation = NULL;
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, take_back, &operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (operation, ==, expected);
}

static void
list_note (const OvsNote *note, gpointer data)
{
  g_assert_cmpint (note->written_on, !=, OVS_NO_DAY);
  g_assert_cmpstr (note->actor, ==, g_get_user_name ());
  g_string_append_printf (data, "%s%s;", note->text, note->done_on != OVS_NO_DAY ? " (done)" : "");
}

static gboolean
list_notes (OvsTx *tx, gpointer data, GError **error)
{
  ovs_notes_foreach (tx, OVS_NOTES_ON_CLIENT, 1, list_note, data);
  return TRUE;
}

static void
expect_notes (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (ovs_dossier_read (fixture->dossier, list_notes, text, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  OvsNotesOn on;
  const char *handler;
  gint64 clients;
  char *first;
} Due;

static gboolean
count_due (OvsTx *tx, gpointer data, GError **error)
{
  Due *due = data;

  due->clients = ovs_notes_due (tx, due->on, due->handler, ovs_tx_today (tx), &due->first, NULL);
  return TRUE;
}

static void
expect_due (Fixture *fixture, const char *handler, gint64 clients, const char *first)
{
  Due due = { .handler = handler };

  g_assert_true (ovs_dossier_read (fixture->dossier, count_due, &due, NULL, NULL));
  g_assert_cmpint (due.clients, ==, clients);
  g_assert_cmpstr (due.first, ==, first);
  g_free (due.first);
}

static void
test_order (Fixture *fixture, gconstpointer unused)
{
  add (fixture, 1, "first", -1000);
  add (fixture, 1, "  call later \n", 5);
  add (fixture, 1, "call soon", 1);
  add (fixture, 1, "last", -1000);
  add (fixture, 2, "another client's", -1000);
  expect_notes (fixture, "call soon;call later;last;first;");

  g_assert_true (ovs_dossier_write (fixture->dossier, tick, GINT_TO_POINTER (3), NULL, NULL));
  expect_notes (fixture, "call later;last;call soon (done);first;");
}

static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  add (fixture, 1, "call soon", 1);
  g_assert_true (ovs_dossier_write (fixture->dossier, tick, GINT_TO_POINTER (1), NULL, NULL));
  expect_notes (fixture, "call soon (done);");
  undo (fixture, "call-back-done");
  expect_notes (fixture, "call soon;");
  undo (fixture, "note");
  expect_notes (fixture, "");
}

static void
test_due (Fixture *fixture, gconstpointer unused)
{
  expect_due (fixture, NULL, 0, NULL);
  add (fixture, 1, "today", 0);
  add (fixture, 1, "today too", 0);
  add (fixture, 2, "since yesterday", -1);
  add (fixture, 2, "tomorrow", 1);
  expect_due (fixture, NULL, 2, "Garage Smit");
  expect_due (fixture, "Petra", 1, "Bakkerij Jansen");
  g_assert_true (ovs_dossier_write (fixture->dossier, tick, GINT_TO_POINTER (3), NULL, NULL));
  expect_due (fixture, NULL, 1, "Bakkerij Jansen");
}

static void
see_day (const OvsClientRow *row, gpointer data)
{
  *(OvsDay *) data = row->call_back_on;
}

static gboolean
look_at_client (OvsTx *tx, gpointer data, GError **error)
{
  OvsDay day = OVS_NO_DAY;

  g_assert_true (ovs_client_list_get (tx, 1, see_day, &day));
  g_assert_cmpint (day, ==, ovs_tx_today (tx) + 2);
  return TRUE;
}

static void
test_client_list (Fixture *fixture, gconstpointer unused)
{
  add (fixture, 1, "no call", -1000);
  add (fixture, 1, "later", 9);
  add (fixture, 1, "soon", 2);
  g_assert_true (ovs_dossier_read (fixture->dossier, look_at_client, NULL, NULL, NULL));
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  expect_refused (fixture, OVS_NOTES_ON_CLIENT, 1, " \n ");
  expect_refused (fixture, OVS_NOTES_ON_CLIENT, 3, "nobody");
  expect_refused (fixture, OVS_NOTES_ON_CLIENT, 1, "bsn 111.222.333");
  expect_refused (fixture, OVS_NOTES_ON_EMPLOYEE, 9, "nobody");
  add (fixture, 1, "no call", -1000);
  g_assert_false (ovs_dossier_write (fixture->dossier, tick, GINT_TO_POINTER (1), NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
}

/* What was typed is in no entry of the trail. */
static void
test_trail (Fixture *fixture, gconstpointer unused)
{
  add (fixture, 2, "ask for Marja", 1);
  fixture_assert (fixture, "SELECT operation, detail, note FROM audit WHERE sequence = 2", "note|{\"employer\": 2, \"note\": 1}|\n");
  fixture_assert (fixture, "SELECT count(*) FROM audit_text WHERE text LIKE '%Marja%'", "0\n");
}

/* --- notes on employees ---------------------------------------------------------------------------------------- */

static void
add_people (Fixture *fixture)
{
  fixture_execute (fixture, "INSERT INTO employee (id, employer, number, number_key, last_name, email_kind, sort_key, first_seen, added_by) VALUES "
                            "(1, 1, '7', '7', 'Visser', 'absent', 'visser', '2026-11-01', 1), "
                            "(2, 2, '7', '7', 'Bakker', 'absent', 'bakker', '2026-11-01', 1)");
}

static gboolean
tick_about_employee (OvsTx *tx, gpointer note, GError **error)
{
  return ovs_notes_tick (tx, OVS_NOTES_ON_EMPLOYEE, GPOINTER_TO_INT (note), TRUE, error);
}

static gboolean
list_about_employee (OvsTx *tx, gpointer data, GError **error)
{
  ovs_notes_foreach (tx, OVS_NOTES_ON_EMPLOYEE, 1, list_note, data);
  return TRUE;
}

static void
expect_about_employee (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (ovs_dossier_read (fixture->dossier, list_about_employee, text, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_employees (Fixture *fixture, gconstpointer unused)
{
  add_people (fixture);
  add (fixture, 1, "the client's", 1);
  add_on (fixture, OVS_NOTES_ON_EMPLOYEE, 1, "asks her mother", 3);
  add_on (fixture, OVS_NOTES_ON_EMPLOYEE, 2, "another one's", -1000);
  expect_about_employee (fixture, "asks her mother;");
  fixture_assert (fixture, "SELECT detail FROM audit ORDER BY sequence DESC LIMIT 2", "{\"employee\": 2, \"note\": 2}\n{\"employee\": 1, \"note\": 1}\n");

  g_assert_true (ovs_dossier_write (fixture->dossier, tick_about_employee, GINT_TO_POINTER (1), NULL, NULL));
  expect_about_employee (fixture, "asks her mother (done);");
  undo (fixture, "call-back-done");
  undo (fixture, "note");
  undo (fixture, "note");
  expect_about_employee (fixture, "");
  expect_notes (fixture, "the client's;");
}

static void
expect_people_due (Fixture *fixture, const char *handler, gint64 people, const char *first)
{
  Due due = { .on = OVS_NOTES_ON_EMPLOYEE, .handler = handler };

  g_assert_true (ovs_dossier_read (fixture->dossier, count_due, &due, NULL, NULL));
  g_assert_cmpint (due.clients, ==, people);
  g_assert_cmpstr (due.first, ==, first);
  g_free (due.first);
}

/* The column of a client tells of its employees too. */
static void
test_employees_due (Fixture *fixture, gconstpointer unused)
{
  add_people (fixture);
  expect_people_due (fixture, NULL, 0, NULL);
  add_on (fixture, OVS_NOTES_ON_EMPLOYEE, 1, "tomorrow", 1);
  add_on (fixture, OVS_NOTES_ON_EMPLOYEE, 1, "in two days", 2);
  add (fixture, 1, "in nine days", 9);
  expect_people_due (fixture, NULL, 0, NULL);
  fixture_execute (fixture, "UPDATE employee_note SET call_back_on = date (call_back_on, '-1 day') WHERE id = 1");
  expect_people_due (fixture, NULL, 1, "Bakkerij Jansen");
  expect_people_due (fixture, "Kees", 0, NULL);
  fixture_execute (fixture, "UPDATE employee_note SET done_on = call_back_on WHERE id = 1");
  g_assert_true (ovs_dossier_read (fixture->dossier, look_at_client, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/notes/order", Fixture, NULL, set_up, test_order, fixture_tear_down);
  g_test_add ("/notes/undo", Fixture, NULL, set_up, test_undo, fixture_tear_down);
  g_test_add ("/notes/due", Fixture, NULL, set_up, test_due, fixture_tear_down);
  g_test_add ("/notes/client-list", Fixture, NULL, set_up, test_client_list, fixture_tear_down);
  g_test_add ("/notes/refused", Fixture, NULL, set_up, test_refused, fixture_tear_down);
  g_test_add ("/notes/trail", Fixture, NULL, set_up, test_trail, fixture_tear_down);
  g_test_add ("/notes/employees", Fixture, NULL, set_up, test_employees, fixture_tear_down);
  g_test_add ("/notes/employees-due", Fixture, NULL, set_up, test_employees_due, fixture_tear_down);
  return g_test_run ();
}
