/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/client-history.h"
#include "dossier/client-list.h"
#include "dossier/decisions.h"
#include "dossier/error.h"
#include "dossier/judgement.h"
#include "dossier/summary.h"
#include "dossier/undo.h"
#include "dossier/withdrawals.h"

/* What the tables of the window show, on the dossier that is kept for version 1: 12 clients, 150 employees. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "fixtures", "dossier-version-1.overstap", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_set_up (fixture, NULL);
  g_clear_object (&fixture->dossier);
  g_file_get_contents (kept, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
}

typedef struct
{
  guint clients;
  gint64 employees;
  gint64 first;
  char *number;
  char *name;
} Seen;

static void
see_client (const OvsClientRow *row, gpointer data)
{
  Seen *seen = data;

  seen->clients++;
  seen->employees += row->employees;
  g_assert_cmpint (row->ready + row->decide + row->stoppers + row->done, <=, row->employees);
  if (seen->clients == 1)
    {
      seen->first = row->id;
      seen->number = g_strdup (row->number);
      seen->name = g_strdup (row->name);
    }
}

static void
see_same (const OvsClientRow *row, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpstr (row->number, ==, seen->number);
  g_assert_cmpstr (row->name, ==, seen->name);
  g_assert_false (row->selected);
}

static void
summarise (OvsTx *tx, OvsSummary *summary)
{
  OvsTally tally;

  ovs_tally_read (tx, NULL, TRUE, &tally);
  ovs_summary_read (tx, NULL, &tally, summary);
}

static gboolean
look_at_clients (OvsTx *tx, gpointer data, GError **error)
{
  Seen seen = { 0 };
  const char *numbers[] = { NULL, NULL };
  OvsSummary before, after;

  ovs_judgement_store (tx, ovs_day_from_ymd (2026, 12, 1), NULL, NULL);
  ovs_client_list_foreach (tx, NULL, see_client, &seen);
  g_assert_cmpuint (seen.clients, ==, 12);
  g_assert_cmpint (seen.employees, ==, 150);
  summarise (tx, &before);
  g_assert_cmpint (before.selected, ==, 12);
  g_assert_cmpint (before.selected_employees, ==, 150);
  g_assert_cmpint (before.to_invite, >, 0);

  numbers[0] = seen.number;
  g_assert_cmpint (ovs_decisions_deselect (tx, numbers, error), ==, 1);
  g_assert_cmpint (ovs_decisions_deselect (tx, numbers, error), ==, 0);
  g_assert_true (ovs_client_list_get (tx, seen.first, see_same, &seen));
  summarise (tx, &after);
  g_assert_cmpint (after.selected, ==, 11);
  g_assert_cmpint (after.selected_employees, <, 150);
  g_free (seen.number);
  g_free (seen.name);
  return TRUE;
}

static void
test_clients (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, look_at_clients, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
count_over (const OvsClientRow *row, gpointer data)
{
  gint64 *over = data;

  if (!ovs_client_is_over (row))
    return;
  over[0]++;
  over[1] += row->employees;
}

/* The list and the summary mean the same by a client that is over. */
static gboolean
look_at_over (OvsTx *tx, gpointer data, GError **error)
{
  gint64 over[2] = { 0 };
  OvsSummary summary;

  ovs_judgement_store (tx, ovs_day_from_ymd (2026, 12, 1), NULL, NULL);
  ovs_tx_run (tx, "UPDATE judgement SET disposition = 'done' WHERE employee IN (SELECT id FROM employee WHERE employer < 4)", "");
  ovs_tx_run (tx, "UPDATE judgement SET disposition = 'stopper' WHERE employee = (SELECT min(id) FROM employee WHERE employer = 2)", "");
  ovs_tx_run (tx, "UPDATE employer SET selected = 0 WHERE id = 3", "");
  ovs_tally_make (tx, ovs_day_from_ymd (2026, 12, 1));
  ovs_client_list_foreach (tx, NULL, count_over, over);
  summarise (tx, &summary);
  g_assert_cmpint (over[0], >, 0);
  g_assert_cmpint (summary.converted, ==, over[0]);
  g_assert_cmpint (summary.converted_employees, ==, over[1]);
  return TRUE;
}

static void
test_over (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, look_at_over, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
see_reason (const OvsClientRow *row, gpointer data)
{
  g_assert_false (row->selected);
  g_assert_cmpstr (row->excluded_reason, ==, data);
}

static void
see_chosen (const OvsClientRow *row, gpointer data)
{
  g_assert_true (row->selected);
  g_assert_null (row->excluded_reason);
}

static void
tell_event (const OvsClientEvent *event, gpointer data)
{
  g_assert_cmpint (event->day, !=, OVS_NO_DAY);
  g_string_append_printf (data, "%s %s %s>%s;", event->operation, event->field, event->old != NULL ? event->old : "",
                          event->new_value != NULL ? event->new_value : "");
}

static void
expect_history (OvsTx *tx, gint64 client, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ovs_client_history_foreach (tx, client, 10, tell_event, text);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Each in a transaction of its own, as the window does it. */
static gboolean
withdraw (OvsTx *tx, gpointer number, GError **error)
{
  const OvsWithdrawalSaid blank = { .reason = "  " };
  const OvsWithdrawalSaid said = { .reason = "Stopt per 1 januari" };

  g_assert_cmpint (ovs_withdrawals_write (tx, number, &blank, error), ==, -1);
  g_assert_error (*error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  g_clear_error (error);
  g_assert_cmpint (ovs_withdrawals_write (tx, number, &said, error), ==, 1);
  return TRUE;
}

static gboolean
undo (OvsTx *tx, gpointer unused, GError **error)
{
  g_autofree char *operation = NULL;

  return ovs_undo_take_back (tx, &operation, NULL, error);
}

static gboolean
rejoin (OvsTx *tx, gpointer number, GError **error)
{
  g_assert_cmpint (ovs_withdrawals_rejoin (tx, number, error), ==, 1);
  g_assert_cmpint (ovs_withdrawals_rejoin (tx, number, error), ==, 0);
  return TRUE;
}

static gboolean
see_withdrawn (OvsTx *tx, gpointer client, GError **error)
{
  g_assert_true (ovs_client_list_get (tx, *(gint64 *) client, see_reason, (gpointer) "Stopt per 1 januari"));
  expect_history (tx, *(gint64 *) client, "exclude selected 1>0;exclude excluded_reason >Stopt per 1 januari;");
  return TRUE;
}

static gboolean
see_nothing_changed (OvsTx *tx, gpointer client, GError **error)
{
  g_assert_true (ovs_client_list_get (tx, *(gint64 *) client, see_chosen, NULL));
  expect_history (tx, *(gint64 *) client, "");
  return TRUE;
}

static gboolean
see_back (OvsTx *tx, gpointer client, GError **error)
{
  g_assert_true (ovs_client_list_get (tx, *(gint64 *) client, see_chosen, NULL));
  expect_history (tx, *(gint64 *) client,
                  "include selected 0>1;include excluded_reason Stopt per 1 januari>;"
                  "exclude selected 1>0;exclude excluded_reason >Stopt per 1 januari;");
  return TRUE;
}

static gboolean
find_first (OvsTx *tx, gpointer data, GError **error)
{
  Seen *seen = data;

  ovs_client_list_foreach (tx, NULL, see_client, seen);
  return TRUE;
}

static void
run (Fixture *fixture, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static void
test_withdraw (Fixture *fixture, gconstpointer unused)
{
  Seen seen = { 0 };

  run (fixture, find_first, &seen);
  run (fixture, withdraw, seen.number);
  run (fixture, see_withdrawn, &seen.first);
  run (fixture, undo, NULL);
  run (fixture, see_nothing_changed, &seen.first);
  run (fixture, withdraw, seen.number);
  run (fixture, rejoin, seen.number);
  run (fixture, see_back, &seen.first);
  g_free (seen.number);
  g_free (seen.name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lists/clients", Fixture, NULL, set_up, test_clients, fixture_tear_down);
  g_test_add ("/lists/over", Fixture, NULL, set_up, test_over, fixture_tear_down);
  g_test_add ("/lists/withdraw", Fixture, NULL, set_up, test_withdraw, fixture_tear_down);
  return g_test_run ();
}
