/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The firm's own particulars, and who writes them down. */

#include "dossier/fixture.h"

#include "dossier/actor.h"
#include "dossier/firm.h"
#include "dossier/undo.h"

#define FIRM "SELECT name, value FROM setting WHERE name LIKE 'firm%' ORDER BY name"

typedef struct
{
  const char *name;
  const char *domain;
} Firm;

static gboolean
begin (OvsTx *tx, gpointer data, GError **error)
{
  ovs_firm_begin (tx, "Kantoor", "kantoor.nl");
  return TRUE;
}

static gboolean
change (OvsTx *tx, gpointer data, GError **error)
{
  const Firm *firm = data;

  return ovs_firm_change (tx, firm->name, firm->domain, error);
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  g_autofree char *operation = NULL;

  return ovs_undo_take_back (tx, &operation, NULL, error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, begin, NULL, NULL, NULL));
}

static void
test_change_and_back (Fixture *fixture, gconstpointer unused)
{
  Firm firm = { "Kantoor De Vries", "DeVries.nl" };

  g_assert_true (ovs_dossier_write (fixture->dossier, change, &firm, NULL, NULL));
  fixture_assert (fixture, FIRM, "firm|Kantoor De Vries\nfirm-domain|devries.nl\n");
  g_assert_true (ovs_dossier_write (fixture->dossier, take_back, NULL, NULL, NULL));
  fixture_assert (fixture, FIRM, "firm|Kantoor\nfirm-domain|kantoor.nl\n");
}

static void
test_empty_forgets (Fixture *fixture, gconstpointer unused)
{
  Firm firm = { "Kantoor", "" };

  g_assert_true (ovs_dossier_write (fixture->dossier, change, &firm, NULL, NULL));
  fixture_assert (fixture, FIRM, "firm|Kantoor\n");
}

static void
test_no_domain (Fixture *fixture, gconstpointer unused)
{
  Firm firm = { "Anders", "geen domein" };
  g_autoptr (GError) error = NULL;

  g_assert_false (ovs_dossier_write (fixture->dossier, change, &firm, NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  fixture_assert (fixture, FIRM, "firm|Kantoor\nfirm-domain|kantoor.nl\n");
}

static void
test_actor (Fixture *fixture, gconstpointer unused)
{
  Firm firm = { "Kantoor De Vries", "kantoor.nl" };

  ovs_actor_set ("  Salarisadministratie ");
  g_assert_true (ovs_dossier_write (fixture->dossier, change, &firm, NULL, NULL));
  ovs_actor_set (" ");
  fixture_assert (fixture,
                  "SELECT text FROM audit JOIN audit_text ON reference = actor WHERE sequence = (SELECT max(sequence) FROM audit)",
                  "Salarisadministratie\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/firm/change-and-back", Fixture, NULL, set_up, test_change_and_back, fixture_tear_down);
  g_test_add ("/firm/empty-forgets", Fixture, NULL, set_up, test_empty_forgets, fixture_tear_down);
  g_test_add ("/firm/no-domain", Fixture, NULL, set_up, test_no_domain, fixture_tear_down);
  g_test_add ("/firm/actor", Fixture, NULL, set_up, test_actor, fixture_tear_down);
  return g_test_run ();
}
