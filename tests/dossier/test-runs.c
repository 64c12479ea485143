/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/journal.h"
#include "dossier/runs.h"

#define PEOPLE 4

static gint64 run;

static gboolean
begin (OvsTx *tx, gpointer approved, GError **error)
{
  gint64 sequence = ovs_trail_begin (tx);

  run = ovs_runs_begin (tx, OVS_RUN_KIND_APPLY, sequence, 0, GPOINTER_TO_INT (approved));
  ovs_trail_end (tx, sequence, "apply", "{}", NULL);
  return TRUE;
}

static gboolean
end (OvsTx *tx, gpointer ending, GError **error)
{
  ovs_runs_end (tx, run, GPOINTER_TO_INT (ending));
  return TRUE;
}

static gboolean
break_off (OvsTx *tx, gpointer unused, GError **error)
{
  ovs_runs_break_off (tx);
  return TRUE;
}

/* Of four people two are sent, one of whom is confirmed and is to be blocked. */
static gboolean
send_some (OvsTx *tx, gpointer unused, GError **error)
{
  const gint64 sent[] = { 1, 2 };

  for (gint64 employee = 1; employee <= PEOPLE; employee++)
    ovs_journal_plan (tx, employee, OVS_INTENT_INVITE);
  ovs_journal_send (tx, 1, OVS_INTENT_INVITE, sent, G_N_ELEMENTS (sent));
  ovs_journal_settle (tx, 1, OVS_INTENT_INVITE, OVS_INTENT_CONFIRMED, NULL, NULL);
  ovs_journal_plan (tx, 1, OVS_INTENT_BLOCK);
  return TRUE;
}

static gboolean
look (OvsTx *tx, gpointer unfinished, GError **error)
{
  if (!ovs_runs_find_unfinished (tx, unfinished))
    g_assert_cmpint (((OvsUnfinishedRun *) unfinished)->run, ==, 0);
  return TRUE;
}

static OvsUnfinishedRun
find (Fixture *fixture)
{
  OvsUnfinishedRun unfinished;
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (fixture->dossier, look, &unfinished, NULL, &error);
  g_assert_no_error (error);
  return unfinished;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  clients_set_up (fixture, NULL);
  fixture_execute (fixture, "INSERT INTO employee (id, employer, number, number_key, email_kind, sort_key, first_seen, added_by) "
                            "SELECT value, 1, value, value, 'ok', value, '2026-01-01T00:00:00Z', 1 FROM json_each('[1,2,3,4]')");
}

static void
assert_left (const OvsUnfinishedRun *unfinished, gint64 waiting, gint64 unsent, gint64 unblocked)
{
  g_assert_cmpint (unfinished->waiting, ==, waiting);
  g_assert_cmpint (unfinished->unsent, ==, unsent);
  g_assert_cmpint (unfinished->unblocked, ==, unblocked);
}

static void
test_requests_belong_to_it (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, begin, GINT_TO_POINTER (PEOPLE));
  clients_do (fixture, send_some, NULL);
  clients_do (fixture, end, GINT_TO_POINTER (OVS_RUN_ENDING_DONE));
  fixture_assert (fixture, "SELECT run.kind, wave, approved, ending, request.kind FROM request JOIN run ON run.id = request.run",
                  "apply||4|done|invite\n");
  fixture_assert (fixture, "SELECT count(*) FROM run WHERE ended IS NULL OR ended < begun", "0\n");
}

static void
test_what_is_left (Fixture *fixture, gconstpointer unused)
{
  OvsUnfinishedRun unfinished = find (fixture);

  g_assert_cmpint (unfinished.run, ==, 0);
  clients_do (fixture, begin, GINT_TO_POINTER (OVS_RUN_NOBODY_ASKED));
  clients_do (fixture, send_some, NULL);
  unfinished = find (fixture);
  g_assert_cmpint (unfinished.run, ==, run);
  g_assert_cmpint (unfinished.begun, >, 0);
  assert_left (&unfinished, 1, 2, 1);

  /* Read back by somebody who does not go on: it stays unfinished, but is no longer under way. */
  clients_do (fixture, break_off, NULL);
  fixture_assert (fixture, "SELECT ending, approved FROM run", "broken-off|\n");
  unfinished = find (fixture);
  assert_left (&unfinished, 1, 2, 1);
}

static void
test_nothing_left (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, begin, GINT_TO_POINTER (2));
  clients_do (fixture, send_some, NULL);
  fixture_execute (fixture, "DELETE FROM intent WHERE state <> 'confirmed'");
  g_assert_cmpint (find (fixture).run, ==, 0);
}

static void
test_the_next_one (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, begin, GINT_TO_POINTER (2));
  clients_do (fixture, send_some, NULL);
  clients_do (fixture, begin, GINT_TO_POINTER (3));
  fixture_assert (fixture, "SELECT approved, ending FROM run ORDER BY id", "2|broken-off\n3|\n");
  clients_do (fixture, end, GINT_TO_POINTER (OVS_RUN_ENDING_STOPPED));
  /* An end is an end. */
  clients_do (fixture, end, GINT_TO_POINTER (OVS_RUN_ENDING_DONE));
  fixture_assert (fixture, "SELECT approved, ending FROM run ORDER BY id", "2|broken-off\n3|stopped\n");
  /* Stopped is not done: what it left is told. */
  g_assert_cmpint (find (fixture).ending, ==, OVS_RUN_ENDING_STOPPED);
  fixture_execute (fixture, "UPDATE run SET ending = 'done'");
  g_assert_cmpint (find (fixture).run, ==, 0);
}

static gboolean
send_third (OvsTx *tx, gpointer unused, GError **error)
{
  const gint64 sent[] = { 3 };

  ovs_journal_send (tx, 1, OVS_INTENT_INVITE, sent, G_N_ELEMENTS (sent));
  return TRUE;
}

static gboolean
look_latest (OvsTx *tx, gpointer data, GError **error)
{
  GString *text = data;
  g_autoptr (GHashTable) people = NULL;
  gint64 begun;

  for (gint64 wave = -1; wave <= 1; wave++)
    {
      gboolean found = ovs_runs_find_latest (tx, wave, &begun, &people);

      g_string_append_printf (text, "%u ", found ? g_hash_table_size (people) : 0);
      g_clear_pointer (&people, g_hash_table_unref);
    }
  return TRUE;
}

/* Of the clients without a round, of all, and of round 1. */
static void
expect_latest (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  clients_do (fixture, look_latest, text);
  g_assert_cmpstr (text->str, ==, expected);
}

/* A conversion counts with what it went on with; once it came to its end the next one counts alone. */
static void
test_latest (Fixture *fixture, gconstpointer unused)
{
  expect_latest (fixture, "0 0 0 ");
  clients_do (fixture, begin, GINT_TO_POINTER (PEOPLE));
  clients_do (fixture, send_some, NULL);
  expect_latest (fixture, "2 2 0 ");
  clients_do (fixture, end, GINT_TO_POINTER (OVS_RUN_ENDING_STOPPED));
  clients_do (fixture, begin, GINT_TO_POINTER (PEOPLE));
  clients_do (fixture, send_third, NULL);
  expect_latest (fixture, "3 3 0 ");
  fixture_execute (fixture, "UPDATE run SET ending = 'done'");
  expect_latest (fixture, "1 1 0 ");
  fixture_execute (fixture, "INSERT INTO wave (id, number, route) VALUES (1, 1, 'api'); UPDATE employer SET wave = 1 WHERE id = 1");
  expect_latest (fixture, "0 1 1 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/runs/requests-belong-to-it", Fixture, NULL, set_up, test_requests_belong_to_it, fixture_tear_down);
  g_test_add ("/runs/what-is-left", Fixture, NULL, set_up, test_what_is_left, fixture_tear_down);
  g_test_add ("/runs/nothing-left", Fixture, NULL, set_up, test_nothing_left, fixture_tear_down);
  g_test_add ("/runs/the-next-one", Fixture, NULL, set_up, test_the_next_one, fixture_tear_down);
  g_test_add ("/runs/latest", Fixture, NULL, set_up, test_latest, fixture_tear_down);
  return g_test_run ();
}
