/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of dossiers says of one that is not open here. */

#include "dossier/fixture.h"

#include "dossier/actor.h"
#include "dossier/firm.h"
#include "dossier/glance.h"

static gboolean
begin (OvsTx *tx, gpointer data, GError **error)
{
  ovs_firm_begin (tx, "Kantoor De Vries", NULL);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, begin, NULL, NULL, NULL));
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

static OvsGlance *
glance (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_glance_async (path, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ovs_glance_finish (result, error);
}

static void
test_held (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsGlance) held = NULL;
  g_autoptr (OvsGlance) again = NULL;

  ovs_actor_set ("Salarisadministratie");
  fixture_reopen (fixture);
  ovs_actor_set (NULL);
  held = glance (fixture->path, NULL);
  g_assert_cmpstr (held->firm, ==, "Kantoor De Vries");
  g_assert_null (held->loket_kind);
  g_assert_cmpstr (held->holder, ==, "Salarisadministratie");
  g_assert_nonnull (held->since);

  /* To look takes nothing from who works in it. */
  g_assert_true (ovs_dossier_write (fixture->dossier, begin, NULL, NULL, NULL));
  again = glance (fixture->path, NULL);
  g_assert_cmpstr (again->holder, ==, "Salarisadministratie");
}

static void
test_free (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsGlance) closed = NULL;

  g_clear_object (&fixture->dossier);
  closed = glance (fixture->path, NULL);
  g_assert_cmpstr (closed->firm, ==, "Kantoor De Vries");
  g_assert_null (closed->holder);
}

static void
test_no_dossier (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = fixture_path (fixture, "lijst.csv");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Klant;Naam\n", -1, NULL));
  g_assert_null (glance (path, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_DOSSIER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/glance/held", Fixture, NULL, set_up, test_held, fixture_tear_down);
  g_test_add ("/glance/free", Fixture, NULL, set_up, test_free, fixture_tear_down);
  g_test_add ("/glance/no-dossier", Fixture, NULL, set_up, test_no_dossier, fixture_tear_down);
  return g_test_run ();
}
