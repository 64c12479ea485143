/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/office.h"
#include "conversion/reinvite.h"

static void
assert_once_each (GHashTable *events)
{
  GHashTableIter iter;
  gpointer times;

  g_hash_table_iter_init (&iter, events);
  while (g_hash_table_iter_next (&iter, NULL, &times))
    g_assert_cmpint (GPOINTER_TO_INT (times), ==, 1);
}

static void
assert_all_in (GHashTable *inner, GHashTable *outer)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, inner);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    g_assert_true (g_hash_table_contains (outer, person));
}

static void
check_person (const OvsOutcomeRow *row, gpointer data)
{
  GHashTable **events = data;
  g_autofree char *person = g_strdup_printf ("%s/%s", row->employer_number, row->employee_number);

  g_assert_cmpint (row->standing.outcome == OVS_OUTCOME_INVITED, ==, g_hash_table_contains (events[0], person));
  g_assert_cmpint (row->standing.blocked, ==, g_hash_table_contains (events[1], person));
}

static gboolean
check_people (OvsTx *tx, gpointer data, GError **error)
{
  ovs_outcomes_foreach (tx, ovs_tx_today (tx), check_person, data);
  return TRUE;
}

/* The dossier and the practice Loket tell the same story, person by person. */
static OvsOutcomeCounts
assert_agrees (Office *office)
{
  g_autoptr (GHashTable) invited = office_events (office, "invited");
  g_autoptr (GHashTable) blocked = office_events (office, "blocked");
  g_autoptr (GError) error = NULL;
  GHashTable *events[] = { invited, blocked };
  OvsOutcomeCounts counts = office_counts (office);

  assert_once_each (invited);
  assert_once_each (blocked);
  assert_all_in (blocked, invited);
  g_assert_cmpint (counts.invited, ==, g_hash_table_size (invited));
  g_assert_cmpint (counts.blocked, ==, g_hash_table_size (blocked));
  g_assert_cmpint (counts.stranded, ==, 0);
  ovs_dossier_read (office->dossier, check_people, events, NULL, &error);
  g_assert_no_error (error);
  return counts;
}

static void
test_apply (void)
{
  Office office;
  OvsOutcomeCounts first, again;

  office_open (&office, 5, 260, 7);
  office_prepare (&office);
  office_apply (&office, FALSE, NULL);
  first = assert_agrees (&office);
  g_assert_cmpint (first.invited, >, 50);
  g_assert_cmpint (first.unknown, ==, 0);

  office_apply (&office, FALSE, NULL);
  again = assert_agrees (&office);
  g_assert_cmpmem (&first, sizeof first, &again, sizeof again);
  office_close (&office);
}

static void
test_dry_run (void)
{
  Office office;
  g_autoptr (GHashTable) invited = NULL;
  guint planned;

  office_open (&office, 3, 120, 3);
  office_prepare (&office);
  office_apply (&office, TRUE, &planned);
  invited = office_events (&office, "invited");
  g_assert_cmpuint (planned, >, 0);
  g_assert_cmpuint (g_hash_table_size (invited), ==, 0);
  g_assert_cmpint (office_counts (&office).submitted, ==, 0);
  office_close (&office);
}

static void
test_track (void)
{
  Office office;
  OvsOutcomeCounts before, after;

  office_open (&office, 3, 120, 3);
  office_prepare (&office);
  office_apply (&office, FALSE, NULL);
  before = office_counts (&office);
  g_autoptr (JsonNode) done = office_door (&office, "/practice/activate", "{\"share\": 1.0, \"seed\": 1}");
  g_assert_nonnull (done);
  office_track (&office);
  after = office_counts (&office);
  g_assert_cmpint (after.pending, ==, 0);
  g_assert_cmpint (after.linked, ==, before.linked + before.pending);
  g_assert_cmpint (after.invited, ==, before.invited);
  office_close (&office);
}

static void
test_reinvite_pending (void)
{
  Office office;
  g_autoptr (GError) error = NULL;

  office_open (&office, 2, 60, 5);
  office_prepare (&office);
  office_apply (&office, FALSE, NULL);

  for (int again = 0; again < 2; again++)
    {
      g_autoptr (GHashTable) invited = office_events (&office, "invited");
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (OvsReinvited) reinvited = NULL;
      GHashTableIter iter;
      gpointer person;

      g_hash_table_iter_init (&iter, invited);
      g_assert_true (g_hash_table_iter_next (&iter, &person, NULL));
      g_auto (GStrv) numbers = g_strsplit (person, "/", 2);
      ovs_reinvite_async (office.dossier, numbers[0], numbers[1], again == 1, NULL, office_done, &result);
      reinvited = ovs_reinvite_finish (office.dossier, office_wait (&result), &error);
      g_assert_no_error (error);
      /* Today he was invited already: only when that is said is a second one sent. */
      g_assert_cmpuint (reinvited->invited, ==, again);
      g_assert_cmpuint (reinvited->refused->len, ==, 1 - again);

      g_autoptr (GHashTable) now = office_events (&office, "invited");
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (now, person)), ==, 1 + again);
    }
  office_close (&office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run/apply", test_apply);
  g_test_add_func ("/run/dry-run", test_dry_run);
  g_test_add_func ("/run/track", test_track);
  g_test_add_func ("/run/reinvite-pending", test_reinvite_pending);
  return g_test_run ();
}
