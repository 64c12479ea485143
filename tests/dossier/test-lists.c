/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/client-list.h"
#include "dossier/decisions.h"
#include "dossier/judgement.h"
#include "dossier/people-list.h"
#include "dossier/summary.h"

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
  ovs_summary_read (tx, NULL, &before);
  g_assert_cmpint (before.selected, ==, 12);
  g_assert_cmpint (before.selected_employees, ==, 150);
  g_assert_cmpint (before.to_invite, >, 0);

  numbers[0] = seen.number;
  g_assert_cmpint (ovs_decisions_deselect (tx, numbers, error), ==, 1);
  g_assert_cmpint (ovs_decisions_deselect (tx, numbers, error), ==, 0);
  g_assert_true (ovs_client_list_get (tx, seen.first, see_same, &seen));
  ovs_summary_read (tx, NULL, &after);
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

typedef struct
{
  OvsDisposition disposition;
  guint count;
} People;

static void
see_person (const OvsPeopleRow *row, gpointer data)
{
  People *people = data;

  people->count++;
  g_assert_cmpint (row->disposition, ==, people->disposition);
  g_assert_nonnull (row->employer_name);
}

static gboolean
look_at_people (OvsTx *tx, gpointer data, GError **error)
{
  OvsJudgementCounts judged;
  guint all = 0;

  ovs_judgement_store (tx, ovs_day_from_ymd (2026, 12, 1), NULL, NULL);
  ovs_summary_judged (tx, NULL, &judged);
  for (int disposition = 0; disposition < OVS_N_DISPOSITIONS; disposition++)
    {
      OvsPeopleQuery query = { .finding = -1, .disposition = (OvsDisposition) disposition, .sort = OVS_PEOPLE_SORT_NAME };
      g_autoptr (GArray) ids = ovs_people_find (tx, &query);
      People people = { query.disposition, 0 };

      g_assert_cmpuint (ids->len, ==, judged.dispositions[disposition]);
      ovs_people_read (tx, (const gint64 *) (gpointer) ids->data, ids->len, see_person, &people);
      all += people.count;
    }
  g_assert_cmpuint (all, ==, 150);

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    {
      OvsPeopleQuery query = { .finding = finding, .sort = OVS_PEOPLE_SORT_CLIENT };
      g_autoptr (GArray) ids = ovs_people_find (tx, &query);

      g_assert_cmpuint (ids->len, ==, judged.findings[finding]);
    }
  return TRUE;
}

static void
test_people (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, look_at_people, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lists/clients", Fixture, NULL, set_up, test_clients, fixture_tear_down);
  g_test_add ("/lists/people", Fixture, NULL, set_up, test_people, fixture_tear_down);
  return g_test_run ();
}
