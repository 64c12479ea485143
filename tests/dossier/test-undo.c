/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/employers.h"
#include "dossier/imports.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

static gboolean
add_client (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsEmployer)
      employer = { .number = g_strdup ("20"), .number_key = g_strdup ("20"), .name = g_strdup ("Bakkerij") };
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employers", "klanten.csv", "", "{}", "utf-8", ";", &sequence);

  ovs_employers_add (tx, &employer, import);
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, add_client, NULL, NULL, NULL));
}

static gboolean
set_tier (OvsTx *tx, gpointer tier, GError **error)
{
  OvsStep step = ovs_step_begin (tx);

  ovs_tx_run (tx, "UPDATE employer SET tier = ?1", "s", tier);
  ovs_step_end (&step, "tier", "{}", NULL);
  return TRUE;
}

static gboolean
bar (OvsTx *tx, gpointer data, GError **error)
{
  gint64 sequence = ovs_trail_begin (tx);

  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  ovs_undo_bar (tx, sequence);
  return TRUE;
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  g_autofree char *operation = NULL;

  if (!ovs_undo_take_back (tx, &operation, NULL, error))
    return FALSE;
  g_assert_cmpstr (operation, ==, "tier");
  return TRUE;
}

static void
change (Fixture *fixture, const char *tier)
{
  g_assert_true (ovs_dossier_write (fixture->dossier, set_tier, (gpointer) tier, NULL, NULL));
}

static void
expect_back (Fixture *fixture, const char *tier)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, take_back, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_assert (fixture, "SELECT tier FROM employer", tier);
}

static void
expect_refused (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before =
      fixture_query (fixture,
                     "SELECT * FROM employer; SELECT * FROM audit; SELECT id, undone FROM undo_step");

  g_assert_false (ovs_dossier_write (fixture->dossier, take_back, NULL, NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  fixture_assert (fixture, "SELECT * FROM employer; SELECT * FROM audit; SELECT id, undone FROM undo_step",
                  before);
}

static void
test_survives (Fixture *fixture, gconstpointer unused)
{
  change (fixture, "Start");
  change (fixture, "Plus");
  fixture_reopen (fixture);
  expect_back (fixture, "Start\n");
  fixture_reopen (fixture);
  expect_back (fixture, "\n");
  expect_refused (fixture);
  fixture_assert (fixture, "SELECT operation FROM audit ORDER BY sequence",
                  "import\ntier\ntier\nundo\nundo\n");
}

static void
test_changed_since (Fixture *fixture, gconstpointer unused)
{
  change (fixture, "Start");
  fixture_execute (fixture, "UPDATE employer SET tier = 'Pro'");
  expect_refused (fixture);
}

/* What else changed of the same client is no obstacle, and stays. */
static void
test_other_field (Fixture *fixture, gconstpointer unused)
{
  change (fixture, "Start");
  fixture_execute (fixture, "UPDATE employer SET city = 'Ede'");
  expect_back (fixture, "\n");
  fixture_assert (fixture, "SELECT city FROM employer", "Ede\n");
}

static void
test_bar (Fixture *fixture, gconstpointer unused)
{
  change (fixture, "Start");
  g_assert_true (ovs_dossier_write (fixture->dossier, bar, NULL, NULL, NULL));
  expect_refused (fixture);
  change (fixture, "Plus");
  expect_back (fixture, "Start\n");
  expect_refused (fixture);
}

static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  expect_refused (fixture);
  change (fixture, "Start");
  change (fixture, "Start");
  /* The second changed nothing, so it is no step and no entry. */
  fixture_assert (fixture, "SELECT count(*) FROM undo_step; SELECT count(*) FROM audit", "1\n2\n");
  expect_back (fixture, "\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/undo/survives", Fixture, NULL, set_up, test_survives, fixture_tear_down);
  g_test_add ("/undo/changed-since", Fixture, NULL, set_up, test_changed_since, fixture_tear_down);
  g_test_add ("/undo/other-field", Fixture, NULL, set_up, test_other_field, fixture_tear_down);
  g_test_add ("/undo/bar", Fixture, NULL, set_up, test_bar, fixture_tear_down);
  g_test_add ("/undo/nothing", Fixture, NULL, set_up, test_nothing, fixture_tear_down);
  return g_test_run ();
}
